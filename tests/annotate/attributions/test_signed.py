"""Signatures and turns of an interview, which the layout alone tells."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.annotate.attributions.test_attributions import said
from tests.annotate.events.test_events import annotated


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        pytest.param(
            "“Guards beat two inmates in the jail.” ― Anna Orlova\n",
            "Anna Orlova",
            "“Guards beat two inmates in the jail.”",
            id="a signature behind a dash",
        ),
        pytest.param(
            "Questions and answers\n\nAnna Orlova: Guards beat two inmates in the jail.\n",
            "Anna Orlova",
            "Guards beat two inmates in the jail.",
            id="a turn of an interview",
        ),
    ],
)
def test_the_layout_tells_who_speaks(
    annotator: Annotator, text: str, source: str, content: str
) -> None:
    doc = annotated(annotator, text)
    found = {
        (doc.text[a.source.start : a.source.end], doc.text[a.start : a.end].strip())
        for a in said(doc)
        if a.source is not None and a.rule in ("source.signature", "source.turn")
    }
    assert found == {(source, content)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“Guards beat us.” The jail – Anna Orlova knows it – is old.", id="an aside"),
        pytest.param("Guards beat Anna Orlova: she fell.", id="a colon within a line"),
    ],
)
def test_no_signature_and_no_turn(annotator: Annotator, text: str) -> None:
    rules = {a.rule for a in said(annotated(annotator, text))}
    assert rules.isdisjoint({"source.signature", "source.turn"})
