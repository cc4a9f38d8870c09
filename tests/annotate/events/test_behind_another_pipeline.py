"""The event components read docs that another pipeline has parsed, several sentences long."""

import pytest
from spacy.language import Language

from custody_records.annotate.model import installed


@pytest.fixture(scope="module")
def stock() -> Language:
    """The stock model as it comes, with the event components behind it."""
    nlp = installed.load(installed.DEFAULT, exclude=("ner", "lemmatizer"))
    for name in ("event_triggers", "attributions", "events"):
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize(
    ("text", "types"),
    [
        pytest.param(
            "It rained. A case was opened.", set(), id="the second sentence is indexed by itself"
        ),
        pytest.param(
            "It rained. Guards beat two inmates in the prison on Monday, the lawyer said.",
            {"torture_or_ill_treatment"},
            id="trigger, source and date of a later sentence",
        ),
    ],
)
def test_sentences_are_indexed_by_themselves(stock: Language, text: str, types: set[str]) -> None:
    doc = stock(text)
    found = {reading.type for span in doc.spans["events"] for reading in span._.event}
    assert types <= found
