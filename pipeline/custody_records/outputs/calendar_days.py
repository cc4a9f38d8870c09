"""A TIMEX3 value as a day that can be sorted and charted, and how exact it is."""

import re
from datetime import date

# The first month of a quarter, half or season (winter is that of the year's end).
_PARTS = {
    "Q1": 1,
    "Q2": 4,
    "Q3": 7,
    "Q4": 10,
    "H1": 1,
    "H2": 7,
    "WI": 12,
    "SP": 3,
    "SU": 6,
    "FA": 9,
}
_NAMES = {"Q": "quarter", "H": "half year"}
_SHAPE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-(?P<part>[QH]\d|WI|SP|SU|FA))?|(?P<decade>\d{3})|(?P<century>\d{2})"
)


def precision_of(value: str | None) -> str | None:
    """Return "day", "month", "year", ...; "no year" where none is told, None without a value."""
    found = _SHAPE.fullmatch(value or "")
    if not found:
        return "no year" if value else None
    if part := found["part"]:
        return _NAMES.get(part[0], "season")
    for name in ("day", "month", "weekend", "week", "year", "decade", "century"):
        if found[name]:
            return name
    return None


def first_day(value: str | None) -> date | None:
    """Return the first day of what a value means; None where no year is told."""
    found = _SHAPE.fullmatch(value or "")
    if not found:
        return None
    if found["century"] or found["decade"]:
        digits = found["century"] or found["decade"]
        return date(max(1, int(digits.ljust(4, "0"))), 1, 1)
    year = int(found["year"]) or 1
    if found["week"]:
        return date.fromisocalendar(year, int(found["week"]), 6 if found["weekend"] else 1)
    month = _PARTS[found["part"]] if found["part"] else int(found["month"] or 1)
    return date(year, month, int(found["day"] or 1))
