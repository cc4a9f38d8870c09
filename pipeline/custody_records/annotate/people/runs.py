"""Where a person's name that begins at a word ends: capitals, initials, particles, numerals."""

from custody_records.annotate.lexicon.noun import Denotes
from custody_records.annotate.names.lexicon import OTHER_KINDS, NameLexicon
from custody_records.annotate.names.words import SPACES, Words

_POINTS = frozenset([". ", ".\u00a0", ".", ""])
# A nickname stands in quotation marks between two parts of a name.
_QUOTES = frozenset([' "', " “", " «", " ‘", " '"])
_UNQUOTES = frozenset(['" ', "” ", "» ", "’ ", "' "])
_MOST_WORDS = 6


class NameRuns:
    """Knows which words a person's name is made of, and which end it."""

    def __init__(self, lexicon: NameLexicon, subjects: frozenset[str]) -> None:
        """``subjects`` are words of organizations: "Justice Foundation" is nobody."""
        self.lexicon = lexicon
        self.parts = lexicon.parts
        nouns = lexicon.lexicon.nouns
        self.never = (
            lexicon.closed.function_words
            | lexicon.closed.calendar
            | nouns.forms(denotes=OTHER_KINDS)
        ) - {name.lower() for name in lexicon.given}
        self.heads = nouns.head_words() | (subjects - lexicon.given)
        # Plurals of people and prisons: "Prime Ministers Indira Gandhi and ...", "Commissioner of
        # Prisons Dan Jones".
        self.groups = nouns.forms(denotes=_GROUPS) - nouns.singulars(denotes=_GROUPS)

    def part(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` can be a given name or a family name."""
        word = words.texts[i]
        return (
            words.capital(i)
            and self.spelled(word)
            # "Maj. Gen. Zaw Min Tun"; without the point, "Maj" is a given name.
            and not (word.lower() in self.parts.abbreviated and words.gap(i)[:1] == ".")
            and word not in self.heads
            and (
                (
                    word not in self.lexicon.countries
                    and (word not in self.lexicon.demonyms or word in self.lexicon.given)
                )
                or self.nation_name(words, i)
            )
            and (word.lower() not in self.groups or word in self.lexicon.given)
            and word.lower() not in self.never
        )

    def nation_name(self, words: Words, i: int) -> bool:
        """Tell whether a nation's word is a given name: "inmate German Titov", not "the"."""
        return (
            words.texts[i] in self.parts.nation_names
            and words.before(i) not in self.lexicon.titles.beside.articles
            and words.before(i) not in self.lexicon.words.before_places
            and (
                words.next(i).lower().endswith(self.lexicon.endings)
                or (
                    words.next(i) in self.lexicon.family and words.next(i) not in self.lexicon.given
                )
            )
        )

    @staticmethod
    def spelled(word: str) -> bool:
        """Tell whether a word has the form of a name: no digits, no acronym, no abbreviation."""
        if not word.isalpha() and ("/" in word or any(letter.isdigit() for letter in word)):
            return False
        if len(word) > 1 and word.isupper() and not word.endswith("."):
            return False
        return not (len(word) > 2 and "." in word[:-1] and not word.isupper())

    def initial(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` is an initial: "V.", "J.K.", "L"."""
        word = words.texts[i]
        if word in self.parts.digraphs and words.gap(i)[:1] == ".":
            return True
        return words.capital(i) and (
            (len(word) == 2 and word[1] == ".")
            or (len(word) == 4 and word[1] == "." and word[3] == ".")
        )

    def end(self, words: Words, first: int) -> int | None:
        """Return the last word of the name that begins at ``first``, None if none does."""
        opened = self.part(words, first) or self.initial(words, first)
        opened = opened or self.elements(words, first)
        if not (opened or self.homonym(words, first) or self.month(words, first)):
            return None
        last = first
        while last + 1 < len(words) and last - first + 1 < _MOST_WORDS:
            further = self.further(words, first, last)
            if further is None:
                break
            last = further
        if self.initial(words, last) and not self.withheld(words, first, last):
            return None if last == first else last - 1
        return last

    def month(self, words: Words, i: int) -> bool:
        """Tell whether a month's name may be a given name: a sentence or a weekday stands before.

        "May Okonkwo was arrested", "On Tuesday June Carter told", not "In May Okonkwo"; behind a
        title a weekday's, too: "Superintendent Friday Okoro".
        """
        low = words.texts[i].lower()
        if low not in self.lexicon.closed.calendar:
            return False
        before = i > 0 and (
            words.texts[i - 1].lower() in self.lexicon.closed.calendar
            or self.lexicon.is_title(words.previous(i))
            or (words.previous(i) in self.lexicon.closed.conjunctions and self.part(words, i - 2))
        )
        return (
            words.capital(i)
            and (words.opens(i) or before)
            and words.next(i) != ""
            and self.part(words, i + 1)
        )

    def withheld(self, words: Words, first: int, last: int) -> bool:
        """Tell whether an initial stands for a family name: "an inmate called Besnik G. died"."""
        return (
            last <= first + 2
            and words.texts[first] in self.lexicon.given
            and words.next(last).islower()
        )

    def elements(self, words: Words, i: int) -> bool:
        """Tell whether words ``i`` and the next are of one culture's names: "Than Than Htay"."""
        elements = self.lexicon.honorifics.elements
        return words.texts[i] in elements and words.next(i) in elements

    def further(self, words: Words, first: int, last: int) -> int | None:
        """Return the last word of the next part of a name that so far ends at ``last``."""
        gap, after = words.gap(last), last + 1
        if gap in _POINTS and self.initial(words, last) and self.part(words, after):
            return after  # "R. Sh. Galiev"
        if gap in _QUOTES:
            return self.past_nickname(words, after)
        if gap not in SPACES:
            return None
        if self.initial(words, after):
            closed = after + 1 < len(words) and words.gap(after) in ("", " ", ". ", ".")
            return after if closed else None
        word = words.texts[after]
        if word in self.parts.numerals or word in self.parts.generations:
            return after
        if self.of_name(words, first, after):
            return after if self.untitled(words, first, after) else None
        return self.after_particles(words, after)

    def past_nickname(self, words: Words, i: int) -> int | None:
        """Return the part behind a nickname at ``i``: 'Tyrone "TJ" Whitaker', "Ana ‘Lía’ Ruiz"."""
        short = words.texts[i].isupper() and len(words.texts[i]) in (2, 3)
        if not (short or self.part(words, i)) or i + 1 >= len(words):
            return None
        return i + 1 if words.gap(i) in _UNQUOTES and self.part(words, i + 1) else None

    def of_name(self, words: Words, first: int, i: int) -> bool:
        """Tell whether word ``i`` can go on a name that begins at ``first``."""
        return (
            self.part(words, i)
            or self.elements(words, i - 1)
            or self.country_surname(words, first, i)
            or self.adjective_surname(words, first, i)
            # "Viktor Ten", "Bui Thi Thien Can": after a given name a numeral can be one.
            or (
                (
                    words.texts[i - 1] in self.lexicon.given
                    or (words.texts[first] in self.lexicon.given and i > first + 1)
                    or i > first + 2
                )
                and words.capital(i)
                and words.texts[i].lower() in self.parts.homonyms
            )
        )

    def untitled(self, words: Words, first: int, i: int) -> bool:
        """Tell whether word ``i`` is of the name, not the title of the next one.

        "Bill King buried her", "Hun Sen said", but "Ivan Petrov President Sergei ..."
        """
        word = words.texts[i]
        named = word in self.lexicon.given or word in self.lexicon.honorifics.elements
        if named or not self.lexicon.is_title(word):
            return True
        if word.lower() in self.parts.abbreviated:
            return words.gap(i)[:1] != "." and not self.goes_on(words, i)
        given = i == first + 1 and words.texts[first] in self.lexicon.given
        return given and word in self.parts.title_names and not self.goes_on(words, i)

    @staticmethod
    def goes_on(words: Words, i: int) -> bool:
        """Tell whether a capital follows, so that "Sen" at ``i`` is a title and not "Hun Sen"."""
        return words.run_end(i) > i

    def homonym(self, words: Words, i: int) -> bool:
        """Tell whether a function word with a capital opens a name: "and Than Htike Soe".

        Within a sentence a small word or a short title stands before it; what opens a sentence
        is a name where no question and no article would have that form.
        """
        word = words.texts[i].lower()
        if not words.capital(i) or word not in self.parts.homonyms | self.parts.opening_homonyms:
            return False
        if words.next(i) == "" or not self.part(words, i + 1):
            return False
        before = words.texts[i - 1] if i else ""
        if not words.opens(i):
            short = words.capital(i - 1) and before.lower() in self.parts.abbreviated
            return short or words.previous(i).islower()
        if word in self.parts.before_vowels:
            return words.texts[i + 1][0].lower() not in self.parts.vowels
        return word in self.parts.asking_homonyms and not self.asked(words, i)

    @staticmethod
    def asked(words: Words, i: int) -> bool:
        """Tell whether the sentence of word ``i`` is a question."""
        ends = (k for k in range(i, len(words)) if k + 1 == len(words) or words.opens(k + 1))
        return "?" in words.gap(next(ends))

    def country_surname(self, words: Words, first: int, i: int) -> bool:
        """Tell whether a country at ``i`` is a family name: "Lisa Monaco"."""
        return (
            i == first + 1
            and words.texts[first] in self.lexicon.given
            and words.texts[i] in self.lexicon.countries
            and not (i + 1 < len(words) and words.capital(i + 1))
        )

    def adjective_surname(self, words: Words, first: int, i: int) -> bool:
        """Tell whether an adjective at ``i`` is a family name: "Jean Baptist, 40,", "was"."""
        return (
            words.texts[i - 1] in self.lexicon.given
            and words.texts[first] in self.lexicon.given
            and words.texts[first] not in self.lexicon.demonyms
            and words.texts[i] in self.lexicon.demonyms
            and words.capital(i)
            and (
                words.gap(i)[:1] in (",", ".", ";", ")", "'", "’")
                or words.next(i) in self.lexicon.words.auxiliaries
            )
        )

    def after_particles(self, words: Words, i: int) -> int | None:
        """Return the capitalised word after one or two particles at ``i`` ("van den", "bin")."""
        for k in (i, i + 1):
            if k + 1 >= len(words) or words.texts[k] not in self.lexicon.particles:
                return k - 1 if k > i and words.texts[i] in self.lexicon.patronymics else None
            if words.gap(k) not in SPACES:
                return k if words.texts[k] in self.lexicon.patronymics else None
            if words.texts[k] in self.parts.closing_patronymics:
                return k
            if self.part(words, k + 1):
                return k + 1
        return None


_GROUPS: frozenset[Denotes] = frozenset(["person", "prison", "building"])
