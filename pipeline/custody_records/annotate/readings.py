"""Readings on the spans of a doc: by these components write them and read those of others.

spaCy keeps what a span holds by its offsets, so that readings in the same tokens share a span:
"LA-155/8,/12" is one token and two facilities.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from spacy.tokens import Doc, Span

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.extensions import SPAN_GROUPS

# First token, the one behind the last, and what was read there.
Read = tuple[int, int, Sequence[Any]]


def in_tokens(doc: Doc, readings: Iterable[Any]) -> list[Read]:
    """Return readings by the tokens in which they lie, in the order in which those come first."""
    found: dict[tuple[int, int], list[Any]] = {}
    for reading in readings:
        span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
        if span is not None:
            found.setdefault((span.start, span.end), []).append(reading)
    return [(start, end, held) for (start, end), held in found.items()]


def write(doc: Doc, attribute: str, found: Iterable[Read], *, single: bool = False) -> list[Span]:
    """Set the spans of an attribute's group, each with its readings, and return them.

    A span holds a tuple of readings; where ``single``, the reading itself if it is alone.
    """
    spans = []
    kept: dict[Any, Any] = doc.user_data
    for start, end, readings in found:
        span = Span(doc, start, end, label=attribute.upper())
        alone = single and len(readings) == 1
        key = "._.", attribute, span.start_char, span.end_char  # see ``held_by``
        kept[key] = readings[0] if alone else tuple(readings)
        spans.append(span)
    doc.spans[SPAN_GROUPS[attribute]] = spans
    return spans


def keep(doc: Doc, attribute: str, readings: Iterable[tuple[Span, Any]]) -> list[Span]:
    """Write one reading a span, and note that each is kept."""
    found = [(span.start, span.end, (reading,)) for span, reading in readings]
    for _, _, (reading,) in found:
        group = SPAN_GROUPS[attribute]
        note(doc, Decision(group, reading.rule, reading.start, reading.end, "kept"))
    return write(doc, attribute, found, single=True)


def held_by(span: Span, attribute: str) -> Any:
    """Return ``span._.ATTRIBUTE`` from where spaCy keeps it: a tenth of the time."""
    key = "._.", attribute, span.start_char, span.end_char
    kept: dict[Any, Any] = span.doc.user_data
    return kept[key] if key in kept else getattr(span._, attribute)


def of_span(span: Span, attribute: str) -> tuple[Any, ...]:
    """Return the readings that a span holds."""
    held = held_by(span, attribute)
    return held if isinstance(held, tuple) else (held,)


def of_doc(doc: Doc, attribute: str) -> list[Any]:
    """Return all readings of an attribute, in the order of the spans."""
    spans = doc.spans.get(SPAN_GROUPS[attribute], ())
    return [reading for span in spans for reading in of_span(span, attribute)]
