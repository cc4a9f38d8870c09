"""Role phrases: "first deputy prosecutor-general of the country", where they begin and end."""

from dataclasses import dataclass

from custody_records.annotate.lexicon.noun import Denotes
from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import PLURAL_POSSESSIVE, SPACES, Words
from custody_records.annotate.people.words import PeopleWords

_ABBREVIATION = frozenset([". ", ".\u00a0"])
_WITHIN = SPACES | PLURAL_POSSESSIVE | {"! ", ' "', " “", " «", '" ', "” ", "» "}
MOST = 16
_OF_BODIES: frozenset[Denotes] = frozenset(["body", "medium"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A role from word ``first`` to word ``last``; ``head`` is its role word."""

    first: int
    head: int
    last: int


class RolePhrases:
    """Finds the bounds of role phrases."""

    def __init__(self, lexicon: NameLexicon, wording: PeopleWords) -> None:
        self.lexicon = lexicon
        self.wording = wording.roles
        self.counts = wording.counts
        titles = lexicon.titles
        self.closed = lexicon.closed
        self.possessive = self.closed.possessive_gaps
        self.roles = titles.roles
        self.modifiers = titles.modifiers
        self.nouns = lexicon.lexicon.nouns

    def is_role(self, word: str) -> bool:
        """Tell whether the word is a role by itself ("lawyer", "ex-president")."""
        return self.lexicon.is_role(word)

    def modifies(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` can stand before a role word as a part of the role."""
        word = words.texts[i]
        low = word.lower()
        if low in self.modifiers or self.is_role(word) or self.of_body(word):
            return True
        prefix, _, rest = word.partition("-")
        if prefix in self.lexicon.titles.beside.prefixes and (
            rest[:1].isupper() or rest in self.modifiers
        ):
            # "then-Corrections Commissioner Jeff Dunn", "then-security secretary"
            return True
        if (
            not words.capital(i)
            or word in self.lexicon.demonyms
            or low.endswith(self.closed.age_endings)
        ):
            return False
        if "-" in word and word.partition("-")[0] in self.lexicon.demonyms:
            # "Bahraini-Danish activist"
            return False
        return (
            low not in self.lexicon.closed.function_words
            and low not in self.lexicon.closed.calendar
            and low not in (self.lexicon.titles.dropped)
        )

    def of_body(self, word: str) -> bool:
        """Tell whether a noun in lower case names a body that a role may be of: "parliament"."""
        return word.islower() and any(
            entry.singular
            and not entry.noun.denotes.isdisjoint(_OF_BODIES)
            and "name_only" not in entry.noun.traits
            for entry in self.nouns.get(word)
        )

    def womens(self, low: str) -> bool:
        """Tell whether the possessive of a word is a modifier: "women's rights activist"."""
        return any(low + mark in self.modifiers for mark in self.closed.possessives)

    def leads_on(self, words: Words, i: int) -> bool:
        """Tell whether a role goes on behind word ``i``: "women's | rights activist"."""
        gap, low = words.gap(i), words.texts[i].lower()
        if gap in SPACES:
            return self.modifies(words, i) or self.inner(words, i)
        if gap in PLURAL_POSSESSIVE:
            return f"{low}'" in self.modifiers or words.texts[i].islower()
        # "Maj. Gen."
        short = gap in _ABBREVIATION and low in self.lexicon.parts.abbreviated and words.capital(i)
        return short or (gap in self.possessive and self.womens(low))

    def leftward(self, words: Words, head: int) -> int:
        """Return the first word of the role whose role word is ``head``."""
        first, titles = head, self.lexicon.titles
        while first > 0 and head - first < MOST:
            i = first - 1
            if not self.leads_on(words, i) or self.ranked(words, i, head):
                break
            low = words.texts[i].lower()
            if low in titles.dropped or (low in titles.courtesy and low not in titles.modifiers):
                break
            first = i
        return first

    def ranked(self, words: Words, i: int, head: int) -> bool:
        """Tell whether a rank of its own begins after the office at ``i``: "Deputy Head | Major".

        "Prosecutor General" and "Chief Sergeant" are one, "spokesperson | Maj. Gen." are two.
        """
        office, rank = words.texts[i].lower(), words.texts[i + 1]
        if not words.capital(i + 1) or not self.is_role(office):
            return False
        if rank.lower() not in self.lexicon.titles.field_ranks:
            # "commission chairperson | Justice", but "vice president" and "Lead Investigator"
            if (
                office in self.lexicon.titles.ranks
                and rank.lower() in self.lexicon.titles.religious
            ):
                return True  # "General | Sheikh Rashid"
            lower = words.texts[i].islower() and office not in self.modifiers
            # "spokesperson | Jail Chief Inspector"
            return lower and (self.is_role(rank) or self.is_role(words.texts[head]))
        if office in self.lexicon.titles.ranks or office in self.modifiers:
            return False
        return words.texts[i].islower() or rank.lower() not in self.wording.either or head > i + 1

    def before(self, words: Words, name: int) -> list[Phrase]:
        """Return the roles right before the name that begins at word ``name``."""
        found: list[Phrase] = []
        i = name - 1
        while i >= 0 and len(found) < 3:
            if bracketed(words, i) and words.texts[i].isupper():
                # "Chairman of the Committee (KUIS) Zhanat Yeshmagambetov"
                phrase = self.with_tail_before(words, i - 1)
                return [Phrase(phrase.first, phrase.head, i - 1), *found] if phrase else found
            if self.passed_over(words, i, found):
                i -= 1
                continue
            roles = self.ending_at(words, i, found)
            if not roles:
                break
            found += roles
            i = roles[-1].first - 1
        return found[::-1]

    def passed_over(self, words: Words, i: int, found: list[Phrase]) -> bool:
        """Tell whether a courtesy, or the "and" of two roles, stands between roles and a name."""
        if not _adjoins(words, i):
            return False
        word = words.texts[i]
        if word.lower() in self.lexicon.titles.courtesy or word in self.lexicon.honorifics.words:
            return True
        before = words.previous(i)
        # "journalist and Frenchman Alain Mercier"
        nation = words.texts[i + 1] in self.lexicon.demonyms
        if word in self.lexicon.demonyms:
            return before in self.closed.conjunctions
        joins = word.lower() in self.closed.conjunctions and (bool(found) or nation)
        return joins and before != "" and self.is_role(before)

    def ending_at(self, words: Words, i: int, found: list[Phrase]) -> list[Phrase]:
        """Return the role that ends at word ``i``, and the office before it if it is a rank.

        ``found``: the roles behind it.
        """
        if bracketed(words, i) and self.is_role(words.texts[i - 1]):
            # "Director General (Prisons) Sandeep Goel"
            return [Phrase(self.leftward(words, i - 1), i - 1, i)]
        low = words.texts[i].lower()
        if not _adjoins(words, i) or (found and low in self.lexicon.titles.dropped):
            # "veteran politician": a judgement, although "veteran" is a standing by itself
            return []
        if not self.is_role(words.texts[i]) or self.subject_of_office(words, i):
            phrase = self.with_tail_before(words, i)
            return [phrase] if phrase else []
        first = self.leftward(words, i)
        if low in self.lexicon.titles.field_ranks and (
            office := self.office_before(words, first, i)
        ):
            # "Deputy head of the penitentiary committee | Colonel Zhanat Eshmagambetov"
            return [Phrase(office.last + 1, i, i), office]
        return [Phrase(first, i, i)]

    def subject_of_office(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` ends "Minister of Justice" and is no title of its own."""
        return (
            words.texts[i].lower() in self.wording.subjects
            and i > 1
            and words.texts[i - 1] in self.closed.genitive
            and self.is_role(words.texts[i - 2])
        )

    def office_before(self, words: Words, first: int, rank: int) -> Phrase | None:
        """Return the office that stands before a rank: "head of the SIZO | Colonel".

        ``first`` is where the words that could belong to the rank begin; of "SIZO Colonel" the
        acronym is of the office if "of" or "of the" stands before it.
        """
        last = first - 1
        if (
            first < rank
            and last > 0
            and (
                words.texts[last] in self.closed.genitive
                or words.texts[last] in self.closed.definite
            )
        ):
            last = rank - 1
            while last > first and words.texts[last].lower() in self.lexicon.titles.field_ranks:
                last -= 1
        return self.with_lower_tail(words, last)

    def with_lower_tail(self, words: Words, last: int) -> Phrase | None:
        """Return the role whose "of ..." of any words ends at ``last``, if it opens a phrase."""
        for i in range(last, max(0, last - 8), -1):
            if words.gap(i) not in SPACES | PLURAL_POSSESSIVE and i < last:
                return None
            word = words.texts[i]
            if word in self.closed.belonging and i < last and self.is_role(words.texts[i - 1]):
                head = i - 1
                first = self.leftward(words, head)
                opened = words.opens(first) or words.gap(first - 1) not in SPACES
                before = words.before(first)
                said = before in self.lexicon.closed.speech or before.endswith(
                    self.closed.past_endings
                )
                if not (opened or said or before in self.wording.openers):
                    return None
                return Phrase(first, head, last)
            if word in self.lexicon.titles.ends_role or self.is_role(word):
                return None
        return None

    def with_tail_before(self, words: Words, last: int) -> Phrase | None:
        """Return the role whose "of ..." ends at ``last``: "Minister of Internal Affairs"."""
        i = last
        if words.texts[last] in self.lexicon.titles.held_of:
            return self.with_lower_tail(words, last)
        if words.texts[last].islower() and not self.small(words.texts[last]):
            return self.with_lower_tail(words, last)
        if self.small(words.texts[last]) and not self.may_close(words.texts[last]):
            return None
        while i > 0 and last - i < MOST:
            word = words.texts[i]
            small = self.small(word)
            role = self.is_role(word) and not (i == last and self.subject_of_office(words, i))
            if not (words.capital(i) or small) or role:
                return None
            if not words.previous(i):
                return None
            if word in self.closed.belonging and self.is_role(words.texts[i - 1]):
                if words.texts[i - 1].lower() in self.lexicon.titles.kinship:
                    return None  # "the widow of Uyghur | poet Abdurehim Tursun"
                return Phrase(self.leftward(words, i - 1), i - 1, last)
            i -= 1
        return None

    def small(self, word: str) -> bool:
        """Tell whether a word in lower case may stand in what an office is of."""
        return word in self.wording.small or word in self.wording.generic

    def may_close(self, word: str) -> bool:
        """Tell whether such a word may end it: "governor of Mary province"."""
        return word in self.wording.closing or word in self.wording.generic

    def qualifies(self, words: Words, i: int) -> bool:
        """Tell whether the word in lower case at ``i`` may qualify a role word after it."""
        word = words.texts[i]
        return (
            word.islower()
            and word not in self.lexicon.titles.ends_role
            and word not in self.lexicon.closed.function_words
            and not word.endswith(self.closed.progressive_endings)
            and (words.gap(i) in SPACES or words.gap(i) in self.possessive)
        )

    def inner(self, words: Words, i: int) -> bool:
        """Tell whether "of" stands at ``i`` in "Council of Europe Commissioner"."""
        return (
            words.texts[i] in self.closed.genitive
            and 0 < i < len(words) - 1
            and words.capital(i - 1)
            and words.capital(i + 1)
            and not self.is_role(words.texts[i - 1])
        )

    def tail(self, words: Words, head: int) -> int:
        """Return the last word of the role whose role word is ``head``."""
        if not words.next(head):
            return head
        i = head + 1
        charged = tuple(words.texts[i : i + 2]) == self.wording.charge
        if charged and self.closed.genitive.isdisjoint(words.texts[i + 2 : i + 3]):
            return i + 1
        i += 2 if charged else 0
        if not self.opens_tail(words, head, i):
            return head
        counted = words.texts[min(i + 1, len(words) - 1)]
        if counted in self.counts or counted.isdigit():
            # "a mother of two", but "a crowd of three", "mother of one of the convicts"
            kin = words.texts[head].lower() in self.lexicon.titles.kinship
            ends = kin and i + 1 < len(words) and words.gap(i + 1)[:1] in (",", ".", ";", ")")
            return i + 1 if ends else head
        last = self.tail_end(words, head, i)
        return last if last > head + 1 else head

    def opens_tail(self, words: Words, head: int, i: int) -> bool:
        """Tell whether the preposition at ``i`` leads to what the role at ``head`` is of."""
        preposition = words.texts[i]
        held = words.texts[head].lower() in self.wording.held
        if held and preposition in self.wording.office_tails:
            return False
        return preposition in self.wording.tails or self.before_body(words, i)

    def before_body(self, words: Words, i: int) -> bool:
        """Tell whether a body's name follows the preposition at ``i``: "expert with the Bureau"."""
        led = words.texts[i] in self.wording.body_tails - self.closed.locative
        if not led or i + 1 >= len(words):
            return False
        definite = words.texts[i + 1] in self.closed.definite and i + 2 < len(words)
        return words.capital(i + 1) or (definite and words.capital(i + 2))

    def tail_end(self, words: Words, head: int, i: int) -> int:
        """Return the last word of what the role at ``head`` is of; its preposition is at ``i``."""
        last = head
        while i < len(words) and i - head < MOST:
            word = words.texts[i]
            if word in self.lexicon.titles.ends_role:
                break
            last = i
            # "the Alga! party": the mark is of the name.
            if words.gap(i) not in _WITHIN and words.gap(i) not in self.possessive:
                break
            i += 1
        return last


def bracketed(words: Words, i: int) -> bool:
    """Tell whether word ``i`` stands alone in brackets before another word."""
    return i > 0 and words.gap(i) == ") " and words.gap(i - 1) == " ("


def _adjoins(words: Words, i: int) -> bool:
    """Tell whether nothing but a space, or the stop of an abbreviation, follows word ``i``."""
    return words.gap(i) in SPACES or (words.gap(i) in _ABBREVIATION and len(words.texts[i]) <= 4)
