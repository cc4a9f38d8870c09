"""Acronyms in brackets, and the names before them that they spell.

"Sexual Minorities Forum (SMF)" is a name by the letters of its acronym, whatever the model sees
of it; "First Information Report (FIR)" tells that "FIR" is a document throughout the text.
"""

from collections.abc import Iterator

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import PLURAL_POSSESSIVE, SPACES, Words
from custody_records.annotate.overlaps import Candidate, Rank

SPELLED = "organization.spelled"
THING = "names.acronym_of_thing"
_MOST_WORDS = 10
_SHORTEST, _LONGEST = 2, 10


def glossed(words: Words, i: int) -> bool:
    """Tell whether the acronym of what ends before word ``i`` stands there in brackets."""
    return (
        0 < i < len(words)
        and words.gap(i - 1).lstrip("'’") in (" (", ' ("', " (“")
        and words.gap(i)[:1] in (")", '"', "”")
        and _acronym(words.texts[i])
    )


def _acronym(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    return _SHORTEST <= len(word) <= _LONGEST and word[0].isupper() and 2 * capitals > len(word)


class Brackets:
    """Proposes names that an acronym in brackets behind them spells, and claims those of things."""

    def __init__(self, lexicon: NameLexicon) -> None:
        self.lexicon = lexicon
        self.within = SPACES | PLURAL_POSSESSIVE | lexicon.closed.possessive_gaps | {"-", ", "}

    def find(self, words: Words) -> Iterator[Candidate]:
        """Yield the candidates of a text, those of later mentions of a thing's acronym too."""
        things: set[str] = set()
        for i in self.opened(words):
            if not glossed(words, i):
                continue
            head = words.texts[i - 1].lower()
            if head in self.lexicon.things:
                things.add(words.texts[i])
                continue
            first = self.spelled(words, i)
            known = self.lexicon.lexicon.nouns.denotes(head, "person", "prison", "address")
            if first is None or known or self.is_place(words, first, i):
                continue
            yield Candidate(
                *words.span(first, i - 1), SPELLED, Rank.RULE, order=-2, reading="organization"
            )
            yield Candidate(
                *words.span(i, i), "organization.acronym", Rank.RULE, reading="organization"
            )
        if things:
            for i, word in enumerate(words.texts):
                if word in things:
                    yield Candidate(*words.span(i, i), THING, Rank.CLAIM)

    @staticmethod
    def opened(words: Words) -> Iterator[int]:
        """Yield the first word behind each opening bracket."""
        at = words.text.find("(")
        while at >= 0:
            i = words.within(at + 1, at + 1)[0]
            if 0 < i < len(words):
                yield i
            at = words.text.find("(", at + 1)

    def is_place(self, words: Words, first: int, stop: int) -> bool:
        """Tell whether what is spelled is a country: "United Arab Emirates (UAE)"."""
        parts = words.texts[first:stop]
        return " ".join(parts) in self.lexicon.countries or parts[-1].lower() in self.lexicon.lands

    def spelled(self, words: Words, i: int) -> int | None:
        """Return the first of the capitalised words before ``i`` whose letters word ``i`` is."""
        wanted = [letter for letter in words.texts[i].upper() if letter.isalpha()]
        first, letters = None, list(wanted)
        for k in range(i - 1, max(-1, i - 1 - _MOST_WORDS), -1):
            if k < i - 1 and words.gap(k) not in self.within:
                return None
            word = words.texts[k]
            if words.capital(k):
                for part in reversed(word.split("-")):
                    if not letters or part[:1].upper() != letters.pop():
                        return None
                first = k
                if not letters:
                    break
            elif word not in self.lexicon.words.small_in_names:
                return None
            elif (
                letters
                and len(letters) > 1
                and word[0].upper() == letters[-1]
                and (k and words.texts[k - 1][:1].upper() != letters[-1])
            ):
                letters.pop()  # "Reporters sans Frontières"
        return first if first is not None and not letters and i - first > 1 else None
