"""Gather the mentions of counted numbers into one entry for each figure.

Equal numbers of the same noun are one figure unless the text sets them apart ("two more"); the
same people under two nouns are one where the later noun points back ("the two men"), is a
general word for human beings, or the number is too large for a chance.
"""

from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.figures.reading import FigureReading
from custody_records.annotate.text import text_of
from custody_records.contract import Figure
from custody_records.records.gather import mentions, provenance, readings

# Equal counts of people from here on are taken for the same people.
_NO_CHANCE = 10
# Figures of one value that a reading is compared with, the latest first.
_RECENT = 50
_GENERAL = frozenset(["person", "man", "woman", "people", "individual", "human", "life", "soul"])


@dataclass(slots=True)
class _Group:
    """The readings of one figure."""

    readings: list[FigureReading]
    heads: set[str]
    qualifiers: set[str]

    def add(self, reading: FigureReading) -> None:
        self.readings.append(reading)
        self.heads.add(reading.head)
        if reading.qualifier:
            self.qualifiers.add(reading.qualifier)


def gather(doc: Doc) -> list[Figure]:
    """Return the article's figures in the order of their first mention."""
    groups: list[_Group] = []
    of_value: dict[tuple[float, float | None], list[_Group]] = {}
    title_end = text_of(doc).find("\n")
    for reading in readings(doc, "figures", "figure"):
        equal = of_value.setdefault((reading.value, reading.max), [])
        recent = islice(reversed(equal), _RECENT)
        group = next((g for g in recent if _same(reading, g, title_end)), None)
        if group is None:
            group = _Group([], set(), set())
            groups.append(group)
            equal.append(group)
        else:
            by = f"{reading.value:g} {group.readings[0].unit}"
            note(doc, Decision("figures", reading.rule, reading.start, reading.end, "merged", by))
        group.add(reading)
    return [_figure(doc, group.readings) for group in groups]


def _same(reading: FigureReading, group: _Group, title_end: int) -> bool:
    """Tell whether a reading of the same value counts what a group does."""
    first = group.readings[0]
    if reading.qualifier and group.qualifiers and reading.qualifier not in group.qualifiers:
        return False
    if reading.rule == "figure.table" and not reading.definite:
        return False
    people = reading.person and first.person
    if reading.definite and (reading.elliptical or people):
        return True
    if reading.apart:
        # "2,000 more detainees" of the title are the "2,000 more detainees" of the lead.
        return first.apart and first.end <= title_end and reading.head in group.heads
    large = people and reading.value >= _NO_CHANCE
    if reading.head in group.heads:
        return large or reading.definite or not reading.elliptical
    if reading.elliptical or not people:
        return False
    # "Three objectors jailed" over "Three men who refuse ...": a lead retells its title.
    retold = first.end <= title_end and (reading.general or first.general)
    return retold or large


def _figure(doc: Doc, group: list[FigureReading]) -> Figure:
    named = [r for r in group if not r.elliptical] or group
    telling = next((r for r in named if not r.general), named[0])
    return Figure(
        value=telling.value,
        max=telling.max,
        qualifier=next((r.qualifier for r in group if r.qualifier), None),
        unit=telling.unit,
        predicate=next((r.predicate for r in [telling, *group] if r.predicate), None),
        mentions=mentions(doc, group),
        provenance=provenance(group),
    )
