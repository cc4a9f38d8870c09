"""What follows the head word of a body and is of its name: "of (the) Internal Affairs"."""

from collections.abc import Callable, Container

from custody_records.annotate.names.gazetteer import NameTable
from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import PLURAL_POSSESSIVE, SPACES, Words
from custody_records.annotate.organizations.rules import SubjectFile

_OPENING = frozenset([' "', " “", " «", " „"])
_CLOSING = frozenset(['"', "”", "»", "“"])
_LONGEST_COUNTRY = 5  # words
_SHORTEST_FIELD = 7  # letters


class Tails:
    """Reads tails; ``belongs`` tells whether a word may be part of a name.

    ``closing`` are the head words with which a body of its own ends.
    """

    def __init__(
        self,
        heads: Container[str],
        closing: Container[str],
        subjects: SubjectFile,
        lexicon: NameLexicon,
        belongs: Callable[[Words, int], bool],
    ) -> None:
        self.heads = heads
        self.closing = closing
        self.unions = NameTable((name, name) for name in subjects.unions)
        self.subjects = subjects
        self.lexicon = lexicon
        self.closed = lexicon.closed
        self.joiners = self.closed.conjunctions | self.closed.disjunctions
        self.possessives = self.closed.possessive_gaps | PLURAL_POSSESSIVE
        self.belongs = belongs

    def numbered(self, words: Words, head: int) -> int:
        """Take in the number of "Medeu District Court No. 2"; "Martial" of a court of soldiers."""
        if (
            " ".join(words.texts[head : head + 2]) in self.subjects.inverted
            and words.gap(head) in SPACES
        ):
            return head + 1
        after = words.texts[head + 1 : head + 3]
        if len(after) == 2 and after[0] in self.subjects.number_signs and after[1].isdigit():
            return head + 2
        return head

    def quoted(self, words: Words, last: int) -> int:
        """Take in the name in quotes of 'Human Rights Movement "Bir Duino-Kyrgyzstan"'."""
        if last + 1 >= len(words) or words.gap(last) not in _OPENING:
            return last
        end = last + 1
        while words.next(end) and end - last < 6:
            end += 1
        return end if words.capital(last + 1) and words.gap(end)[:1] in _CLOSING else last

    def end(self, words: Words, last: int, tails: tuple[str, ...], *, deeper: bool) -> int | None:
        """Return the last word of the tail behind ``last``, None if there is none."""
        i = self.object(words, last, tails, deeper=deeper)
        if i is None or not words.capital(i) or not self.belongs(words, i):
            return None
        preposition = words.texts[self.past_joiner(words, last + 1)].lower()
        union = self.unions.at(words, i)
        if union is not None:
            # "Food and Agriculture Organization of the United Nations"
            return union
        if (
            self.heads_body(words, i)
            and preposition not in self.closed.purpose
            and self.country(words, i) is None
        ):
            # "the Penitentiary Department of the Ministry of Justice": two bodies.
            return None
        end = self.run(words, i)
        definite = end + 2 < len(words) and words.texts[end + 1] in self.closed.definite
        if definite and preposition in self.closed.goal and words.capital(end + 2):
            # "Movement to Protect the Rights of Prisoners"
            return self.run(words, end + 2)
        return end

    def heads_body(self, words: Words, i: int) -> bool:
        """Tell whether a body of its own begins at ``i``: not "Bureau of | Police Research".

        "the | Nigerian Correctional Service" is one by its article and by the word that it ends in.
        """
        definite = words.texts[i - 1] in self.closed.definite
        if words.texts[i] not in self.heads and not definite:
            return False
        first = i
        i = words.run_end(i)
        if i > first and words.texts[first] not in self.heads:
            return definite and words.texts[i] in self.closing
        return words.texts[i] in self.heads and words.texts[i] not in self.subjects.subjects

    def people(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` is for several people: "Attention to | Persons ..."."""
        return words.capital(i) and self.lexicon.lexicon.nouns.are_people(words.texts[i])

    def object(
        self, words: Words, last: int, tails: tuple[str, ...], *, deeper: bool
    ) -> int | None:
        """Return the first word behind the preposition and article of a tail."""
        i = self.past_joiner(words, last + 1)
        if i + 1 >= len(words) or not words.next(last):
            return None
        preposition = words.texts[i].lower()
        cause = preposition in self.closed.locative and words.texts[i + 1] in self.subjects.causes
        cause = cause or (preposition in self.closed.goal and self.people(words, i + 1))
        deep = deeper and preposition in self.subjects.deeper
        if not (preposition in tails or deep or cause) or not words.next(i):
            return None
        i += 1
        if words.texts[i] in self.closed.definite and words.next(i):
            i += 1
        elif words.texts[i].lower() in self.lexicon.titles.beside.owners and words.next(i):
            i += 1  # "the Support of Its Survivors"
        if (
            words.texts[i] in self.subjects.places_of
            and words.next(i) in self.closed.genitive
            and words.next(i + 1)
        ):
            i += 2  # "Court No. 2 of the city of | Aktau"
        if preposition in self.subjects.dating and words.texts[i] in self.subjects.months:
            return None
        if preposition in self.closed.locative and not (cause or self.region(words, i)):
            return None
        return i

    def past_joiner(self, words: Words, i: int) -> int:
        """Return the second purpose of "for Dignity and | against Impunity", else ``i``."""
        joins = i < len(words) and words.texts[i] in self.joiners
        return i + 1 if joins and words.next(i) in self.subjects.stands_for else i

    def region(self, words: Words, i: int) -> bool:
        """Tell whether a country or a part of the world begins at ``i``."""
        one, two = words.texts[i], " ".join(words.texts[i : i + 2])
        return bool({one, two} & self.subjects.regions_of_world) or bool(
            self.country(words, i) is not None
        )

    def country(self, words: Words, i: int) -> int | None:
        """Return the last word of the longest country that begins at ``i``, None if none does."""
        for last in range(min(i + _LONGEST_COUNTRY, len(words)) - 1, i - 1, -1):
            if " ".join(words.texts[i : last + 1]) in self.lexicon.countries:
                return last
        return None

    def run(self, words: Words, i: int) -> int:
        """Return the last word of the capitalised span that begins at ``i``."""
        country = self.country(words, i)
        if country is not None:
            # "the Liberal Party of Canada Robert de Cotret": the country ends the name.
            return country
        last = i
        while last + 1 < len(words):
            further = self.further(words, i, last)
            if further is None:
                break
            last = further
        return last

    def further(self, words: Words, first: int, last: int) -> int | None:
        """Return where a span that so far ends at ``last`` goes on to, None if it ends."""
        gap, after = words.gap(last), last + 1
        word = words.texts[after]
        if gap in SPACES and words.texts[last] in self.subjects.regions_after:
            return None
        if gap in SPACES and words.capital(after) and self.belongs(words, after):
            return after if self.goes_on(words, first, after) else None
        if gap in SPACES and word in self.subjects.regions_after:
            return after
        if gap in self.possessives and words.capital(after):
            return after if words.texts[last] in self.subjects.possessors else None
        if gap in (", ", " & ") or (gap in SPACES and word in self.joiners):
            return self.joined(words, first, last)
        return None

    def goes_on(self, words: Words, first: int, i: int) -> bool:
        """Tell whether the capital at ``i`` is still of the name: no title."""
        word = words.texts[i]
        title = word.lower() in self.subjects.never_inside and word not in self.subjects.subjects
        return not title or self.of_office(words, first)

    def of_office(self, words: Words, first: int) -> bool:
        """Tell whether an office begins at ``first``: "Office of the | High Commissioner"."""
        return (
            first > 2
            and words.texts[first - 1] in self.closed.definite
            and words.texts[first - 3] in self.subjects.of_offices
        )

    def joined(self, words: Words, first: int, last: int) -> int | None:
        """Return the subject that "and" or a comma joins to the one that ends at ``last``."""
        joined = last + 2 if words.texts[last + 1] in self.joiners else last + 1
        if joined >= len(words) or not self.subject(words, joined):
            return None
        before = self.subject(words, last) or self.subject(words, first)
        return joined if before else None

    def subject(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` can be a subject of a body: "Justice", "Detainees"."""
        word = words.texts[i]
        if word in self.subjects.subjects or self.field(words, i):
            return True
        return words.capital(i) and self.lexicon.lexicon.nouns.are_people(word, only=True)

    def field(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` is a field of work by its ending, or an adjective before one.

        "Ministry of Public Works and Transportation", "School of Oriental and African Studies",
        "Union of Prison Officers and Allied Workers"
        """
        word = words.texts[i]
        if word in self.lexicon.demonyms or word in self.subjects.kindred:
            return words.next(i) != "" and self.subject(words, i + 1)
        return (
            words.capital(i)
            and len(word) > _SHORTEST_FIELD
            and word.endswith(self.subjects.field_endings)
            and word not in self.heads
        )
