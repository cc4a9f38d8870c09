"""A calendar point or period in TIMEX3 ``value`` form, checked against the calendar."""

import re
from datetime import date

from pydantic import field_validator

from custody_records.contract.base import Entry
from custody_records.contract.values import DateModifier

_SHAPE = re.compile(
    r"""
    (?P<year>\d{4}|XXXX)
    (?: - (?P<month>\d\d) (?: - (?P<day>\d\d))?
      | - W (?P<week>\d\d|XX) (?: -WE)?
      | - (?P<part>Q[1-4X]|H[12X]|SP|SU|FA|WI)
    )?
    | (?P<decade>\d{3}) | (?P<century>\d{2})
    """,
    re.VERBOSE,
)


def check_value(value: str) -> str:
    """Return ``value`` if it is a possible date in the contract's form, else raise ValueError.

    Examples: ``2019-07-31``, ``2019-W16-WE``, ``XXXX-04-24``, ``2019-SU``, ``199``, ``20``.
    """
    found = _SHAPE.fullmatch(value)
    if not found:
        raise ValueError(f"{value!r} is not a TIMEX3 calendar value")
    year = found["year"]
    # A leap year stands in for an unknown one, so that XXXX-02-29 is possible.
    number = 2000 if year in (None, "XXXX") else int(year)
    if found["month"]:
        date(number, int(found["month"]), int(found["day"] or 1))
    week = found["week"]
    if week and week != "XX":
        date.fromisocalendar(number, int(week), 1)
    return value


def is_day(value: str) -> bool:
    """Tell whether a value is a day: ``2019-07-31``, ``XXXX-04-24``."""
    return len(value) == len("YYYY-MM-DD")


class Date(Entry):
    """``end`` is the last value of a range; ``modifier`` is TIMEX3's ``mod``."""

    value: str
    end: str | None
    modifier: DateModifier | None

    @field_validator("value", "end")
    @classmethod
    def _possible(cls, value: str | None) -> str | None:
        return value if value is None else check_value(value)
