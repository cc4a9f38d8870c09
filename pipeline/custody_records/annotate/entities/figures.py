"""Which counted numbers are one figure.

Equal numbers of the same noun are one figure unless the text sets them apart ("two more"); the
same people under two nouns are one where the later noun points back ("the two men"), is a
general word for human beings, or the number is too large for a chance.
"""

from dataclasses import dataclass, replace
from itertools import islice
from typing import ClassVar

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import FigureEntity
from custody_records.annotate.entities.resolver import TypeResolver, UnionFind, made_by, mentions_of
from custody_records.annotate.entities.rules import FigureRules
from custody_records.annotate.figures.reading import FigureReading
from custody_records.annotate.text import text_of


@dataclass(slots=True)
class _Group:
    """One figure so far: its first reading and that one's index.

    ``again``: below the title, too, its noun stands with its number.
    """

    index: int
    first: FigureReading
    heads: set[str]
    qualifiers: set[str]
    again: bool

    def add(self, reading: FigureReading) -> None:
        self.heads.add(reading.head)
        if reading.qualifier:
            self.qualifiers.add(reading.qualifier)


class Figures(TypeResolver):
    """Clusters counted numbers."""

    field: ClassVar[str] = "figures"
    attribute: ClassVar[str] = "figure"

    def __init__(self, rules: FigureRules) -> None:
        self.rules = rules

    def readings(self, doc: Doc) -> list[FigureReading]:
        """Return the readings; those of the title say so."""
        title_end = text_of(doc).find("\n")
        return [replace(r, in_title=r.end <= title_end) for r in super().readings(doc)]

    def link(self, doc: Doc, found: list[FigureReading], clusters: UnionFind) -> None:
        """Join each number to the latest equal one that counts the same."""
        below = {(r.value, r.head) for r in found if not r.in_title}
        of_value: dict[tuple[float, float | None], list[_Group]] = {}
        for index, reading in enumerate(found):
            equal = of_value.setdefault((reading.value, reading.max), [])
            recent = islice(reversed(equal), self.rules.compared)
            group = next((g for g in recent if self._same(reading, g)), None)
            if group is None:
                again = (reading.value, reading.head) in below
                group = _Group(index, reading, set(), set(), again)
                equal.append(group)
            clusters.join(group.index, index)
            group.add(reading)

    def _same(self, reading: FigureReading, group: _Group) -> bool:
        """Tell whether a reading of the same value counts what a group does."""
        first = group.first
        if reading.qualifier and group.qualifiers and reading.qualifier not in group.qualifiers:
            return False
        if reading.in_table and not reading.definite:
            return False
        people = reading.person and first.person
        if reading.definite and (reading.elliptical or people):
            return True
        if reading.apart:
            # "2,000 more detainees" of the title are the "2,000 more detainees" of the lead.
            return first.apart and first.in_title and reading.head in group.heads
        large = people and reading.value >= self.rules.no_chance
        if reading.head in group.heads:
            return large or reading.definite or not reading.elliptical
        if reading.elliptical or not people:
            return False
        # "Three objectors jailed" over "Three men who refuse ...": a lead retells its title.
        near = reading.start - first.end < self.rules.lead and len(group.heads) == 1
        retold = (near and not group.again) or reading.general or first.general
        return large or (first.in_title and retold)

    def entity(self, id_: int, group: list[FigureReading]) -> FigureEntity:
        """Return the figure, by the reading whose own noun says most."""
        named = [r for r in group if not r.elliptical] or group
        told = [r for r in named if not r.general] or named
        # The lead says whom the title's short word means.
        specific = next((r for r in told if not (r.in_title or r.general)), told[0])
        return FigureEntity(
            id=id_,
            canonical=f"{group[0].value:g} {group[0].unit}",
            mentions=mentions_of(group),
            made=made_by(group),
            value=specific.value,
            max=specific.max,
            qualifier=next((r.qualifier for r in group if r.qualifier), None),
            unit=specific.unit,
            predicate=next((r.predicate for r in [specific, *group] if r.predicate), None),
        )
