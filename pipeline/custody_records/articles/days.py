"""Calendar days as pages print them: ISO, numbers, month names of the region's languages."""

import re
from datetime import date
from functools import cached_property, lru_cache
from typing import Annotated

from pydantic import Field

from custody_records.articles.own import Pattern, own
from custody_records.rulebook import RuleFile

_YEAR = r"(?:19|20)\d\d"

_FOUR_DIGITS = re.compile(r"\d{4}")  # of the year, without which there is no full day
_DAY = r"""
    (?<![\d./-])
    (?:
      (?P<iso_y>{year})-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?!\d)
    | (?P<num_d>\d{{1,2}})(?P<sep>[/-]|\.\s?)(?P<num_m>\d{{1,2}})(?P=sep)(?P<num_y>{year})(?!\d)
    | (?P<ymd_y>{year})(?P<ysep>[./])(?P<ymd_m>\d{{1,2}})(?P=ysep)(?P<ymd_d>\d{{1,2}})(?!\d)
    | (?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th)?[\s,.-]{{1,3}}(?:{of})?(?P<dmy_m>{month})
      [\s,.-]{{1,3}}(?:{of})?(?P<dmy_y>{year})(?!\d)
    | (?<![^\W\d_])(?P<mdy_m>{month})\s{{1,3}}(?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?
      (?:,?\s{{1,3}}|,)(?P<mdy_y>{year})(?!\d)
    )
"""
# A day that two countries read differently, or whose year has two figures.
_EITHER = re.compile(
    rf"(?<![\d./-])(?P<a>\d{{1,2}})(?P<sep>[./])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{_YEAR}|\d\d)(?![\d.:])"
)


class Months(RuleFile):
    """``reading/days.yaml``.

    ``months``: the first letters that tell each, January to December.
    """

    of: tuple[str, ...]
    through: tuple[str, ...]
    month_first: Pattern
    moment: Pattern
    months: Annotated[tuple[tuple[str, ...], ...], Field(min_length=12, max_length=12)]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Return the number of the month that each prefix tells."""
        return {prefix: n for n, names in enumerate(self.months, 1) for prefix in names}

    @cached_property
    def day(self) -> re.Pattern[str]:
        """Return the pattern of a full calendar day."""
        month = rf"{self._name}\.?"
        of = "|".join(rf"{word}\s" for word in self.of)
        return re.compile(_DAY.format(year=_YEAR, month=month, of=of), re.VERBOSE | re.IGNORECASE)

    @cached_property
    def named(self) -> re.Pattern[str]:
        """Return the pattern of a month's name beside the number of a day."""
        month = self._name
        return re.compile(
            rf"(?<![^\W\d_]){month}(?=\.?\s\d{{1,2}}\b)|(?P<behind>(?<=\d\s){month}\b)",
            re.IGNORECASE,
        )

    @cached_property
    def range(self) -> re.Pattern[str]:
        """Return the pattern of what stands before the last day of a range with its year.

        The group ``month`` is the month that both days share: "April 22–28, 2019".
        """
        month, year = rf"{self._name}\.?", rf"(?:,?\s{_YEAR})"
        to = rf"(?:\s?[-–—]\s?|\s(?:{'|'.join(self.through)})\s)"
        first = rf"(?:\d{{1,2}}(?:\s{month}{year}?)?|{month}\s\d{{1,2}}{year}?)"
        last = rf"(?:\d{{1,2}}\s{month}|{month}\s\d{{1,2}}){year}"
        return re.compile(
            rf"(?<![\w./-])(?:{first}{to}(?={last})|(?P<month>{month}\s)\d{{1,2}}{to}"
            rf"(?=\d{{1,2}}{year}))",
            re.IGNORECASE,
        )

    @property
    def _name(self) -> str:
        prefixes = "|".join(sorted(self.numbers, key=len, reverse=True))
        return rf"(?:{prefixes})[^\W\d_]{{0,8}}"


def _months() -> Months:
    return own("days.yaml", Months)


@lru_cache(maxsize=4096)  # the lines of a page: each step that cuts furniture asks again
def days_in(text: str) -> tuple[tuple[int, int, date], ...]:
    """Return (start, end, day) of every full calendar day printed in a line, in order.

    ``03/04/2021`` may be March or April: it is left out, as nothing in it tells which. With dots
    or dashes the day comes first, as in the region's languages.
    """
    if not _FOUR_DIGITS.search(text):
        return ()
    found = ((*match.span(), _reading(match)) for match in _months().day.finditer(text))
    return tuple((start, end, day) for start, end, day in found if day is not None)


def last_of_range(line: str) -> str:
    """Return a line with a range of days cut down to its last.

    >>> last_of_range("Prison news, April 22–28, 2019")
    'Prison news, April 28, 2019'
    """
    if not _FOUR_DIGITS.search(line):
        return line
    return _months().range.sub(lambda found: found["month"] or "", line, count=1)


def without_moment(line: str) -> str:
    """Return a line with a bar for each hour, weekday and label beside a full day."""
    return _months().moment.sub(" | ", line)


def readings(line: str) -> list[str]:
    """Return a line with its day as ISO prints it: of ``03/04/2021`` day first, then month first.

    Of ``14/06/24`` and ``3.4.24`` the one reading; another line is returned as it is.
    """
    found = _EITHER.search(line)
    if not found:
        return [line]
    year = found["y"] if len(found["y"]) > 2 else f"20{found['y']}"
    orders = [(found["b"], found["a"]), (found["a"], found["b"])]
    if found["sep"] == "." or found["a"] == found["b"]:
        orders.pop()  # the region prints the day first
    days = [f"{year}-{month:0>2}-{day:0>2}" for month, day in orders if int(month) <= 12]
    return [f"{line[: found.start()]}{day}{line[found.end() :]}" for day in days] or [line]


def named_months(text: str) -> set[int]:
    """Return the numbers of the months that a text names beside a day."""
    return {_month(found[0]) for found in _months().named.finditer(text)}


def is_day_first(line: str, text: str) -> bool | None:
    """Tell whether the day of ``line``, "03/04/2021", is its first number, by how ``text`` prints.

    America's hours and states tell that the month is; days that all stand before their month tell
    that the day is. None if nothing tells: "May 3" is also printed where the day comes first.
    """
    if _months().month_first.search(f"{line}\n{text}"):
        return False
    named = [found["behind"] is not None for found in _months().named.finditer(text)]
    return True if named and all(named) else None


def day_of(value: str) -> date | None:
    """Return the day that a metadata value names ("2019-07-31T10:00", "31 July 2019"), or None."""
    days = days_in(value)
    return days[0][2] if len(days) == 1 else None


def _reading(match: re.Match[str]) -> date | None:
    for form in ("iso", "num", "ymd", "dmy", "mdy"):
        if match[f"{form}_y"]:
            break
    year, month, day = (match[f"{form}_{part}"] for part in "ymd")
    number = int(month) if month.isdigit() else _month(month)
    number_of_day = int(day)
    if form == "num" and match["sep"] == "/":
        if number > 12:  # 07/31/2019
            number, number_of_day = number_of_day, number
        elif number_of_day <= 12 and number != number_of_day:
            return None
    try:
        return date(int(year), number, number_of_day)
    except ValueError:
        return None


def _month(name: str) -> int:
    name = name.casefold()
    return next(n for prefix, n in _months().numbers.items() if name.startswith(prefix))
