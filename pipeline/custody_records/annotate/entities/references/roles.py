"""The people of a doc by the words of their roles: whom "the lawyer" may speak of again."""

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from custody_records.annotate.cache import cached
from custody_records.annotate.entities.entity import PersonEntity
from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.entities.references.occurrences import Occurrences
from custody_records.annotate.entities.references.referent import Referent
from custody_records.contract.fold import words_of


class Roles:
    """Each mention of a person stands under the words of all roles that the text gives him."""

    def __init__(self, doc: Doc) -> None:
        self._words = {
            entity.id: frozenset().union(*map(words_of, entity.roles))
            for entity in EntityIndex.of(doc).of_type("person")
            if isinstance(entity, PersonEntity) and entity.roles
        }
        self._bearers: dict[str, Occurrences] = defaultdict(Occurrences)
        for span in sorted(doc.spans.get("people", ()), key=lambda s: s.start):
            meant = Referent.named(span, "person")
            for word in self.of_person(meant.entity):
                self._bearers[word].add(span.end, meant)

    @classmethod
    def of(cls, doc: Doc) -> "Roles":
        """Return the doc's roles, indexed once for all that ask."""
        return cached(doc, "roles", cls)

    def __contains__(self, word: str) -> bool:
        return word in self._bearers

    def of_person(self, entity: int | None) -> frozenset[str]:
        """Return the words of the roles of an entity; none if it is no person."""
        return self._words.get(entity, frozenset()) if entity is not None else frozenset()

    def last(self, index: int, word: str) -> Referent | None:
        """Return the person with a role of that word who is named last before a token."""
        return self._bearers[word].last(index) if word in self._bearers else None

    def only(self, index: int, words: Iterable[str]) -> Referent | None:
        """Return the one person of a role with one of the words: named before, else in the text.

        "His wife told it to the press. ... His wife, Anna Petrova, 40, ..."
        """
        roles = [self._bearers[word] for word in words if word in self._bearers]
        before = [role.last(index) for role in roles if role.entities(index)]
        found = set().union(*(role.entities(index) for role in roles))
        if not found:
            before = [role.last() for role in roles]
            found = set().union(*(role.entities() for role in roles))
        return before[-1] if len(found) == 1 else None

    def alone(self, word: str) -> Referent | None:
        """Return the first mention of the one person of that role in the whole text."""
        role = self._bearers.get(word)
        return role.names[0] if role is not None and len(role.entities()) == 1 else None
