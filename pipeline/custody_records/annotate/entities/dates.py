"""Which time expressions are one calendar value of the story."""

import re
from dataclasses import replace
from typing import ClassVar, get_args

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.entities.entity import DateEntity
from custody_records.annotate.entities.resolver import TypeResolver, UnionFind, made_by, mentions_of
from custody_records.annotate.entities.rules import DateRules
from custody_records.annotate.text import text_of
from custody_records.annotate.timex.reading import Timex
from custody_records.contract.date import check_value
from custody_records.contract.values import DateModifier

_LONGEST = 100  # characters of such a line


class PageLine:
    """Knows what may stand in a line that holds nothing but when the page appeared."""

    def __init__(self, rules: DateRules) -> None:
        words = "|".join(rules.page_line_words)
        self._furniture = re.compile(rf"\W|\d|\b(?:{words})\b", re.IGNORECASE)
        self._label = re.compile(rf"\b(?:{'|'.join(rules.page_line_labels)})\b", re.IGNORECASE)

    def holds(self, text: str, reading: Timex, published: str | None) -> bool:
        """Tell whether a date stands in such a line.

        The line says so ("Updated 13 May 2019 10:00"), or its date is that of the publication.
        """
        start = text.rfind("\n", 0, reading.start) + 1
        stop = text.find("\n", reading.end)
        stop = len(text) if stop < 0 else stop
        if stop - start > _LONGEST:
            return False
        rest = text[start : reading.start] + " " + text[reading.end : stop]
        if self._furniture.sub("", rest):
            return False
        return reading.value == published or self._label.search(rest) is not None


_MODIFIERS: dict[str | None, DateModifier] = {m: m for m in get_args(DateModifier)}


class Dates(TypeResolver):
    """Clusters time expressions that name a day or a longer period of the calendar."""

    field: ClassVar[str] = "dates"
    attribute: ClassVar[str] = "timex"

    def __init__(self, rules: DateRules) -> None:
        self.page_line = PageLine(rules)

    def readings(self, doc: Doc) -> list[Timex]:
        """Return the expressions with a calendar value, each with the end of its range."""
        found: list[Timex] = []
        text = text_of(doc)
        published = doc._.published.isoformat() if doc._.published else None
        for reading in super().readings(doc):
            value = calendar_value(reading)
            if value is None or reading.closes_range:
                continue
            start, end = reading.start, reading.end
            if self.page_line.holds(text, reading, published):
                note(doc, Decision(self.field, reading.rule, start, end, "refused", "page-line"))
                continue
            last = _written(reading.end_value) if reading.end_value else None
            found.append(
                replace(reading, value=value, end_value=last, end=reading.range_end or end)
            )
        return found

    def link(self, doc: Doc, found: list[Timex], clusters: UnionFind) -> None:
        """Join expressions of one value."""
        first: dict[tuple[str, str | None], int] = {}
        for index, reading in enumerate(found):
            clusters.join(first.setdefault((reading.value, reading.end_value), index), index)

    def entity(self, id_: int, group: list[Timex]) -> DateEntity:
        """Return the date; a value printed bare and modified has the modifier."""
        modifiers = (_MODIFIERS[r.mod] for r in group if r.mod in _MODIFIERS)
        return DateEntity(
            id=id_,
            canonical=group[0].value,
            mentions=mentions_of(group),
            made=made_by(group, base=group[0].anchor),
            value=group[0].value,
            end=group[0].end_value,
            modifier=next(modifiers, None),
        )


def calendar_value(reading: Timex) -> str | None:
    """Return the value as the contract writes dates; None for what it leaves out."""
    if reading.type not in ("DATE", "TIME") or reading.borrowed:
        return None
    return _written(reading.value)


def _written(timex: str) -> str | None:
    """Return a TIMEX3 value without its time of day; None for one that names no day or period.

    So the end of "from 3 May until today" is none where no publication date is known.
    """
    value = timex.partition("T")[0]
    if value in ("XXXX", "") or "XX-" in value.removeprefix("XXXX-") or value.endswith("XX"):
        return None
    try:
        return check_value(value)
    except ValueError:
        return None
