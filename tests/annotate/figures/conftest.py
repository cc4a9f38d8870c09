"""A pipeline of sentences and figures alone: no model is needed to read a number."""

from collections.abc import Callable

import pytest
import spacy
from custody_records.annotate.figures import factory as _figures  # noqa: F401 - registers
from custody_records.annotate.sentences import factory as _sentences  # noqa: F401 - registers
from spacy.tokens import Doc


@pytest.fixture(scope="session")
def read() -> Callable[[str], Doc]:
    """Return what turns a text into a doc with figures."""
    nlp = spacy.blank("en")
    nlp.add_pipe("news_sentences")
    nlp.add_pipe("figures")
    return nlp
