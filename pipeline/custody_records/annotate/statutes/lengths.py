"""Lengths of time as penalties are printed: "up to five and a half years", "two to five"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from custody_records.annotate.numbers import NumberWords
from custody_records.annotate.statutes.rules import LeftOut, LengthWords

# Penalties are counted in words up to this number.
HIGHEST = 100
MONTHS = 12
_QUARTER = MONTHS // 4  # "four years and three months" is told in years, "and two months" is not
_CYRILLIC = re.compile(r"[Ѐ-ӿ]{3}")


def any_pattern(patterns: Iterable[str]) -> str:
    """Return a pattern of what any of some patterns matches."""
    return "|".join(patterns)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time at ``text[start:end]``; ``unit`` is year, month, week, day or hour.

    ``low`` and ``high`` are its bounds in the unit, None where it is open. ``two`` tells "five and
    six years", the lengths of two people, from "between five and six years".
    """

    start: int
    end: int
    unit: str
    low: int | float | None
    high: int | float | None
    two: bool = False


class Lengths:
    """Finds lengths of time and tells their bounds."""

    def __init__(
        self, words: LengthWords, left_out: LeftOut, numbers: Mapping[str, NumberWords]
    ) -> None:
        self._words = words
        self._values: dict[str, float] = dict.fromkeys(words.ones, 1)
        self._least = re.compile(any_pattern(words.at_least), re.IGNORECASE)
        self._half = re.compile(any_pattern(words.half), re.IGNORECASE)
        self._unit = re.compile(rf"\b(?:{any_pattern(words.units.values())})\b", re.IGNORECASE)
        spelled = dict.fromkeys(words.ones, 1)
        self._patterns: dict[str, re.Pattern[str]] = {}
        for language, table in numbers.items():
            own = {word: n for word, n in table.cardinals.items() if n <= HIGHEST}
            self._values |= own
            self._patterns[language] = self._compiled(_number([*spelled, *own], table))
        in_words = _number(list(self._values), numbers["en"])
        self._left_out = re.compile(
            rf"{left_out.before}(?P<limit>(?:{any_pattern(words.at_most)})\s+)?(?P<first>{in_words})"
            rf"(?:\s+(?:{any_pattern(words.upwards)})\s+(?P<last>{in_words}))?"
            rf"(?P<half>\s+(?:{any_pattern(words.half)}))?(?={left_out.behind})",
            re.IGNORECASE,
        )

    def find(self, text: str, start: int, end: int) -> Iterator[Length]:
        """Yield the lengths of ``text[start:end]`` in order."""
        # Most sentences have no unit: hundreds of number words are not tried at each of theirs.
        if not self._unit.search(text, start, end):
            return
        language = "ru" if _CYRILLIC.search(text, start, end) else "en"
        for match in self._patterns[language].finditer(text, start, end):
            low, high = self._bounds(match)
            yield Length(*match.span(), self._unit_of(match), low, high, self._are_two(match))

    def left_out(self, text: str, start: int, end: int, unit: str) -> Iterator[Length]:
        """Yield the lengths of ``text[start:end]`` whose unit is that of one before them."""
        for match in self._left_out.finditer(text, start, end):
            number = whole(self._value(match["first"]) + (0.5 if match["half"] else 0))
            high = whole(self._value(match["last"])) if match["last"] else number
            low = None if match["limit"] else number
            yield Length(match.start("first"), match.end(), unit, low, high)

    def _compiled(self, number: str) -> re.Pattern[str]:
        words = self._words
        half = rf"(?:\s+(?:{any_pattern(words.half)}))?"
        units = words.units
        below = any_pattern(units[unit] for unit in ("month", "day", "week"))
        rest = any_pattern(units[unit] for unit in ("month", "day"))
        named = any_pattern(f"(?P<{unit}>{form})" for unit, form in units.items())
        joiners = any_pattern(words.joiners)
        return re.compile(
            rf"(?<![\w.,$€£/-])(?P<limit>(?:{any_pattern([*words.at_most, *words.at_least])})\s+)?"
            rf"(?:(?:{any_pattern(words.openers)})\s+)?"
            rf"(?P<first>{number}){half}(?:\s+(?:{any_pattern(words.day_more)})(?=\s+(?:{any_pattern(words.upwards)})\s))?(?P<first_unit>\s+(?:{below})(?=\s+(?:{any_pattern(words.upwards)})\s))?"
            rf"(?:(?P<range>[-‑–—]|\s+(?:{joiners})\s+|[-‑](?:{any_pattern(words.upwards)})[-‑])(?P<last>{number}){half})?"
            rf"(?P<half>\s+(?:{any_pattern(words.half)}))?(?:[\s-]+(?:{any_pattern(words.more)}))?"
            rf"(?:[\s-]+|\s+(?:{any_pattern(words.of)})\s+)(?P<unit>{named})(?!\w)"
            rf"(?:(?:,\s+|\s+(?:{any_pattern(words.rest)})\s+)(?P<rest>{number})\s+(?P<rest_unit>{rest})(?!\w))?"
            rf"(?P<more>,?\s+(?:{any_pattern(words.open)}))?",
            re.IGNORECASE,
        )

    def _unit_of(self, match: re.Match[str]) -> str:
        if self._rest(match) % _QUARTER or self._in_months(match):
            return "month"
        return next(name for name in self._words.units if match[name])

    def _rest(self, match: re.Match[str]) -> int:
        """Return the months of "two years and four months", 0 where it tells none."""
        if not (match["rest"] and match["year"]) or match["last"]:
            return 0
        named = re.fullmatch(self._words.units["month"], match["rest_unit"], re.IGNORECASE)
        return int(self._value(match["rest"])) if named else 0

    def _in_months(self, match: re.Match[str]) -> bool:
        """Tell "six months to five years", whose bounds are told in months."""
        if not (match["first_unit"] and match["last"] and match["year"]):
            return False
        return bool(re.fullmatch(rf"\s+(?:{self._words.units['month']})", match["first_unit"]))

    def _are_two(self, match: re.Match[str]) -> bool:
        joined = (match["range"] or "").strip().casefold()
        return joined in self._words.rest and match.start("first") == match.start()

    def _bounds(self, match: re.Match[str]) -> tuple[int | float | None, int | float | None]:
        half = 0.5 if match["half"] or self._half.search(match[0]) else 0.0
        first = self._value(match["first"])
        if match["first_unit"]:
            if not self._in_months(match):
                return whole(first), whole(first)
            return whole(first), whole((self._value(match["last"]) + half) * MONTHS)
        if match["last"]:
            last = self._value(match["last"]) + half
            # "sentenced on November 30 to seven years": no range
            range_ = first <= last or self._are_two(match)
            return whole(first if range_ else last), whole(last)
        rest = self._rest(match)
        if rest % _QUARTER:  # "two years and four months" is 28 months
            first, half = first * MONTHS + rest, 0.0
        else:
            half += rest / MONTHS
        exact = whole(first + half)
        limit = (match["limit"] or "").strip()
        if match["more"] or (limit and self._least.fullmatch(limit)):
            return exact, None
        return (None, exact) if limit else (exact, exact)

    def _value(self, word: str) -> float:
        word = word.casefold()
        if word[0].isdigit():
            return float(word.replace(",", "."))
        return sum(self._values[piece] for piece in word.split("-"))


def _number(spelled: list[str], table: NumberWords) -> str:
    """Return the pattern of a number in digits or words."""
    names = sorted(map(re.escape, spelled), key=lambda word: (-len(word), word))
    tens = [word for word, n in table.cardinals.items() if 20 <= n < HIGHEST and n % 10 == 0]
    ones = [word for word, n in table.cardinals.items() if 0 < n < 10]
    compound = rf"(?:{any_pattern(tens)})-(?:{any_pattern(ones)})"
    return rf"(?:\d{{1,3}}(?:[.,]\d)?|{compound}|(?:{any_pattern(names)}))"


def whole(number: float) -> int | float:
    """Return a number without the point of a whole one."""
    return int(number) if number == int(number) else number
