"""Whom heading and lead speak of before the text names the person: "Teacher jailed in Orsha".

That is the one of whom the text speaks most, of those in no office and nobody's relatives.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from custody_records.annotate.names.words import SPACES, Words
from custody_records.annotate.people.phrases import Phrase
from custody_records.annotate.people.roles import RoleReader

_LEAD = 600  # characters of heading and lead
_FEWEST = 2  # mentions of whom a text of several people is about


class Told(NamedTuple):
    """One mention: the person's key, where it begins, and whether an office is known."""

    key: str
    start: int
    in_office: bool


class Lead:
    """Reads heading and lead of a text."""

    def __init__(self, words: Words, roles: RoleReader) -> None:
        self.words = words
        self.roles = roles
        heading = words.text.find("\n")
        self.heading = words.within(0, max(0, heading))[1]

    @staticmethod
    def protagonist(mentions: Sequence[Told]) -> int | None:
        """Return the first mention of whom the text is about, None if several may be."""
        counted = Counter(one.key for one in mentions if not one.in_office)
        first, *rest = counted.most_common(2) or [("", 0)]
        if first[1] < _FEWEST or (rest and rest[0][1] == first[1]):
            return None
        return next(
            i for i, one in enumerate(mentions) if one.key == first[0] and not one.in_office
        )

    def role(self, named: int) -> str | None:
        """Return what the lead, else the heading, calls who is named first at ``named``."""
        stop = self.words.within(0, min(named, _LEAD))[1]
        for phrase in (*self.of_lead(stop), *self.of_heading(stop)):
            role = self.roles.writer.written(self.words, phrase, {})
            if role:
                return role
        return None

    def of_lead(self, stop: int) -> Iterator[Phrase]:
        """Yield what opens a sentence: "An undertrial died", "A former prison officer who ..."."""
        indefinite = self.roles.lexicon.closed.indefinite
        for i in range(self.heading, stop - 1):
            before = self.words.texts[i - 1] if i else ""
            of = before in self.roles.lexicon.closed.genitive
            opens = self.words.opens(i) or of
            if not (opens and self.words.texts[i].lower() in indefinite):
                continue
            phrase = self.roles.forward.read(self.words, i + 1)
            if phrase and phrase.last < stop and self.may_be(phrase, held=of):
                yield Phrase(phrase.first, phrase.head, phrase.head)

    def of_heading(self, stop: int) -> Iterator[Phrase]:
        """Yield "Teacher from Orsha gets two years" and "death of remand prisoner"."""
        closed = self.roles.lexicon.closed
        for head in range(min(self.heading, stop)):
            word = self.words.texts[head]
            owned = self.words.gap(head) in self.roles.phrases.possessive
            ended = owned or self.words.gap(head) in SPACES | {"\n"}
            if not (ended and self.roles.phrases.is_role(word)):
                continue
            first = self.roles.phrases.leftward(self.words, head)
            before = self.words.before(first)
            phrase = Phrase(first, head, head)
            after = self.words.texts[head + 1] if head + 1 < self.heading else ""
            led = owned or before in closed.genitive or before in closed.indefinite
            fate = first == 0 and after in self.roles.wording.fates
            if (led and self.may_be(phrase, held=True)) or (fate and self.may_be(phrase)):
                yield phrase

    def may_be(self, phrase: Phrase, *, held: bool = False) -> bool:
        """Tell whether the role is of somebody in custody or before a court, or is past."""
        head = self.words.texts[phrase.head].lower()
        if head in self.roles.wording.held:
            return True
        if held or head in self.roles.wording.passing:
            return False
        opened = self.words.texts[phrase.first].lower()
        if opened.startswith((*self.roles.wording.past, *self.roles.wording.ex)):
            return True
        traits = [entry.noun.traits for entry in self.roles.phrases.nouns.get(head)]
        return any("individual" in t and "generic" not in t and "official" not in t for t in traits)

    def age(self, named: int) -> int | None:
        """Return the one age that heading and lead tell: "death of a 33-year-old man"."""
        text = self.words.text[: min(named, _LEAD)]
        found = set()
        for match in self.roles.ages.patterns.before.finditer(text):
            i = self.words.within(match.start(), match.end())[0]
            if i and self.words.texts[i - 1].lower() in self.roles.lexicon.closed.indefinite:
                found.add(self.roles.ages.of(match))
        return found.pop() if len(found) == 1 else None
