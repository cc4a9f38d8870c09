"""Which entity is mentioned at a place of the text."""

from bisect import bisect_left
from collections.abc import Iterable

from spacy.tokens import Doc

from custody_records.annotate.cache import cached
from custody_records.annotate.entities.entity import Entity, EntityType


class EntityIndex:
    """The mentions of a doc's entities, by type and character."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = tuple(entities)
        found: dict[EntityType, list[tuple[int, int, int]]] = {}
        for entity in self.entities:
            held = found.setdefault(entity.type, [])
            held += [(start, end, entity.id) for start, end in entity.mentions]
        self._mentions = {type_: sorted(held) for type_, held in found.items()}
        self._longest = {
            type_: max(end - start for start, end, _ in held) for type_, held in found.items()
        }

    @classmethod
    def of(cls, doc: Doc) -> "EntityIndex":
        """Return the doc's index, made once for all that ask."""
        return cached(doc, "entity_index", lambda doc: cls(doc._.entities or ()))

    def at(self, type_: EntityType, start: int, end: int) -> Entity | None:
        """Return the first entity of a type with a mention that shares a character, or None."""
        held = self._mentions.get(type_, [])
        index = bisect_left(held, (start - self._longest.get(type_, 0),))
        while index < len(held) and held[index][0] < end:
            if held[index][1] > start:
                return self.entities[held[index][2]]
            index += 1
        return None

    def of_type(self, type_: EntityType) -> tuple[Entity, ...]:
        """Return the entities of a type in the order of their first mentions."""
        return tuple(entity for entity in self.entities if entity.type == type_)
