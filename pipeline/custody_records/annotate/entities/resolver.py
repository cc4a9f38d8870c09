"""What a type of entity says of its mentions: which are one thing, and what that thing is."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import Entity, Made
from custody_records.annotate.readings import of_doc


class UnionFind:
    """Sets of the integers 0 to ``size`` - 1; each operation takes nearly constant time."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, one: int) -> int:
        """Return the representative of a set: its smallest member."""
        root = one
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[one] != root:
            self._parent[one], one = root, self._parent[one]
        return root

    def join(self, one: int, other: int) -> None:
        """Make one set of two."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first

    def groups(self) -> list[list[int]]:
        """Return the sets in the order of their smallest members, each sorted."""
        found: dict[int, list[int]] = {}
        for one in range(len(self._parent)):
            found.setdefault(self.find(one), []).append(one)
        return list(found.values())


class TypeResolver(ABC):
    """Clusters the mentions of one type, whose readings spans hold under ``attribute``.

    ``field`` is the record's name for the type.
    """

    attribute: ClassVar[str]
    field: ClassVar[str]

    def readings(self, doc: Doc) -> list[Any]:
        """Return the readings that may be of an entity, in text order."""
        return of_doc(doc, self.attribute)

    @abstractmethod
    def link(self, doc: Doc, found: list[Any], clusters: UnionFind) -> None:
        """Join in ``clusters`` the indexes of readings that are of one thing."""

    @abstractmethod
    def entity(self, id_: int, group: list[Any]) -> Entity:
        """Return the entity of a cluster of readings, which are in text order."""

    def is_merged(self, reading: Any, group: list[Any], entity: Entity) -> bool:
        """Tell whether the decision log should say what a reading was taken for."""
        return reading is not group[0]


def mentions_of(group: list[Any]) -> tuple[tuple[int, int], ...]:
    """Return the distinct spans of several readings, in text order."""
    return tuple(sorted({(reading.start, reading.end) for reading in group}))


def made_by(group: list[Any], base: str | None = None) -> tuple[Made, ...]:
    """Return the distinct makers of several readings, sorted."""
    return tuple(
        Made("model" if rule.startswith("model.") else "rule", rule, base)
        for rule in sorted({reading.rule for reading in group})
    )
