"""What a run of digits can be: a day, a year, a clock time, a full date, a range.

A run is what stands together without a space: ``1990s``, ``12th``, ``2019-07-31``, ``1999-2000``,
``6:40pm``. A run that fits no shape here (``155/18``, ``3.8.0``, ``24/7``) is nothing to the
grammar. Shapes are tried on the whole run, so a number inside a longer one is never read.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from custody_records.annotate.openings import any_of
from custody_records.contract.fold import plain
from custody_records.rulebook import RuleData

# A longer run of digits and separators is no date in any notation.
_LONGEST = 25

YEARS = range(1000, 2200)
_CENTURY_PIVOT = 50


def full_year(digits: str) -> int:
    """Return the year that two or four digits mean; two digits are 1950 to 2049.

    >>> full_year("82"), full_year("07"), full_year("1998")
    (1982, 2007, 1998)
    """
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (1900 if year >= _CENTURY_PIVOT else 2000)


class DigitEndings(RuleData):
    """What a language ends runs of digits in: "23rd", "1990s", "6pm"."""

    ordinal: tuple[str, ...] = ()
    decade: tuple[str, ...] = ()
    am: tuple[str, ...] = ()
    pm: tuple[str, ...] = ()


Reader = Callable[[re.Match[str]], Any]


def _integer(m: re.Match[str]) -> int | None:
    return int(m[0].replace(",", ""))


def _within(low: int, high: int) -> Reader:
    return lambda m: int(m[1]) if low <= int(m[1]) <= high else None


def _clock(m: re.Match[str]) -> tuple[int, int, str] | None:
    hour, minute = int(m["h"]), int(m["m"] or 0)
    groups = m.groupdict()
    half = "p" if groups.get("pm") else "a" if groups.get("am") else ""
    if minute > 59 or hour > 24 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, minute, half


def _four_digits(m: re.Match[str]) -> tuple[int, int, str] | None:
    hour, minute = int(m[1]), int(m[2])
    return (hour, minute, "") if hour <= 23 and minute <= 59 else None


def _ymd(m: re.Match[str]) -> tuple[int, int, int] | None:
    return _checked(full_year(m["y"]), int(m["m"]), int(m["d"]))


def _dmy(m: re.Match[str]) -> tuple[int, int, int] | None:
    """Read ``31.07.2019`` and ``7/31/2019``: with slashes the month stands first unless it cannot.

    Dots and dashes are printed day first by the presses that use them.
    """
    first, second, year = int(m["a"]), int(m["b"]), full_year(m["y"])
    day_first = m["s"] != "/" or first > 12
    if second > 12:
        day_first = False
    return _checked(year, second, first) if day_first else _checked(year, first, second)


def _checked(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    return (year, month, day) if year in YEARS and 1 <= month <= 12 and 1 <= day <= 31 else None


def _years(m: re.Match[str]) -> tuple[int, int] | None:
    first = int(m[1])
    second = int(m[3]) if len(m[3]) == 4 else first // 100 * 100 + int(m[3])
    if m[2] == "/" and len(m[3]) == 2 and second != first + 1:
        return None  # "report 2014/20"; but "2019/20"
    return (first, second) if first in YEARS and first < second <= first + 99 else None


def _years_short(m: re.Match[str]) -> tuple[int, int] | None:
    """Read "1931-2"; the last digit must follow on within four years."""
    first = int(m[1])
    second = first // 10 * 10 + int(m[2])
    return (first, second) if first in YEARS and first < second <= first + 4 else None


def _year_month(m: re.Match[str]) -> tuple[int, int] | None:
    """Read ``2018-07``; ``2003-07`` is rather five years."""
    year, month = int(m["y"]), int(m["m"])
    return (year, month) if month <= year % 100 else None


def _days(m: re.Match[str]) -> tuple[int, int] | None:
    first, second = int(m[1]), int(m[2])
    return (first, second) if 1 <= first < second <= 31 else None


def _decade(m: re.Match[str]) -> int | None:
    """Return the decade as its first three digits: ``1990s`` and ``90s`` are 199."""
    return int(m[1]) // 10 if len(m[1]) == 4 else 190 + int(m[1]) // 10


_PLAIN_SHAPES: tuple[tuple[str, str, Reader], ...] = (
    ("INT", r"\d{1,4}|\d{1,3}(?:,\d{3})+", _integer),
    ("DECIMAL", r"\d{1,3}\.\d{1,2}", lambda m: float(m[0])),
    ("DAY", r"(\d\d?)", _within(1, 31)),
    ("HOUR", r"(\d\d?)", lambda m: (int(m[1]), 0, "") if 0 <= int(m[1]) <= 24 else None),
    ("YEAR", r"(\d{4})", lambda m: int(m[1]) if int(m[1]) in YEARS else None),
    ("YY", r"(\d\d)", lambda m: full_year(m[1])),
    ("CLOCK", r"(?P<h>\d\d?):(?P<m>\d\d)(?::\d\d)?", _clock),
    ("CLOCK_DOT", r"(?P<h>\d\d?)\.(?P<m>\d\d)", _clock),
    ("HHMM", r"(\d\d)(\d\d)", _four_digits),
    ("DATE", r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T\d{2,6}Z?)?", _ymd),
    # "2023-10-17T14" is followed by ":05:00Z"
    ("DATE", r"(?P<y>\d{4})(?P<s>[-./])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?:T\d\d)?", _ymd),
    ("DATE", r"(?P<a>\d\d?)(?P<s>[-./])(?P<b>\d\d?)(?P=s)(?P<y>\d{4}|\d\d)", _dmy),
    ("YEAR_MONTH", r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])", _year_month),
    (
        "MONTH_YEAR",
        r"(?P<m>0[1-9]|1[0-2])[-/.](?P<y>(?:19|20)\d\d)",
        lambda m: (int(m["y"]), int(m["m"])),
    ),
    ("YEARS", r"(\d{4})([-/])(\d{4}|\d\d)", _years),
    ("YEARS_SHORT", r"(\d{4})-(\d)", _years_short),
    ("DAYS", r"(\d\d?)-(\d\d?)", _days),
)

# One sample of every set of kinds that a run without an ending can have; a test walks through all
# short runs and holds that this list is complete.
_SAMPLES = (
    "7", "07", "24", "28", "32", "85", "0", "00", "155", "999", "0800", "0960", "1998", "1530",
    "2019",
    "9999", "2500", "12,000", "1.5", "6.40", "25.70", "9.5", "31.20", "2.75", "24.60",
    "18:00", "18:00:30", "2019-07-31",
    "31.07.2019", "7/8/07", "2019-07", "2012-12", "2001-02", "2010-11", "07/2019", "07.2019",
    "1999-2000", "2013-14", "2019/20", "12-13", "5,5", "07-2019", "1931-2", "20190731",
)  # fmt: skip
# What stands before an ending, in the samples that have one.
_ENDED_SAMPLES = ("1", "6", "20", "32", "90", "6:40", "6.40", "1990")


class Numerals:
    """Reads runs of digits with the endings of one language."""

    def __init__(self, endings: DigitEndings) -> None:
        shapes = [*_PLAIN_SHAPES, *_ended_shapes(endings)]
        self._shapes = [(kind, re.compile(s, re.IGNORECASE), reader) for kind, s, reader in shapes]
        self._readings = lru_cache(maxsize=4096)(self._read)
        self.endings = endings

    def kinds(self, run: str) -> frozenset[str]:
        """Return the kinds of thing that a digit run can be."""
        return frozenset(self._readings(run))

    def value(self, kind: str, run: str) -> Any:
        """Return what a run reads as. Raises KeyError if it is nothing of that kind."""
        return self._readings(run)[kind]

    def kind_sets(self) -> Iterator[frozenset[str]]:
        """Yield every set of kinds that a run can have, the same ones perhaps repeatedly."""
        yield from map(self.kinds, _SAMPLES)
        held = self.endings
        for ending in (*held.ordinal, *held.decade, *held.am, *held.pm):
            yield from (self.kinds(sample + ending) for sample in _ENDED_SAMPLES)

    def _read(self, run: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        foreign = not run.isascii() and any(c.isdigit() and not c.isascii() for c in run)
        if len(run) > _LONGEST or foreign:
            return found
        figures = plain(run)
        for kind, shape, reader in self._shapes:
            match = shape.fullmatch(figures)
            if match and kind not in found:
                read = reader(match)
                if read is not None:
                    found[kind] = read
        return found


def _ended_shapes(endings: DigitEndings) -> Iterator[tuple[str, str, Reader]]:
    ordinal, decade = any_of(endings.ordinal), any_of(endings.decade)
    halves = f"(?:(?P<am>{any_of(endings.am)})|(?P<pm>{any_of(endings.pm)}))"
    yield "DAYTH", rf"(\d\d?)(?:{ordinal})", _within(1, 31)
    yield "NTH", rf"(\d\d?)(?:{ordinal})", _within(1, 99)
    # "в 2018-м"
    yield "YEARTH", rf"(\d{{4}})(?:{ordinal})", _within(YEARS.start, YEARS.stop - 1)
    yield "DECADE", rf"(\d{{3}}0|[2-9]0)(?:{decade})", _decade
    yield "CLOCK_AP", rf"(?P<h>\d\d?)(?:[:.](?P<m>\d\d))?{halves}", _clock
