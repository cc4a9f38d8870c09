"""Lengths of time as penalties are printed: "up to five and a half years", "two to five"."""

import re
from collections.abc import Iterable

from custody_records.annotate.numbers import NumberWords
from custody_records.annotate.statutes.rules import LengthWords

# Penalties are counted in words up to this number.
HIGHEST = 100
MONTHS = 12


def _any(words: Iterable[str]) -> str:
    return "|".join(words)


class Lengths:
    """Finds lengths of time and tells their bounds."""

    def __init__(self, words: LengthWords, numbers: Iterable[NumberWords]) -> None:
        self._words = words
        self._values: dict[str, float] = dict.fromkeys(words.ones, 1)
        for language in numbers:
            self._values |= {
                word: value
                for word, value in language.spelled.items()
                if value <= HIGHEST and word not in language.ordinals
            }
        self._least = re.compile(_any(words.at_least), re.IGNORECASE)
        self._half = re.compile(_any(words.half), re.IGNORECASE)
        self.pattern = self._compiled()

    def _compiled(self) -> re.Pattern[str]:
        words = self._words
        spelled = sorted(self._values, key=lambda word: (-len(word), word))
        number = rf"(?:\d{{1,3}}(?:[.,]\d)?|(?:{_any(map(re.escape, spelled))}))"
        half = rf"(?:\s+(?:{_any(words.half)}))?"
        units = words.units
        below = _any(units[unit] for unit in ("month", "day", "week"))
        rest = _any(units[unit] for unit in ("month", "day"))
        named = _any(f"(?P<{unit}>{form})" for unit, form in units.items())
        joiners = _any(words.joiners)
        return re.compile(
            rf"(?<![\w.,$€£/-])(?P<limit>(?:{_any([*words.at_most, *words.at_least])})\s+)?"
            rf"(?:(?:{_any(words.openers)})\s+)?"
            rf"(?P<first>{number}){half}(?P<first_unit>\s+(?:{below})(?=\s+(?:{_any(words.upwards)})\s))?"
            rf"(?:(?P<range>[-‑–—]|\s+(?:{joiners})\s+|[-‑](?:{_any(words.upwards)})[-‑])(?P<last>{number}){half})?"
            rf"(?P<half>\s+(?:{_any(words.half)}))?(?:[\s-]+(?:{_any(words.more)}))?"
            rf"(?:[\s-]+|\s+of\s+)(?P<unit>{named})(?!\w)"
            rf"(?:(?:,\s+|\s+(?:{_any(words.rest)})\s+)(?P<rest>{number})\s+(?P<rest_unit>{rest})(?!\w))?"
            rf"(?P<more>,?\s+(?:{_any(words.open)}))?",
            re.IGNORECASE,
        )

    def unit(self, match: re.Match[str]) -> str:
        """Return the unit of a length: year, month, week, day or hour."""
        return next(name for name in self._words.units if match[name])

    def bounds(self, match: re.Match[str]) -> tuple[int | float | None, int | float | None]:
        """Return (min, max) of a length in its unit; None where it is open."""
        half = 0.5 if match["half"] or self._half.search(match[0]) else 0.0
        first = self._value(match["first"])
        if match["first_unit"]:
            months = re.fullmatch(rf"\s+(?:{self._words.units['month']})", match["first_unit"])
            if not match["last"] or not match["year"] or not months:
                return whole(first), whole(first)
            first = round(first / MONTHS, 2)  # "six months to five years"
        if match["last"]:
            return whole(first), whole(self._value(match["last"]) + half)
        if match["rest"] and match["year"]:
            months = re.fullmatch(self._words.units["month"], match["rest_unit"], re.IGNORECASE)
            half += round(self._value(match["rest"]) / MONTHS, 2) if months else 0
        exact = whole(first + half)
        limit = (match["limit"] or "").strip()
        if match["more"] or (limit and self._least.fullmatch(limit)):
            return exact, None
        return (None, exact) if limit else (exact, exact)

    def _value(self, word: str) -> float:
        word = word.casefold()
        return float(word.replace(",", ".")) if word[0].isdigit() else self._values[word]


def whole(number: float) -> int | float:
    """Return a number without the point of a whole one."""
    return int(number) if number == int(number) else number
