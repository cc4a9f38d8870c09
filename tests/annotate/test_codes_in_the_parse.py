"""Codes of facilities are parsed as names, which the model can read."""

import pytest

from custody_records.annotate.pipeline import Annotator
from custody_records.annotate.syntax.component import engine_of
from custody_records.annotate.text import sentences_of


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        pytest.param("He was moved to colony IK-7 on Monday.", "moved", id="letters and a number"),
        pytest.param(
            "Guards at Colony No. 7 beat Ivan Lukin on Monday.", "beat", id="a noun and a number"
        ),
    ],
)
def test_the_verb_beside_a_code_is_the_root(annotator: Annotator, text: str, verb: str) -> None:
    doc = annotator.full.make_doc(text)
    doc._.language = "en"
    for _, component in annotator.full.pipeline:
        doc = component(doc)
    sentence = next(iter(sentences_of(doc)))
    parsed = engine_of(annotator.full).of(sentence)
    assert parsed.root.text == verb
    assert not [t for t in parsed if t.pos_ == "VERB" and t.text != verb]
    assert sentence.text == text
