"""One statute component for all tests of statutes."""

from collections.abc import Callable
from datetime import date

import pytest
import spacy

from custody_records.annotate.statutes.component import StatuteReferences
from custody_records.annotate.statutes.reading import StatuteReading
from custody_records.rulebook import rules_dir

Read = Callable[..., list[StatuteReading]]


@pytest.fixture(scope="session")
def read() -> Read:
    """Return a function from a text (with its country and date) to its readings in text order."""
    nlp = spacy.blank("en")
    component = StatuteReferences(rules_dir())

    def reading(
        text: str, country: str | None = None, published: date | None = None
    ) -> list[StatuteReading]:
        doc = nlp.make_doc(text)
        doc._.country, doc._.published = country, published
        component(doc)
        return [r for span in doc.spans["statutes"] for r in span._.statute]

    return reading
