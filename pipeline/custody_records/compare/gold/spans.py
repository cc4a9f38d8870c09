"""Gold as labelled spans of its text, and back: the form in which annotation tools speak.

The tools know spans and labels; gold knows things with values and several mentions. So a task
carries both: the spans for the annotator, the gold record beside them. On the way back a span
that was taken away takes its mention away (and an entry that loses its last one goes), a span
that was added becomes a new entry, and everything else stays as it was, the mentions that stand
nowhere in the text included.
"""

import copy
from collections.abc import Iterable
from typing import Any, NamedTuple

from custody_records.compare.context import places, printed
from custody_records.compare.gold.words import filled
from custody_records.contract import FIELDS


class Labelled(NamedTuple):
    """A span of the text and the field it belongs to; offsets are code points."""

    start: int
    end: int
    field: str


class Returned(NamedTuple):
    """A gold record as it came back from a tool, and whether a person worked on it there."""

    record: dict[str, Any]
    annotated: bool


# The key that gets a new span's text, until a person says more.
_TEXT = {
    "facilities": "name",
    "statutes": "instrument",
    "people": "name",
    "organizations": "name",
    "places": "name",
    "dates": "value",
    "figures": "unit",
    "events": "evidence",
}
_NEW: dict[str, dict[str, Any]] = {
    "figures": {"value": 0},
    "events": {"type": None, "status": "reported"},
}


def spans_of(gold: dict[str, Any], body: str) -> list[Labelled]:
    """Return the spans of a gold record: each mention where it stands first."""
    return sorted({span for span, *_ in _placed(gold, body)})


def with_spans(gold: dict[str, Any], body: str, spans: Iterable[Labelled]) -> dict[str, Any]:
    """Return gold as the annotators left it. ``with_spans(g, b, spans_of(g, b)) == g``.

    Raises ValueError for a label that is no field.
    """
    now = set(spans)
    if unknown := {span.field for span in now} - set(FIELDS):
        raise ValueError(f"{gold['article']['id']}: no such field: {', '.join(sorted(unknown))}")
    before = set(spans_of(gold, body))
    result = copy.deepcopy(gold)
    lost: dict[tuple[str, int], set[int]] = {}
    for span, field, entry, mention in _placed(gold, body):
        if span not in now:
            lost.setdefault((field, entry), set()).add(mention)
    for field in FIELDS:
        kept = []
        for index, entry in enumerate(result.get(field, ())):
            gone = lost.get((field, index), set())
            texts = printed(entry)
            left = [text for number, text in enumerate(texts) if number not in gone]
            if gone and not left:
                continue
            if gone:
                entry["mentions"] = left
            kept.append(entry)
        if field in result:
            result[field] = kept
    for span in sorted(now - before):
        result.setdefault(span.field, []).append(_new(span, body))
    return result


def _placed(gold: dict[str, Any], body: str) -> Iterable[tuple[Labelled, str, int, int]]:
    for field in FIELDS:
        for index, entry in enumerate(gold.get(field) or ()):
            for number, text in enumerate(printed(entry)):
                for start, end in places(body, {"mentions": [text]}):
                    yield Labelled(start, end, field), field, index, number
                    break


def _new(span: Labelled, body: str) -> dict[str, Any]:
    """Return an entry that says no more than a span; the rest is null, or an empty list."""
    text = body[span.start : span.end]
    entry = {**_NEW.get(span.field, {}), "mentions": [text], _TEXT[span.field]: text}
    if span.field == "events":
        del entry["mentions"]
    whole = filled(span.field, entry)
    del whole["provenance"]
    return whole
