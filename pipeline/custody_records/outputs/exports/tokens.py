"""Texts as tokens with the records' mentions on them: what training formats are made of."""

from collections.abc import Iterator

import spacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from custody_records.contract import FIELDS
from custody_records.outputs.exports.source import Record, Source, mentions

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
        tokenizer = tokenizers.get(record["article"]["language"], other)
        doc = tokenizer.make_doc(source.needed_body(record))
        for field in FIELDS:
            if field in record:
                doc.spans[field] = list(_spans(doc, record, field))
        yield record, doc


def flat(doc: Doc) -> list[Span]:
    """Return the spans of all fields but events, whose evidence is whole sentences: none overlap.

    Where mentions overlap, the longest wins.
    """
    return filter_spans(s for field in doc.spans if field != "events" for s in doc.spans[field])


def _spans(doc: Doc, record: Record, field: str) -> Iterator[Span]:
    seen = set()
    for entry in record[field]:
        for mention in mentions(entry):
            place = mention["start"], mention["end"]
            if place in seen:
                continue
            seen.add(place)
            span = doc.char_span(*place, label=LABELS[field], alignment_mode="expand")
            if span is not None:
                yield span
