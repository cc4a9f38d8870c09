"""Numbers of rules in words and as ordinals: "two", "405th", "двести вторая", "174-я"."""

import re
from collections.abc import Mapping

from custody_records.annotate.numbers import NumberWords
from custody_records.annotate.openings import any_of

_HIGHEST = 20  # of English words: higher articles are printed in digits
_TENS = 20  # Russian compounds begin with this number or a higher one


class SpelledNumbers:
    """Patterns of number words, and what they stand for."""

    def __init__(self, words: Mapping[str, NumberWords], endings: tuple[str, ...]) -> None:
        english, russian = words["en"], words["ru"]
        ordinals = _up_to_highest(english.ordinals)
        self._values = _up_to_highest(english.cardinals) | ordinals
        self._stems = russian.ordinal_stems
        tens = _nominatives(russian)
        self._values |= tens
        english_words = [word for word in self._values if word not in tens]
        self.cardinal = rf"(?:{any_of(english_words)})(?!\w)"
        self.english = (
            rf"(?:\d{{1,4}}(?:{any_of(english.ordinal_endings)})|{any_of(ordinals)})(?!\w)"
        )
        self.russian = (
            rf"(?:\d{{1,4}}[-‑]?(?:{any_of(endings)})(?!\w)|(?:(?:{any_of(tens)})\s+){{0,2}}"
            rf"(?:{any_of(self._stems)})(?:{any_of(russian.ordinal_stem_endings)})(?!\w))"
        )
        self.first_letters = frozenset(word[0] for word in (*ordinals, *self._stems, *tens))
        self.cardinal_regex = re.compile(self.cardinal, re.IGNORECASE)
        self.russian_regex = re.compile(self.russian, re.IGNORECASE)
        self.ordinal_regex = re.compile(f"{self.english}|{self.russian}", re.IGNORECASE)
        self.regex = re.compile(f"{self.cardinal}|{self.russian}", re.IGNORECASE)

    def digits(self, word: str) -> str:
        """Return the digits of a number word or ordinal."""
        printed = re.match(r"\d+", word)
        if printed:
            return printed[0]
        return str(sum(map(self._value, word.casefold().split())))

    def _value(self, piece: str) -> int:
        if piece in self._values:
            return self._values[piece]
        stems = [stem for stem in self._stems if piece.startswith(stem)]
        return self._stems[max(stems, key=len)] if stems else 0


def _up_to_highest(words: Mapping[str, int | float]) -> dict[str, int]:
    return {word: int(n) for word, n in words.items() if 1 <= n <= _HIGHEST}


def _nominatives(russian: NumberWords) -> dict[str, int]:
    """Return the first form of each number that can begin a compound: the nominative."""
    first: dict[int, str] = {}
    for word, n in russian.cardinals.items():
        if n >= _TENS and n % 10 == 0:
            first.setdefault(int(n), word)
    return {word: n for n, word in first.items()}
