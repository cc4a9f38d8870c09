"""Gather time expressions into the calendar values that the story mentions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.text import text_of
from custody_records.annotate.timex.reading import Timex
from custody_records.contract import Date
from custody_records.contract.date import check_value
from custody_records.contract.values import DateModifier
from custody_records.records.gather import mentions, provenance, readings
from custody_records.records.pageline import is_page_line

_MODIFIERS = frozenset(get_args(DateModifier))


@dataclass(frozen=True, slots=True)
class _Stated:
    """A calendar value as one expression states it."""

    value: str
    end_value: str | None
    modifier: DateModifier | None
    start: int
    end: int
    rule: str
    anchor: str | None


def gather(doc: Doc) -> list[Date]:
    """Return the article's dates in the order of their first mention."""
    groups: dict[tuple[str, str | None], list[_Stated]] = {}
    for stated in _stated(doc):
        groups.setdefault((stated.value, stated.end_value), []).append(stated)
    for group in groups.values():
        for repeated in group[1:]:
            note(
                doc,
                Decision(
                    "dates", repeated.rule, repeated.start, repeated.end, "merged", group[0].value
                ),
            )
    return [
        Date(
            value=value,
            end=end,
            modifier=next((s.modifier for s in group if s.modifier), None),
            mentions=mentions(doc, list[Any](group)),
            provenance=provenance(list[Any](group), base=group[0].anchor),
        )
        for (value, end), group in groups.items()
    ]


def _stated(doc: Doc) -> Iterator[_Stated]:
    text = text_of(doc)
    published = doc._.published.isoformat() if doc._.published else None
    for reading in readings(doc, "timex", "timex"):
        value = _calendar_value(reading)
        if value is None or reading.closes_range:
            continue
        if is_page_line(text, reading, published):
            note(
                doc,
                Decision("dates", reading.rule, reading.start, reading.end, "refused", "page-line"),
            )
            continue
        yield _Stated(
            value=value,
            end_value=reading.end_value,
            modifier=reading.mod if reading.mod in _MODIFIERS else None,
            start=reading.start,
            end=reading.range_end or reading.end,
            rule=reading.rule,
            anchor=reading.anchor,
        )


def _calendar_value(reading: Timex) -> str | None:
    """Return the value as the contract writes dates; None for what it leaves out."""
    if reading.type not in ("DATE", "TIME") or reading.borrowed:
        return None
    value = reading.value.partition("T")[0] if reading.type == "TIME" else reading.value
    if value in ("XXXX", "") or "XX-" in value.removeprefix("XXXX-") or value.endswith("XX"):
        return None
    try:
        return check_value(value)
    except ValueError:
        return None
