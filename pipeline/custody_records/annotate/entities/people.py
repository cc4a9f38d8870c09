"""Which mentions of people are one human being."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import ClassVar

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import Entity, PersonEntity
from custody_records.annotate.entities.person_names import Parts, PersonNames, fullness
from custody_records.annotate.entities.resolver import TypeResolver, UnionFind, made_by, mentions_of
from custody_records.annotate.entities.spelling import Spelling
from custody_records.annotate.people.reading import PersonReading
from custody_records.annotate.text import text_of


@dataclass(slots=True)
class _Cluster:
    """One person so far: index of a mention, printed names, and where the mentions start."""

    index: int
    kin: bool = False
    printed: set[Parts] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)


class People(TypeResolver):
    """Clusters people.

    Full names first: "Kozlov" in the headline is the Vladimir Kozlov of the text. Then aliases,
    which hang on them, then what may be short for either.
    """

    field: ClassVar[str] = "people"
    attribute: ClassVar[str] = "person"

    def __init__(self, spellings: Sequence[tuple[str, str]]) -> None:
        self.names = PersonNames(Spelling(spellings))

    def link(self, doc: Doc, found: list[PersonReading], clusters: UnionFind) -> None:
        """Join each mention to the person whom it names."""
        text, known = text_of(doc), _Known(self.names)
        of_alias = _aliases(found)
        named = {one.name for one in of_alias.values()}

        def order(index: int) -> tuple[int, int, int]:
            reading = found[index]
            words = fullness(reading.name)[0]
            rank = 1 if reading.name in of_alias else 0 if words > 1 or reading.name in named else 2
            return rank, -words, reading.start

        for index in sorted(range(len(found)), key=order):
            reading = found[index]
            meant = known.cluster(text, of_alias.get(reading.name, reading))
            cluster = known.add(index, reading, meant)
            clusters.join(cluster.index, index)

    def entity(self, id_: int, group: list[PersonReading]) -> PersonEntity:
        """Return the person; the name is the fullest printed, prose before capitals, first."""
        best = max(group, key=lambda r: (not r.alias, *fullness(r.name), -r.start))
        roles: dict[str, str] = {}
        for reading in group:
            for role in reading.roles:
                roles.setdefault(role.lower(), role)
        return PersonEntity(
            id=id_,
            canonical=" ".join(best.name.split()),
            mentions=mentions_of(group),
            made=made_by(group),
            roles=tuple(roles.values()),
            age=next((r.age for r in group if r.age is not None), None),
            kin=any(r.kin for r in group),
        )

    def is_merged(self, reading: PersonReading, group: list[PersonReading], entity: Entity) -> bool:
        """Tell whether the mention prints another name than the entity has."""
        return reading.name != entity.canonical


class _Known:
    """The people so far, looked up by the parts of their names."""

    def __init__(self, names: PersonNames) -> None:
        self.names = names
        self._by_key: dict[tuple[str, str], list[_Cluster]] = {}

    def add(self, index: int, reading: PersonReading, cluster: _Cluster | None) -> _Cluster:
        """Take in a mention: of a known person, or of a new one."""
        cluster = cluster or _Cluster(index)
        parts = self.names.parts(reading.name)
        if parts not in cluster.printed:
            cluster.printed.add(parts)
            for key in sorted(self.names.keys_of_full(parts)):
                held = self._by_key.setdefault(key, [])
                if cluster not in held[-1:]:
                    held.append(cluster)
        cluster.kin = cluster.kin or reading.kin
        insort(cluster.starts, reading.start)
        return cluster

    def cluster(self, text: str, reading: PersonReading) -> _Cluster | None:
        """Return the person that a mention names: of several, the one mentioned last before it.

        A bare surname is the person whom the text is about rather than a relative ("his father,
        Ruslan Idigov") of whom an earlier paragraph has spoken.
        """
        parts = self.names.parts(reading.name)
        fits = self._fitting(parts)
        if len(parts) == 1 and len(fits) > 1:
            by_surname = [c for c in fits if any(name[-1] == parts[0] for name in c.printed)]
            fits = by_surname or fits

        def nearness(cluster: _Cluster) -> tuple[bool, bool, int]:
            earlier = bisect_left(cluster.starts, reading.start)
            if not earlier:
                return (False, False, -cluster.starts[0])
            last = cluster.starts[earlier - 1]
            kin = len(parts) == 1 and cluster.kin
            return (True, not (kin and "\n" in text[last : reading.start]), last)

        return max(fits, key=nearness) if fits else None

    def _fitting(self, parts: Parts) -> list[_Cluster]:
        candidates = {
            cluster.index: cluster
            for key in self.names.keys_of_short(parts)
            for cluster in self._by_key.get(key, ())
        }
        return [
            cluster
            for _, cluster in sorted(candidates.items())
            if any(self.names.fit(name, parts) for name in cluster.printed)
        ]


def _aliases(found: list[PersonReading]) -> dict[str, PersonReading]:
    """Return for each name that is another's alias the reading that it stands behind."""
    in_order = sorted(found, key=lambda r: r.start)
    return {after.name: one for one, after in pairwise(in_order) if after.alias}
