"""The named body or person that "the ministry", "the group" or "the lawyer" speaks of again."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from custody_records.annotate.cache import cached
from custody_records.annotate.entities.references.referent import Referent
from custody_records.annotate.participants.lexicon import Lexicon


def is_bare(noun: Token, articles: Container[str]) -> bool:
    """Tell whether a noun stands with "the" and nothing else: it speaks of what was named."""
    before = [c for c in noun.lefts if c.dep_ not in ("punct", "cc")]
    definite = len(before) == 1 and before[0].lower_ in articles
    return definite and not any(c.dep_ in ("prep", "relcl", "acl", "appos") for c in noun.rights)


@dataclass(slots=True)
class _Names:
    """Names in text order; ``ends`` are the tokens after each."""

    ends: list[int] = field(default_factory=list)
    names: list[Referent] = field(default_factory=list)

    def add(self, end: int, name: Referent) -> None:
        self.ends.append(end)
        self.names.append(name)

    def last(self, index: int) -> Referent | None:
        """Return the last name that ends before a token."""
        before = bisect_right(self.ends, index)
        return self.names[before - 1] if before else None


class Namesakes:
    """The names of one doc by the words in them, and people by the words of their roles."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.groups = lexicon.groups
        self._bodies: dict[str, _Names] = defaultdict(_Names)
        self._any_body, self._unofficial = _Names(), _Names()
        self._by_role: dict[str, _Names] = defaultdict(_Names)
        self._surname_of: dict[int, str] = {}
        self._roles_of: dict[str, set[str]] = defaultdict(set)
        for span in sorted(doc.spans.get("organizations", ()), key=lambda s: s.start):
            reading = span._.organization
            name = Referent.named(span, "organization")
            words = words_of(reading.name)
            for word in words:
                self._bodies[word].add(span.end, name)
            self._any_body.add(span.end, name)
            if lexicon.officials.isdisjoint(words):
                self._unofficial.add(span.end, name)
        for span in sorted(doc.spans.get("people", ()), key=lambda s: s.start):
            reading = span._.person
            name = Referent.named(span, "person")
            roles = {word for role in reading.roles for word in words_of(role)}
            for word in roles:
                self._by_role[word].add(span.end, name)
            surname = reading.name.split()[-1] if reading.name.split() else ""
            self._surname_of[reading.start] = surname
            self._roles_of[surname] |= roles

    @classmethod
    def of(cls, doc: Doc, lexicon: Lexicon) -> "Namesakes":
        """Return the doc's names, indexed once for all that ask."""
        return cached(doc, "namesakes", lambda doc: cls(doc, lexicon))

    def body(self, index: int, word: str) -> Referent | None:
        """Return the last body named before a token that has the word in its name.

        "The group", "the watchdog" stand for the last one named that does not speak for the state.
        """
        named = self._bodies[word].last(index) if word in self._bodies else None
        if named is None and word in self.groups:
            named = self._unofficial.last(index)
        return named

    def last_body(self, index: int) -> Referent | None:
        """Return the last body named before a token."""
        return self._any_body.last(index)

    def person(self, index: int, word: str) -> Referent | None:
        """Return the last person named before a token of whom the text says the role."""
        return self._by_role[word].last(index) if word in self._by_role else None

    def roles(self, start: int) -> frozenset[str]:
        """Return the words of the roles of the person named at a character.

        A name repeated without its title ("Petrov denied it") has those of the fuller name.
        """
        surname = self._surname_of.get(start)
        return frozenset(self._roles_of[surname]) if surname else frozenset()


def words_of(text: str) -> frozenset[str]:
    """Return the lower-case words of a text, without marks of possession."""
    return frozenset(text.lower().replace("’", " ").replace("'", " ").split())
