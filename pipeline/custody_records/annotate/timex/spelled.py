"""Rows of number words that are an ordinal or a year: "twenty-third", "nineteen ninety-one".

They become one lexeme that reads as its digits ("23rd", "1991"), so that every pattern of the
grammar takes them for what they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from custody_records.annotate.numbers import NumberWords
from custody_records.annotate.numbers.growing import GrowingNumber
from custody_records.annotate.timex.lexicon import TimexLexicon

_LONGEST = 12  # lexemes of one row
_CENTURIES, _YEARS = range(17, 21), range(1700, 2100)
_THOUSANDS = 3  # words of a year in one number: "two thousand nineteen"


@dataclass(frozen=True, slots=True)
class SpelledNumber:
    """The lexemes ``[first, last)`` read as ``digits``."""

    first: int
    last: int
    digits: str


class SpelledNumbers:
    """Finds them in the codes of a text."""

    def __init__(self, lexicon: TimexLexicon, words: NumberWords) -> None:
        self._words = words
        values = words.cardinals | words.multipliers | words.scales | words.ordinals
        self._word_of = {lexicon.add(word): word for word in values}
        # "one" and "second" stand in every sentence: a row begins with a larger number.
        opening = [w for w, n in values.items() if n > 16 or w in words.scales]
        opening += [w for w, n in words.cardinals.items() if n < 10]
        joining = "".join(map(lexicon.add, words.joiners))
        row = "".join(map(re.escape, self._word_of))
        first = "".join(re.escape(lexicon.add(word)) for word in opening)
        self._row = re.compile(f"[{first}](?:[-{joining}]?[{row}]){{1,{_LONGEST}}}(?!-)")
        endings = lexicon.numerals.endings.ordinal
        self._ending = endings[-1] if endings else ""

    def find(self, codes: str) -> Iterator[SpelledNumber]:
        """Yield the ordinals and years in words, in order."""
        for row in self._row.finditer(codes):
            numbers = list(self._numbers(codes, *row.span()))
            yield from self._spelled(numbers)

    def _numbers(self, codes: str, begin: int, end: int) -> Iterator[tuple[int, int, int, bool]]:
        """Yield (first, last, value, whether it is an ordinal) of the numbers of a row."""
        growing: GrowingNumber | None = None
        joint = " "
        for at in range(begin, end):
            word = self._word_of.get(codes[at])
            if word is None:
                joint = "-" if codes[at] == "-" else f" {codes[at]} "
                continue
            # Between ordinals and their tens a blank does as well as a hyphen here.
            if growing and not growing.add(word, self._joint(joint, word)):
                yield _read(growing)
                growing = None
            if growing is None:
                growing = GrowingNumber(self._words, "", at, at + 1)
                growing = growing if growing.add(word) else None
            if growing:
                growing.end = at + 1
            joint = " "
        if growing:
            yield _read(growing)

    def _joint(self, joint: str, word: str) -> str:
        if word in self._words.ordinals and joint == " " and self._words.ordinal_joints:
            return self._words.ordinal_joints[0]
        return joint

    def _spelled(self, numbers: list[tuple[int, int, int, bool]]) -> Iterator[SpelledNumber]:
        """Yield what a row of numbers says: one ordinal, one year, or a year of two numbers."""
        if len(numbers) == 2:
            (first, middle, century, _), (start, last, rest, _) = numbers
            year = century * 100 + rest
            if century in _CENTURIES and 10 <= rest <= 99 and year in _YEARS:
                if start - middle <= 1:
                    yield SpelledNumber(first, last, str(year))
                return
        for first, last, value, ordinal in numbers:
            if ordinal and last - first > 1 and value < 100:
                yield SpelledNumber(first, last, f"{value}{self._ending}")
            elif value in _YEARS and last - first >= _THOUSANDS:
                yield SpelledNumber(first, last, str(value))


def _read(growing: GrowingNumber) -> tuple[int, int, int, bool]:
    number = growing.finish()
    return growing.start, growing.end, int(number.value), number.ordinal
