"""The component alone: a country is told by rule, without a model."""

import pytest

from custody_records.annotate.country.article_country import ArticleCountry
from custody_records.rulebook import rules_dir


@pytest.fixture(scope="session")
def component() -> ArticleCountry:
    return ArticleCountry(rules_dir())
