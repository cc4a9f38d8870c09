"""Texts as tokens with the records' mentions on them: what training formats are made of."""

from collections.abc import Iterator

import spacy
from spacy.tokens import Doc, Span

from custody_records.contract import FIELDS
from custody_records.outputs.exports.source import Record, Source, SourceError

# The label of each field, and who wins where two fields mark one token: the first.
LABELS = {
    "facilities": "FACILITY",
    "statutes": "STATUTE",
    "people": "PERSON",
    "organizations": "ORGANIZATION",
    "places": "PLACE",
    "dates": "DATE",
    "figures": "FIGURE",
    "events": "EVENT",
}


def docs(source: Source) -> Iterator[tuple[Record, Doc]]:
    """Yield (record, tokenized body with a span group a field). Raises SourceError."""
    tokenizers = {"en": spacy.blank("en")}
    other = spacy.blank("xx")
    for record in source.records():
        body = source.body(record)
        if body is None:
            raise SourceError(f"{record['article']['id']}: its body is not beside {source.path}")
        doc = tokenizers.get(record["article"]["language"], other).make_doc(body)
        for field in FIELDS:
            if field in record:
                doc.spans[field] = list(_spans(doc, record, field))
        yield record, doc


def _spans(doc: Doc, record: Record, field: str) -> Iterator[Span]:
    seen = set()
    for entry in record[field]:
        for mention in entry.get("mentions") or entry.get("evidence") or ():
            place = mention["start"], mention["end"]
            if place in seen:
                continue
            seen.add(place)
            span = doc.char_span(*place, label=LABELS[field], alignment_mode="expand")
            if span is not None:
                yield span
