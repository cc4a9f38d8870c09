"""Find the names of bodies that a head word gives away, and where such a name begins and ends."""

from collections.abc import Iterator

from custody_records.annotate.names.gazetteer import NameTable
from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import PLURAL_POSSESSIVE, SPACES, Words
from custody_records.annotate.organizations.rules import HeadRule, SubjectFile
from custody_records.annotate.organizations.tails import Tails

_MOST_WORDS = 14
_MOST_TAILS = 4


class HeadFinder:
    """Walks left and right from each head word."""

    def __init__(
        self,
        rules: tuple[HeadRule, ...],
        known: NameTable,
        subjects: SubjectFile,
        lexicon: NameLexicon,
        ordinals: tuple[str, ...],
    ) -> None:
        """``ordinals``: the endings of ordinals in digits, "34th"."""
        self.known = known
        self.subjects = subjects
        self.lexicon = lexicon
        self.ordinals = ordinals
        self.closed = lexicon.closed
        self.before_ordinals = self.closed.definite | self.closed.genitive
        self.joins = self.closed.conjunctions | self.closed.genitive
        self.rule_of: dict[str, HeadRule] = {}
        for rule in rules:
            for head in lexicon.lexicon.nouns.heads(rule.kind):
                self.rule_of.setdefault(head, rule)
        self.never = subjects.never | lexicon.countries
        # A title belongs to who holds it ("Judge"), unless it is a word of a body's subject.
        self.stops = (
            lexicon.closed.function_words | lexicon.closed.calendar | lexicon.titles.courtesy
        )
        self.closing = frozenset(
            head
            for head, rule in self.rule_of.items()
            if rule.closes and head not in subjects.subjects and not head.endswith("s")
        )
        self.tails = Tails(self.rule_of, self.closing, subjects, lexicon, self.belongs)

    def find(self, words: Words) -> Iterator[tuple[int, int, str]]:
        """Yield (first word, last word, rule id) of each name; longer ones may follow shorter."""
        for i in words.where(self.rule_of):
            word = words.texts[i]
            rule = self.rule_of[word]
            if self.of_other(words, i):
                continue
            first, last = self.left(words, i), self.right(words, i, rule)
            if word in self.subjects.forces:
                first, last = self.of_force(words, first, i, last)
            whole = " ".join(words.texts[first : last + 1])
            if (first < i or last > i) and whole not in self.never:
                yield first, last, rule.id

    def of_other(self, words: Words, i: int) -> bool:
        """Tell whether the head word at ``i`` is a part of something that is no body."""
        return self.of_building(words, i) or self.of_prison(words, i) or self.of_minister(words, i)

    def of_building(self, words: Words, i: int) -> bool:
        """Tell whether the head names a building: "Police" of "Central Police Station"."""
        building = words.next(i) in self.subjects.police_buildings
        return building and words.texts[i] in self.subjects.police

    def of_prison(self, words: Words, i: int) -> bool:
        """Tell whether the head names where people are held: "Processing | Center"."""
        before = words.previous(i)
        return before != "" and self.subjects.of_prison(before, words.texts[i])

    def of_force(self, words: Words, first: int, head: int, last: int) -> tuple[int, int]:
        """Return the bounds of a force: with its number, without the man who commands it.

        "34 Artillery Brigade", "Special Deterrence Force of Abdul Raouf Kara"
        """
        if first < head and words.previous(first).isdigit():
            first -= len(words.previous(first)) < 4
        if last > head + 2 and words.texts[head + 2] in self.lexicon.given:
            last = head
        return first, last

    def of_minister(self, words: Words, i: int) -> bool:
        """Tell whether the head is what an office is for: "Energy" of "Deputy Energy Minister"."""
        return (
            words.texts[i] in self.subjects.subjects
            and self.lexicon.is_title(words.next(i))
            and words.capital(i + 1)
        )

    def left(self, words: Words, head: int) -> int:
        """Return the first word of the name that ends in ``head``."""
        first = head
        while first > 0 and head - first < _MOST_WORDS:
            before = self.before(words, first, head)
            if before is None:
                break
            first = before
        first = self.past_other_body(words, first, head)
        return self.trimmed(words, self.with_cause(words, first, head), head)

    def past_other_body(self, words: Words, first: int, head: int) -> int:
        """Return where a known name begins behind "and": "West Yorkshire Police and HM Prisons"."""
        for i in range(head - 1, first, -1):
            joins = words.texts[i] in self.closed.conjunctions
            if joins and self.known.at(words, i + 1) == head > i + 1:
                return i + 1
        return first

    def before(self, words: Words, first: int, head: int) -> int | None:
        """Return where a name that begins at ``first`` goes on to the left, None if it does not."""
        gap, i = words.gap(first - 1), first - 1
        word = words.texts[i]
        if gap in SPACES:
            return i if self.belongs(words, i) else self.joined_left(words, i, first)
        if gap == ". " and word in self.subjects.abbreviated:
            return i
        if gap in PLURAL_POSSESSIVE or gap in self.closed.possessive_gaps:
            owns = (
                word in self.subjects.possessors
                or self.tails.people(words, i)
                or (i > 0 and words.texts[i - 1] in self.subjects.saints)
            )
            return i if owns else None
        listed = (
            gap == ", "
            and not self.closed.conjunctions.isdisjoint(words.texts[first:head])
            and (
                {word, words.texts[first]} <= self.subjects.subjects
                or (self.tails.people(words, i) and self.tails.people(words, first))
            )
        )
        # "Shooters, Fishers and Farmers Party"
        return i if gap == " & " or listed else None

    def with_cause(self, words: Words, first: int, head: int) -> int:
        """Take in the beginning of "the In Defence of the Rights of Prisoners Foundation"."""
        i = first - 1
        opened = (
            first < head
            and i > 0
            and words.texts[i].lower() in self.closed.locative
            and words.texts[first] in self.subjects.causes
            and words.texts[i - 1].lower() in self.closed.definite
        )
        return i if opened else first

    def belongs(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` may be part of a name that goes on after it."""
        word = words.texts[i]
        if " ".join(words.texts[i : i + 2]) in self.subjects.opening:
            return True
        if not words.capital(i):
            ordinal = word[0].isdigit() and word.endswith(self.ordinals)
            # "Forum 18 News Service", but not "August 2010 Seydi Town Court"
            inner = word.isdigit() and len(word) < 4 and i > 0 and words.capital(i - 1)
            return ordinal or (inner and words.texts[i - 1].lower() not in self.stops)
        if self.lexicon.is_compound(word):
            # "the Hamilton-area Liberal Party"
            return False
        if word in self.subjects.ordinals:
            # "the Second Jury Court", "Court of First Instance"
            return words.before(i) in self.before_ordinals
        if (
            word.lower() in self.lexicon.closed.function_words
            and i
            and words.texts[i - 1] in self.closed.definite
        ):
            # "the Will County Coroner's Office"
            return True
        # "US Air Force": an acronym is no function word.
        return word.lower() not in self.stops or (word.isupper() and len(word) > 1)

    def joined_left(self, words: Words, i: int, j: int) -> int | None:
        """Return the word before "and" or "of" at ``i`` if the name goes on through it."""
        definite = (
            words.texts[i] in self.closed.definite
            and i > 0
            and words.texts[i - 1] in self.closed.genitive
        )
        if definite:
            i -= 1  # "Defence of the Rights"
        if not words.previous(i):
            return None
        before, after = words.texts[i - 1], words.texts[j]
        treaty = self.lexicon.lexicon.nouns.denotes(before.lower(), "document")
        if words.texts[i] in self.subjects.stands_for and treaty and words.capital(i - 1):
            return i - 1  # "Convention against Torture Initiative"
        if words.texts[i] not in self.joins:
            return None
        if not words.capital(i - 1):
            return None
        if words.texts[i] in self.closed.genitive:
            # "Bank of America Corporation", "Defenders of Human Rights Center"
            # "Delta State Command of the | Correctional Service" are two
            head = before in self.rule_of and not definite
            joins = head or before in self.subjects.standing_for
            return i - 1 if joins or self.cause_of(words, i, j) else None
        if before in self.subjects.subjects:
            return i - 1
        if f"{before}+{after}" in self.subjects.joined_places:
            return i - 1
        known = before in self.lexicon.demonyms and after in self.lexicon.demonyms
        return i - 1 if known else None

    def cause_of(self, words: Words, i: int, j: int) -> bool:
        """Tell whether "of" at ``i`` joins a cause: "Rights of Prisoners Foundation"."""
        return (
            words.texts[i - 1] in self.subjects.causes | self.subjects.claimed
            and self.lexicon.lexicon.nouns.denotes(words.texts[j], "person")
        ) or (
            words.texts[i - 1] in self.subjects.causes and words.texts[j] in self.subjects.claimed
        )

    def trimmed(self, words: Words, first: int, head: int) -> int:
        """Drop what stands before a name and is none of it: "Judge", "Minister"."""
        for i in range(head - 1, first - 1, -1):
            low = words.texts[i].lower()
            if (
                low in self.subjects.never_inside
                and words.texts[i] not in self.subjects.possessors
                and words.texts[i] not in self.subjects.subjects
            ):
                return i + 1
        return first

    def right(self, words: Words, head: int, rule: HeadRule) -> int:
        """Return the last word of the name whose head word is ``head``."""
        last = self.tails.quoted(words, self.tails.numbered(words, head))
        tails = 0
        while rule.tails and tails < _MOST_TAILS and last - head < _MOST_WORDS:
            end = self.tails.end(words, last, rule.tails, deeper=tails > 0)
            if end is None:
                break
            last, tails = end, tails + 1
        return self.tails.quoted(words, last)
