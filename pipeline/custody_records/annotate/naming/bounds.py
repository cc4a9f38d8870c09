"""Where the names within an entity of the model begin and end."""

import re
from collections.abc import Iterator

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.name import Kind
from custody_records.annotate.names.words import Words
from custody_records.annotate.people.runs import NameRuns

# What no name goes on over: a line's end, a bracket, a colon, a dash between spaces.
_BREAK = re.compile(r"[\n()\[\]:;\"“”«»|•]|\s[-–—]")


class Bounds:
    """Repairs the bounds of entities."""

    def __init__(self, lexicon: NameLexicon, runs: NameRuns) -> None:
        self.lexicon = lexicon
        self.runs = runs

    def of(self, words: Words, start: int, end: int, kind: Kind) -> Iterator[tuple[int, int]]:
        """Yield first and last word of each name: "Niger’s Mohamed Bazoum" holds two."""
        first, stop = words.within(start, end)
        for begin, last in self.pieces(words, first, stop - 1, kind):
            trimmed = self.trimmed(words, begin, last, kind)
            if trimmed:
                yield trimmed

    def pieces(self, words: Words, first: int, last: int, kind: Kind) -> Iterator[tuple[int, int]]:
        """Yield the span up to its first break, an owner apart from what it owns."""
        begin = first
        for i in range(first, last):
            if self.breaks(words, i, last, kind):
                yield begin, i
                return
            owner = words.gap(i) in self.lexicon.closed.possessive_gaps and self.owner(words, i)
            if owner or self.pair(words, begin, i, last):
                yield begin, i
                begin = i + 1
        yield begin, last

    def owner(self, words: Words, i: int) -> bool:
        """Tell whether a possessive at ``i`` is of an owner, not of the name: "Tencent's Weixin".

        A common noun's is of the name: "Prosecutor's Office", "Women's Party".
        """
        return words.capital(i) and not self.lexicon.lexicon.nouns.denotes(
            words.texts[i], "person", "address"
        )

    def breaks(self, words: Words, i: int, last: int, kind: Kind) -> bool:
        """Tell whether a name ends at word ``i`` although the entity goes on."""
        gap, after = words.gap(i), words.texts[i + 1]
        return bool(
            _BREAK.search(gap)
            or ("," in gap and (kind == "person" or after[0].isdigit()))
            # "a resident of Chebarkul, Salim Mukhamedyanov"
            or (gap == ", " and after in self.lexicon.given)
            # "from Huamanca to Cocha": of a body's own name a rule reads what it is for
            or (after in self.lexicon.closed.locative | self.lexicon.closed.goal and i + 1 < last)
            # "Suharso said Widodo"
            or (
                after in self.lexicon.titles.ends_role
                and after not in self.lexicon.words.inside_names
            )
        )

    def pair(self, words: Words, begin: int, i: int, last: int) -> bool:
        """Tell whether two bare words are joined and the first is ``i``: "Capac and Visto"."""
        return (
            begin == i
            and last == i + 2
            and words.texts[i + 1] in self.lexicon.closed.conjunctions
            and words.capital(i)
            and words.capital(last)
        )

    def trimmed(self, words: Words, first: int, last: int, kind: Kind) -> tuple[int, int] | None:
        """Return first and last word without what is not of the name."""
        while first <= last and not self.may_begin(words, first, kind):
            first += 1
        while last >= first and not self.may_end(words, last):
            last -= 1
        if kind != "person" and self.native(words, first, last):
            first += 1
        if first > last:
            return None
        if kind == "person":
            end_of_run = self.runs.end(words, first)
            if end_of_run is not None and end_of_run > last and words.capital(last):
                last = end_of_run
        return first, last

    def native(self, words: Words, first: int, last: int) -> bool:
        """Tell whether somebody's nation stands before a name: "Turk Kemal Arslan"."""
        return (
            last > first + 1
            and words.texts[first] in self.lexicon.demonyms
            and words.texts[first + 1] in self.lexicon.given
            and self.runs.end(words, first + 1) == last
        )

    def may_begin(self, words: Words, i: int, kind: Kind) -> bool:
        """Tell whether a name of this kind can begin with word ``i``."""
        word, low = words.texts[i], words.texts[i].lower()
        if low in self.lexicon.closed.function_words and not (word.isupper() and len(word) > 1):
            return kind == "person" and self.runs.homonym(words, i)
        if kind == "organization" and word in self.lexicon.words.type_acronyms:
            return False
        if kind == "person":
            return self.may_begin_person(words, i)
        return words.capital(i) or word[0].isdigit()

    def may_begin_person(self, words: Words, i: int) -> bool:
        """Tell whether a person's name can begin with word ``i``."""
        word, low = words.texts[i], words.texts[i].lower()
        if low in self.lexicon.titles.dropped:
            return False
        address = self.lexicon.is_form_of_address(word) and self.two_behind(words, i)
        if self.lexicon.is_title(word) and (address or word not in self.lexicon.given):
            return False
        particle = low in self.lexicon.parts.opening_particles
        if particle and i + 1 < len(words) and words.capital(i + 1):
            return True
        return words.capital(i) and (
            word not in self.lexicon.demonyms or word in self.lexicon.given
        )

    @staticmethod
    def two_behind(words: Words, i: int) -> bool:
        """Tell whether two words in capitals follow word ``i``."""
        joined = words.next(i) and words.next(i + 1)
        return bool(joined) and words.capital(i + 1) and words.capital(i + 2)

    def may_end(self, words: Words, i: int) -> bool:
        """Tell whether a name can end with word ``i``."""
        word = words.texts[i]
        if word[0].isdigit() and "-" in word:
            # "Chelsea 2-1"
            return False
        if word.islower() and self.lexicon.is_title(word):
            # "Azattyk contributor"
            return False
        return word.lower() not in self.lexicon.closed.function_words or (
            words.capital(i) and (len(word) > 3 or word.isupper())
        )
