"""Whether a title, an office or a list of people stands before a capitalised word."""

from collections.abc import Container

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import SPACES, Words

_POINTS = (". ", ".\u00a0", ".")
_LONGEST = 8  # words of an office with its "of ..."
_FEWEST_APPOSED = 2  # words before the name: a determiner and a role


class Offices:
    """Reads what stands before a name; ``heads`` are words of bodies, ``small`` of offices."""

    def __init__(self, lexicon: NameLexicon, heads: Container[str], small: Container[str]) -> None:
        self.lexicon = lexicon
        self.small = small
        self.heads = heads

    def joined(self, words: Words, last: int, i: int) -> bool:
        """Tell whether ``i`` goes on a list whose name before ends at ``last``."""
        if i == last + 1:
            return words.gap(last) == ", "
        return i == last + 2 and words.texts[i - 1] in self.lexicon.closed.conjunctions

    def plural_before(self, words: Words, i: int) -> bool:
        """Tell whether a title in the plural stands before: "MPs Omer X and Muazzez Y"."""
        before = words.previous(i)
        return before != "" and self.lexicon.role_of_several(before) is not None

    def office_before(self, words: Words, i: int) -> bool:
        """Tell whether an office with its "of ..." ends before ``i``: "Minister of Defence | X Y".

        "Commissioner General of Prisons Thushara Upuldeniya", of whom the model knows nothing.
        """
        if not words.previous(i):
            return False
        # "President of the United | States Barack Obama"
        return self._office_ends(words, i) and not any(
            " ".join(words.texts[k : i + 1]) in self.lexicon.countries for k in (i - 1, i - 2)
        )

    def apposed(self, words: Words, i: int) -> bool:
        """Tell whether a role with its determiner ends in the comma before ``i``.

        "The Director of Prisons, | Lennox Braithwaite, called", "the jail's warden, | ..."
        """
        if i < _FEWEST_APPOSED or words.gap(i - 1) != ", ":
            return False
        for k in range(i - 1, max(0, i - _LONGEST), -1):
            word = words.texts[k]
            if k < i - 1 and words.gap(k) not in SPACES:
                return False
            ended = k == i - 1 or words.texts[k + 1] in self.lexicon.closed.belonging
            if ended and self.lexicon.is_role(word):
                return self.determined(words, k)
            if word in self.lexicon.titles.ends_role:
                return False
        return False

    def determined(self, words: Words, head: int) -> bool:
        """Tell whether a determiner or an owner opens the noun phrase of word ``head``."""
        for k in range(head - 1, max(-1, head - _LONGEST), -1):
            if words.gap(k) in self.lexicon.closed.possessive_gaps:
                return True
            if words.texts[k].lower() in self.lexicon.titles.beside.articles:
                return True
            if words.gap(k) not in SPACES or words.texts[k] in self.lexicon.titles.ends_role:
                return False
        return False

    def _office_ends(self, words: Words, i: int) -> bool:
        """Tell whether an office with its "of ..." ends before ``i``, whatever stands there."""
        for k in range(i - 1, max(0, i - _LONGEST), -1):
            word = words.texts[k]
            if words.gap(k) not in SPACES:
                return False
            if (
                word in self.lexicon.closed.belonging
                and k < i - 1
                and self.lexicon.is_role(words.texts[k - 1])
            ):
                return words.capital(k - 1)
            if not (word in self.small or word in self.heads or self.part_of_office(words, k)):
                return False
        return False

    def part_of_office(self, words: Words, k: int) -> bool:
        """Tell whether word ``k`` can be what an office is of: no name of a person."""
        word = words.texts[k]
        nouns = self.lexicon.lexicon.nouns
        if word in self.lexicon.countries or (words.capital(k) and nouns.denotes(word, "prison")):
            return True
        return words.capital(k) and nouns.denotes(word, "region", "settlement")

    def addressed(self, words: Words, i: int) -> bool:
        """Tell whether a form of address stands before a name of its culture: "U | Win Htein"."""
        address = self.lexicon.honorifics
        return words.texts[i - 1] in address.words and words.texts[i] in address.elements

    def title_before(self, words: Words, i: int) -> bool:
        """Tell whether a title stands right before word ``i``."""
        if i == 0:
            return False
        word, gap = words.texts[i - 1], words.gap(i - 1)
        abbreviated = word.lower().rstrip(".") in self.lexicon.parts.abbreviated
        if gap in _POINTS or (abbreviated and gap in SPACES):
            return abbreviated and words.capital(i - 1)
        if gap not in SPACES:
            return False
        before = words.previous(i - 1)
        if word in self.lexicon.closed.capacity and before:
            # "The victim was identified as Terrell Washington"
            # "a cook known as Thida"
            known = before in self.lexicon.titles.beside.naming
            role = known and self.lexicon.is_role(words.previous(i - 2))
            return role or before in self.lexicon.titles.beside.identifying
        if word.lower() in self.lexicon.titles.beside.naming and i > 1:
            # "a taxi driver called Beslan"
            return before != "" and self.lexicon.is_role(before)
        if self.infix(words, i - 1):
            return False
        titled = self.lexicon.is_title(word) or self.lexicon.role_of_several(word) is not None
        return titled or self.addressed(words, i)

    def infix(self, words: Words, i: int) -> bool:
        """Tell whether the title at ``i`` stands inside a name: "Khalid Sheikh Mohammed"."""
        infix = words.texts[i] in self.lexicon.parts.title_infixes
        return infix and words.previous(i) in self.lexicon.given
