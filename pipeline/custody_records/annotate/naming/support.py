"""What only the model knows needs support: what it is made of, or what is said of it.

The model takes unknown capitals for bodies and people: towns ("villagers at Kamkumung"), ships,
prisons. A body is an acronym in prose, bears a word of bodies, is told something, speaks through
somebody, or is called an agency, a party or a company beside its name. A person of one word is
somebody's wife, is named or called so, says or does something; in a text of a few sentences a
family name stands alone.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from custody_records.annotate.lexicon.noun import Denotes
from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words
from custody_records.annotate.naming.single import SHORT_TEXT, SingleWords
from custody_records.annotate.overlaps import Candidate, Rank

_ACRONYM = re.compile(r"[A-ZÀ-Þ]{3,7}s?|[A-Z]{2,}[a-z]?[A-Z]+|(?:[A-Z]\.){3,}")
_CAMEL = re.compile(r"[a-z]{2}[A-Z]")
_BODY: tuple[Denotes, ...] = ("body", "medium")
_GLOSS = 6  # words behind a name in which a gloss says what it is
_NEAR = 3  # ... in which a person's age or role does
_KINDS = frozenset([" ", ", ", " – ", " — "])


class Support:
    """Tells the bodies and people that something speaks for from those of the model alone."""

    def __init__(self, lexicon: NameLexicon, subjects: frozenset[str]) -> None:
        self.lexicon = lexicon
        self.single = SingleWords(lexicon, subjects)
        self.of_bodies = subjects | lexicon.lexicon.nouns.head_words()

    def supported(self, words: Words, names: list[Candidate]) -> Iterator[Candidate]:
        """Yield the names; what nothing speaks for is a place behind "at", else no name.

        One mention that is supported is enough for all of the same words, a person's whole name
        for a part of it.
        """
        judges = {"organization": self._is_told, "person": self._is_somebody}
        said = {
            (name.reading, self._text(words, name))
            for name in names
            if name.reading in judges and (name.by_rule or judges[name.reading](words, name))
        }
        said |= {
            ("person", word)
            for name in names
            if name.reading == "person"
            for parts in [self._text(words, name).split()]
            if len(parts) > 1
            for word in parts
        }
        for name in names:
            of_model = name.reading in judges and not name.by_rule and name.rank is Rank.MODEL
            if not of_model or (name.reading, self._text(words, name)) in said:
                yield name
            else:
                yield replace(name, reading="place" if self._at(words, name) else None)

    def _is_somebody(self, words: Words, name: Candidate) -> bool:
        """Tell whether a mention of a person is of several words, or who it is stands beside it."""
        first, stop = words.within(name.start, name.end)
        if stop - first != 1 or len(words) <= SHORT_TEXT or self.single.human(words, first):
            return True
        before = words.before(first)
        if first and words.gap(first - 1) in _KINDS:
            naming = before in self.lexicon.words.calling
            if naming or self.lexicon.lexicon.nouns.denotes(before, "person", "address"):
                return True
        if stop >= len(words) or words.gap(stop - 1) not in (", ", " "):
            return False
        behind = range(stop, min(stop + _NEAR, len(words)))
        return words.gap(stop - 1) == ", " and any(
            self.lexicon.lexicon.nouns.is_person(words.texts[i]) for i in behind
        )

    @staticmethod
    def _text(words: Words, name: Candidate) -> str:
        return words.text[name.start : name.end].casefold()

    def _is_told(self, words: Words, name: Candidate) -> bool:
        """Tell whether a mention has the form of a body or stands where bodies do."""
        first, stop = words.within(name.start, name.end)
        parts = words.texts[first:stop]
        if not parts:
            return True
        return (
            self._formed(words, first, parts)
            or self._led(words, first)
            or self._followed(words, stop)
        )

    def _formed(self, words: Words, first: int, parts: list[str]) -> bool:
        """Tell whether the words are an acronym in prose, or one of them is a word of bodies."""
        if len(parts) > 1:
            nouns = self.lexicon.lexicon.nouns
            return any(p in self.of_bodies or nouns.denotes(p.lower(), *_BODY) for p in parts)
        if _CAMEL.search(parts[0]) or parts[0].endswith(self.lexicon.words.body_endings):
            return True
        if not _ACRONYM.fullmatch(parts[0]) or parts[0] in self.lexicon.words.other_acronyms:
            return False
        heads = words.opens(first) and words.gap(first).startswith((". ", ": "))
        near = [words.texts[k] for k in (first - 1, first + 1) if 0 <= k < len(words)]
        return not heads and any(not word.isupper() for word in near)

    def _led(self, words: Words, first: int) -> bool:
        """Tell whether what only bodies have or hear stands before the name, or their kind."""
        i = first
        if words.before(i) in self.lexicon.closed.definite:
            i -= 1
        if i < 2 or words.gap(i - 1) not in _KINDS:
            return False
        before, owner = words.texts[i - 1], words.texts[i - 2]
        if self._kind(before):
            return True
        if words.gap(i - 1) != " ":
            return False
        if before in self.lexicon.words.addressing:
            return True
        return words.gap(i - 2) == " " and self._has(before, owner)

    def _has(self, before: str, owner: str) -> bool:
        """Tell whether ``owner`` is of a body: "analysts at", "chairman of", "shares of"."""
        if (
            before in self.lexicon.words.staff_prepositions
            and owner.lower() in self.lexicon.words.staff
        ):
            return True
        return before in self.lexicon.closed.belonging and (
            owner[0].isupper()
            or owner in self.lexicon.words.held
            or owner in self.lexicon.titles.offices
        )

    def _followed(self, words: Words, stop: int) -> bool:
        """Tell whether who is of a body or what it is follows: "members", ", the watchdog"."""
        if stop >= len(words):
            return False
        after = words.texts[stop]
        if words.next(stop - 1):
            return (
                after in self.lexicon.words.of_bodies
                or after in self.lexicon.words.editors
                or after in self.lexicon.closed.speech
                or (after.islower() and self._kind(after))
            )
        if words.gap(stop - 1) != ", " or after not in self.lexicon.words.determiners:
            return False
        for i in range(stop + 1, min(stop + _GLOSS, len(words))):
            if not words.previous(i):
                return False
            if self._kind(words.texts[i]):
                return True
        return False

    def _kind(self, word: str) -> bool:
        """Tell whether a word in lower case says what kind of body something is."""
        return word.islower() and (
            self.lexicon.lexicon.nouns.denotes(word, *_BODY) or word in self.lexicon.words.makers
        )

    def _at(self, words: Words, name: Candidate) -> bool:
        """Tell whether one word stands behind "at" or "off", and no building's noun behind it."""
        first, stop = words.within(name.start, name.end)
        if stop - first != 1 or words.texts[first].isupper():
            return False
        building = self.lexicon.lexicon.nouns.denotes(
            words.next(first).lower(), "building", "prison"
        )
        return words.previous(first) in self.lexicon.words.reaching and not building
