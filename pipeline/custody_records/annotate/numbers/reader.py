"""Find numbers in digits and words: "1,517", "18.7 million", "twenty-two", "10-15", "a dozen"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Self

from custody_records.annotate.numbers.growing import GrowingNumber, Number
from custody_records.annotate.numbers.words import NumberWords, load
from custody_records.annotate.openings import WordPattern, any_of

_PLAIN = (
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?:[ \xa0\u202f]\d{3})+(?!\d)|\d{1,12}(?:\.\d+)?"
)
_NOT_BEFORE = r"(?<![\w.,:/\\$€£¥₸₽₴#№§+*'’@&=-])"  # not AK-47, 3/14, 15:25, $300, No.5, +7
_NOT_BEHIND = r"(?![\w%‰°/\\:$€£]|[.,]\d|[.]\w|[ ]?%)"  # not 5th, 20%, 3/14, 24.kg, 1930s
# A blank or hyphen between two words of a number, no longer than this with its joining word.
_LONGEST_GAP = 12
_REACH = 40
_DECIMAL = re.compile(r",(?=\d{1,2}$)")
_SEPARATORS = re.compile(r"[, \xa0\u202f]")


class NumberReader:
    """Reads the numbers of texts by the number words of one language."""

    def __init__(self, words: NumberWords, language: str) -> None:
        self.words = words
        self.language = language
        names = any_of([*words.cardinals, *words.multipliers, *words.scales, *words.ordinals])
        counted = any_of([*words.multipliers, *words.scales])
        decimal = rf"\d{{1,3}},\d{{1,2}}(?=[ \xa0](?:{counted})(?!\w))|"  # "7,6 тысячи"
        printed = decimal + _PLAIN if words.decimal_comma else _PLAIN
        opening = [*words.half_of, *words.articles, *words.and_a_half, *names.split("|")]
        initials = "".join(sorted({re.escape(word[0]) for word in opening if word[0].isalpha()}))
        token = re.compile(
            rf"""
            (?<![\w'’])(?=[\d{initials}])(?:   # first, so that most places are left at once
                (?=\d){_NOT_BEFORE}
                (?: (?P<low>{printed})[ ]?[-–—][ ]?(?P<high>{printed}) | (?P<plain>{printed}) )
                {_NOT_BEHIND}
              | (?:{any_of(words.half_of)})[ ](?P<halved>{counted})(?!\w)
              | (?:{any_of(words.articles)})[ ](?P<scale>{counted})(?!\w)
              | (?P<and_half>{any_of(words.and_a_half)})(?!\w)
              | (?P<word>{names})(?!\w)
            )
            """,
            re.VERBOSE | re.IGNORECASE,
        )
        self._token = WordPattern(token)
        self._joint = re.compile(
            rf"-|[ \xa0]|[ \xa0]+(?:{any_of(words.joiners)})[ \xa0]+", re.IGNORECASE
        )
        self._range = re.compile(
            rf"[ \xa0]+(?:{any_of(words.range_joiners)})[ \xa0]+", re.IGNORECASE
        )
        self._between = re.compile(rf"\b(?:{any_of(words.between)})[ \xa0]+$", re.IGNORECASE)
        self._in_year = re.compile(
            rf"\b(?:{any_of(words.year_prepositions)})[ \xa0](?:19|20)\d\d$", re.IGNORECASE
        )

    @classmethod
    def load(cls, rules: Path, language: str) -> Self:
        """Read the number words of a language from the folder of rules. Raises RuleError."""
        return cls(load(rules, language), language)

    def read(self, text: str, apart: re.Pattern[str] | None = None) -> Iterator[Number]:
        """Yield the numbers of a text in order. "ten to fifteen" and "two or three" are one range.

        Two numbers behind what ``apart`` finds are no range: "rose from 12 to 19". Bare ordinals
        are among them, marked as such; a caller that counts leaves them out.
        """
        held: Number | None = None
        for number in self._singles(text):
            joined = held and self._joined(text, held, number)
            if (
                held
                and joined
                and apart
                and apart.search(text, max(0, held.start - _REACH), held.start)
            ):
                joined = None
            if held and not joined:
                yield held
            held = joined or number
        if held:
            yield held

    def _joined(self, text: str, low: Number, high: Number) -> Number | None:
        """Return the range that two numbers are, None if they are two."""
        gap = high.start - low.end
        if low.max is not None or high.max is not None or gap > _LONGEST_GAP:
            return None
        if low.ordinal or high.ordinal:
            return None
        value = low.value
        if low.scale == 1 < high.scale and value < high.mantissa:
            value *= high.scale  # "10 to 12 million", "between two and three thousand"
        if value >= high.value:
            return None
        # "from 94,000 in 1996 to 34,000"
        if low.in_digits and self._in_year.search(text, max(0, low.start - 4), low.end):
            return None
        between = text[low.end : high.start]
        if not (self._range.fullmatch(between) or self._is_between(text, low, between)):
            return None
        in_digits = low.in_digits or high.in_digits
        return replace(high, start=low.start, value=value, max=high.value, in_digits=in_digits)

    def _is_between(self, text: str, low: Number, gap: str) -> bool:
        return gap.strip().casefold() in self.words.between_joiners and bool(
            self._between.search(text, max(0, low.start - _LONGEST_GAP), low.start)
        )

    def _singles(self, text: str) -> Iterator[Number]:
        """Yield numbers without regard to ranges in words."""
        growing: GrowingNumber | None = None
        for token in self._token.finditer(text):
            if growing and self._continues(text, growing, token):
                continue
            if growing:
                yield growing.finish()
            growing = self._begun(text, token)
        if growing:
            yield growing.finish()

    def _continues(self, text: str, growing: GrowingNumber, token: re.Match[str]) -> bool:
        start, end = token.span()
        gap = text[growing.end : start] if start - growing.end <= _LONGEST_GAP else "."
        if token["and_half"] and gap.isspace():
            growing.current = (growing.current or 0) + 0.5
        elif not token["word"] or not self._joint.fullmatch(gap):
            return False
        elif not growing.add(token["word"].casefold(), gap):
            return gap == "-" and growing.reach(token["word"].casefold(), end)
        growing.end = end
        return True

    def _begun(self, text: str, token: re.Match[str]) -> GrowingNumber | None:
        """Return the number that a token begins, None if it begins none."""
        start, end = token.span()
        growing = GrowingNumber(self.words, self.language, start, end)
        if token["and_half"] or (token["word"] and text[start - 1 : start] == "-"):
            return None  # "mid-thirty", "Catch-two": no number of its own
        if token["low"]:
            growing.in_digits = True
            growing.current, growing.max = _value(token["low"]), _value(token["high"])
            return growing if growing.current < growing.max else None
        if token["plain"]:
            growing.in_digits, growing.current = True, _value(token["plain"])
            return growing
        if token["halved"]:
            word = token["halved"].casefold()
            growing.total = (self.words.multipliers | self.words.scales)[word] // 2
            growing.lowest_scale = 0
            return growing
        if token["scale"]:
            growing.current = 1
            growing.add(token["scale"].casefold())
            return growing
        if self.words.lone.search(text, max(0, start - _REACH), end):
            growing.current = 1  # "около сотни"
        # "hundreds of": a scale with no count
        return growing if growing.add(token["word"].casefold()) else None


def _value(digits: str) -> int | float:
    bare = _SEPARATORS.sub("", _DECIMAL.sub(".", digits))
    return float(bare) if "." in bare else int(bare)
