"""The formats for those who train: tokens, spans and labels where the record has them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import DocBin

from custody_records.outputs.exports import brat, conll, docbin
from custody_records.outputs.exports.source import Source, SourceError
from tests.outputs.exports.conftest import article

BODY = "Riot\n\nTwo men left LA-155/8 in\nAlmaty."
Make = Callable[[list[dict[str, Any]], dict[str, str]], Source]


def _record() -> dict[str, Any]:
    def mention(text: str) -> dict[str, Any]:
        start = BODY.index(text)
        return {"text": text, "start": start, "end": start + len(text)}

    facility = {"code": "LA-155/8", "name": None, "mentions": [mention("LA-155/8")]}
    place = {"name": "Almaty", "mentions": [mention("Almaty"), mention("in\nAlmaty")]}
    figure = {"value": 2, "unit": "men", "mentions": [mention("Two men")]}
    return {
        "schema_version": "1.0",
        "article": article("a"),
        "facilities": [facility],
        "places": [place],
        "figures": [figure],
    }


def test_conll_has_a_token_a_line_and_iob_tags(source_of: Make, tmp_path: Path) -> None:
    written = conll.write(source_of([_record()], {"a": BODY}), tmp_path)
    lines = written[0].read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("-DOCSTART-")
    assert "Two -X- -X- B-FIGURE" in lines
    assert "men -X- -X- I-FIGURE" in lines
    assert "left -X- -X- O" in lines
    assert all(len(line.split()) in (0, 4) for line in lines if not line.startswith("#"))


def test_docbin_keeps_every_span_group(source_of: Make, tmp_path: Path) -> None:
    written = docbin.write(source_of([_record()], {"a": BODY}), tmp_path)
    doc = next(iter(DocBin().from_bytes(written[0].read_bytes()).get_docs(spacy.blank("en").vocab)))
    assert doc.text == BODY
    assert [span.text for span in doc.spans["figures"]] == ["Two men"]
    assert {ent.label_ for ent in doc.ents} == {"FIGURE", "FACILITY", "PLACE"}


def test_brat_offsets_point_into_the_text(source_of: Make, tmp_path: Path) -> None:
    brat.write(source_of([_record()], {"a": BODY}), tmp_path)
    text = (tmp_path / "brat" / "a.txt").read_text(encoding="utf-8")
    terms = [
        line.split("\t")
        for line in (tmp_path / "brat" / "a.ann").read_text(encoding="utf-8").splitlines()
        if line.startswith("T")
    ]
    assert len(terms) == 4
    for _, kind, printed in terms:
        pieces = [tuple(map(int, p.split())) for p in kind.split(" ", 1)[1].split(";")]
        assert " ".join(text[start:end] for start, end in pieces) == printed


def test_a_missing_body_is_told_with_its_article(source_of: Make, tmp_path: Path) -> None:
    source = source_of([{"schema_version": "1.0", "article": article("lost")}], {})
    with pytest.raises(SourceError, match="lost: its body is not beside"):
        conll.write(source, tmp_path)
