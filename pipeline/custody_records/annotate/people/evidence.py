"""What makes a capitalised span a person: a title, an age, an apposition, its own form."""

import re

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import PLURAL_POSSESSIVE, Words
from custody_records.annotate.people.runs import NameRuns

TITLED = "person.titled"
AGED = "person.aged"
GIVEN = "person.given_name"
ENDING = "person.surname_ending"
INITIAL = "person.initials"
APPOSED = "person.apposed"
ACTED = "person.acted"

_YOUNGEST, _OLDEST = 5, 110
_TAIL = 30  # characters behind a name in which its age stands
_WORDS_OF_ROLE = 4
_ELEMENTS = 2  # words
_CLOSING = (",", ";", ".", ")")
_SERVANT = 7  # letters that a name of the kind "Abdulhadi" has at least


class PersonEvidence:
    """Tells by which rule words ``first`` to ``last`` are a person."""

    def __init__(self, lexicon: NameLexicon, runs: NameRuns, age: re.Pattern[str]) -> None:
        """``age`` matches an age right behind a name."""
        self.lexicon = lexicon
        self.age = age
        self.runs = runs

    def rule(self, words: Words, first: int, last: int, *, titled: bool) -> str | None:
        """Return the rule, None if nothing makes the span a person."""
        if first == last and self.of_office(words, last):
            return None
        spoiled = self.spoiled(words, last)
        if titled and not spoiled and self.trusted_title(words, first, last):
            return TITLED
        if self.relative(words, first, last):
            return TITLED
        if self.aged(words, first, last) and not spoiled:
            return AGED
        if first > 0 and words.texts[first - 1].lower().endswith(self.lexicon.closed.age_endings):
            return None if self.described(words, last) else AGED
        return None if last == first or spoiled else self.by_form(words, first, last)

    def by_form(self, words: Words, first: int, last: int) -> str | None:
        """Return what the words themselves, or an apposition, tell of a name of several words."""
        if self.runs.initial(words, first):
            return INITIAL
        before = words.before(first)
        if before not in self.lexicon.titles.beside.located and self.apposed(words, last):
            return APPOSED
        parts = words.texts[first : last + 1]
        ending = self.lexicon.looks_like_surname(parts[-1]) or any(
            p.lower() in self.lexicon.patronymics for p in parts[1:]
        )
        elements = self.of_elements(words, first, last)
        if elements or parts[0] in self.lexicon.given or self.hyphenated_given(parts[0]):
            owner = words.gap(last) in self.lexicon.closed.possessive_gaps
            inside = before in self.lexicon.titles.beside.inside and not (owner or ending)
            return None if inside and parts[-1] not in self.lexicon.family else GIVEN
        if ending:
            return ENDING
        human = self.acted(words, first, last) or self.of_month(words, first, last)
        named = self.runs.homonym(words, first) or self.runs.nation_name(words, first)
        if named and (parts[-1] in self.lexicon.family or parts[0] in self.lexicon.family_first):
            return GIVEN
        return ACTED if human else None

    def of_elements(self, words: Words, first: int, last: int) -> bool:
        """Tell whether a name is of the words of a culture without family names: "Nay Myo Htun".

        All of them but one: "May Thu Zar", "Win Pa Pa Lwin"; what it begins with is no other word.
        """
        elements = self.lexicon.honorifics.elements
        parts = words.texts[first : last + 1]
        known = sum(part in elements for part in parts)
        opened = parts[0] in elements or parts[0].lower() in self.lexicon.closed.calendar
        return opened and known >= max(_ELEMENTS, len(parts) - 1)

    def of_month(self, words: Words, first: int, last: int) -> bool:
        """Tell whether a given name is also a month's and its verb human: "June Carter told"."""
        if words.texts[first].lower() not in self.lexicon.closed.calendar or last != first + 1:
            return False
        after = words.next(last)
        speaks = after in self.lexicon.closed.speech | self.lexicon.words.auxiliaries
        listed = after in self.lexicon.closed.conjunctions and words.capital(last + 2)
        known = words.texts[last] in self.lexicon.family and (speaks or listed)
        return known or after in self.lexicon.closed.speech or self.acted(words, first, last)

    def acted(self, words: Words, first: int, last: int) -> bool:
        """Tell whether what only people do follows a bare name: "Tsikhan Kluka was sentenced"."""
        i = last + 1
        if last > first + 2 or words.before(first) in self.lexicon.closed.definite:
            return False
        while i + 1 < len(words) and words.texts[i] in self.lexicon.words.auxiliaries:
            if not words.previous(i):
                return False
            i += 1
        return i > last + 1 and words.next(i - 1) in self.lexicon.words.human_acts

    def relative(self, words: Words, first: int, last: int) -> bool:
        """Tell whether somebody's relative is named: "said Perera's wife, Chandrani."."""
        return (
            first > 1
            and words.gap(first - 1) == ", "
            and words.texts[first - 1] in self.lexicon.titles.kinship
            and words.text[words.ends[last] : words.ends[last] + 1] in (",", ".", ";")
            and (
                words.gap(first - 2) in self.lexicon.closed.possessive_gaps | PLURAL_POSSESSIVE
                or words.texts[first - 2] in self.lexicon.titles.beside.owners
            )
        )

    def aged(self, words: Words, first: int, last: int) -> bool:
        """Tell whether an age follows a name, of one word a given name, or "who uses one name"."""
        tail = words.text[words.ends[last] : words.ends[last] + _TAIL]
        found = self.age.match(tail)
        age = found and (found[1] or found[2])
        if age is None:
            return bool(found)
        known = first < last or words.texts[first] in self.lexicon.given
        return known and _YOUNGEST <= int(age) <= _OLDEST

    def described(self, words: Words, last: int) -> bool:
        """Tell whether an age is of a description: "the 24-year-old Almaty resident"."""
        after = words.next(last)
        return self.lexicon.is_title(after) or after in self.lexicon.titles.beside.dwellers

    def of_office(self, words: Words, i: int) -> bool:
        """Tell whether one word is a part of a role: "Asia" of "deputy Asia director"."""
        return words.next(i).islower() and self.lexicon.is_role(words.next(i))

    def apposed(self, words: Words, last: int, *, office: bool = True) -> bool:
        """Tell whether an apposition with a role follows: ", head of the foundation, ...".

        Without ``office`` the role must be another than an office.
        """
        i = last + 1
        if i + 1 >= len(words) or words.gap(last) != ", ":
            return False
        if words.texts[i] in self.lexicon.titles.beside.human:
            return True
        opens_tail = self.lexicon.titles.beside.opens_tail
        if words.texts[i] in self.lexicon.titles.beside.articles:
            # ", a mechanic from Tuzla", but "in Osh, clerks and warders"
            i, opens_tail = i + 1, self.lexicon.closed.function_words
        for k in range(i, min(i + _WORDS_OF_ROLE, len(words))):
            word = words.texts[k]
            if self.lexicon.is_role(word) and not words.capital(k):
                aged = self.age.match(words.text, words.ends[k])
                closed = aged or words.gap(k)[:1] in _CLOSING or words.next(k) in opens_tail
                return bool(closed) and (office or word not in self.lexicon.titles.offices)
            if words.gap(k) not in (" ", "' ", "’ "):
                return False
            modifies = word.lower() in self.lexicon.titles.modifiers
            if not (modifies or word.endswith(self.lexicon.closed.age_endings)):
                return False
        return False

    def trusted_title(self, words: Words, first: int, last: int) -> bool:
        """Tell whether the title before the run is one: in "Member States" it is not.

        A title in lower case, or one that always is a capital before a name ("Judge"), is, and an
        office in capitals with an adjective or with its "of ..." before two words; any other
        capital may be a word of a heading and needs a name that looks like one.
        """
        title, titles = words.texts[first - 1], self.lexicon.titles
        low = title.lower()
        if title[0].islower() or low in titles.courtesy or low in titles.capitalized:
            return True
        if low in self.lexicon.parts.abbreviated or title in self.lexicon.honorifics.words:
            return True
        if last > first and low in titles.ranks and low not in titles.beside.doubtful_ranks:
            return True  # "two officers, Corporal Waqa Naikatini and ..."
        return (last > first and self.office(words, first)) or self.like_name(words, first, last)

    def office(self, words: Words, first: int) -> bool:
        """Tell whether what stands in capitals before a name of two words is an office."""
        title = words.texts[first - 1]
        if words.opens(first - 1) or title in self.lexicon.titles.rank_acronyms:
            return True
        if not self.lexicon.is_title(title):
            return True  # an office with its "of ..."
        return first > 1 and words.previous(first - 1) in self.lexicon.titles.beside.leading

    def like_name(self, words: Words, first: int, last: int) -> bool:
        """Tell whether the words look like a person's name."""
        return (
            words.texts[first] in self.lexicon.given
            or self.hyphenated_given(words.texts[first])
            or self.runs.initial(words, first)
            or self.lexicon.looks_like_surname(words.texts[last])
        )

    def hyphenated_given(self, word: str) -> bool:
        """Tell whether the first half of a double name is a given name ("Jean-Bertrand").

        "Servant of" is written in one word or two: "Abdolbaset", "Abdulhadi".
        """
        first, hyphen, _ = word.partition("-")
        servant = len(word) > _SERVANT and word.startswith(self.lexicon.parts.servant_prefixes)
        return servant or (bool(hyphen) and first in self.lexicon.given)

    def spoiled(self, words: Words, last: int) -> bool:
        """Tell whether the run goes on into something that is no person: "Kim Street"."""
        word = words.next(last)
        if not word:
            return False
        low = word.lower()
        if word in self.lexicon.words.editors and words.next(last + 1):
            # "Yeni Hayat editor Murat Agir"
            return words.capital(last + 2)
        if not words.capital(last + 1):
            return word in self.lexicon.titles.beside.spoiling or self.building(words, last + 1)
        return (
            word in self.runs.heads
            or low in self.lexicon.buildings
            or low in self.lexicon.things
            or self.lexicon.lexicon.nouns.denotes(low, "region")
        )

    def building(self, words: Words, i: int) -> bool:
        """Tell whether a building or a prison is named: "the Ye Kyi interrogation centre"."""
        for k in (i, i + 1):
            if k >= len(words) or (k > i and words.gap(i) != " "):
                return False
            if (
                words.texts[k] in self.lexicon.buildings
                or words.texts[k] in self.lexicon.words.sites
            ):
                return words.texts[i] not in self.lexicon.closed.function_words
            if self.lexicon.is_role(words.texts[k]):
                return False
        return False
