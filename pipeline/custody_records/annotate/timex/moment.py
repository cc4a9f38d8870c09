"""Calendar periods of one unit, known down to it: a day, a week, a quarter, a decade.

A moment is its unit and its first day; whether the year is known stands beside it. An unknown
year is calculated with as if it were 2000, a leap year, and printed ``XXXX``.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from custody_records.annotate.timex.forms import Unit

STAND_IN_YEAR = 2000
_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "season": 3}
_YEARS: dict[str, int] = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
_DAYS: dict[str, int] = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_OF = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


class NoSuchDateError(ValueError):
    """The calendar does not have it: 30 February, the year 0, the 54th week."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A period: ``start`` is its first day; ``unit`` its length."""

    unit: Unit
    start: date
    known: bool = True

    @property
    def value(self) -> str:
        """The TIMEX3 value: ``2019-04-24``, ``2019-W17``, ``2019-Q2``, ``201``, ``XXXX-04-24``."""
        year = f"{self.start.year:04d}" if self.known else "XXXX"
        if self.unit in ("week", "weekend", "fortnight"):
            iso_year, week, _ = self.start.isocalendar()
            shown = f"{iso_year:04d}-W{week:02d}" if self.known else "XXXX-WXX"
            return shown + ("-WE" if self.unit == "weekend" else "")
        if self.unit == "month":
            return f"{year}-{self.start.month:02d}"
        if self.unit == "quarter":
            return f"{year}-Q{(self.start.month + 2) // 3}"
        if self.unit == "half":
            return f"{year}-H{1 if self.start.month < 7 else 2}"
        if self.unit == "season":
            return f"{year}-{_SEASON_OF[self.start.month]}"
        if self.unit == "year":
            return year
        if self.unit == "decade":
            return year[:3]
        if self.unit in ("century", "millennium"):
            return year[:2]
        return f"{year}-{self.start.month:02d}-{self.start.day:02d}"

    def shift(self, n: int) -> "Moment":
        """Return the moment ``n`` units on. Raises NoSuchDateError beyond the calendar."""
        return replace(self, start=first_day(self.unit, add(self.start, self.unit, n)))

    def as_unit(self, unit: Unit) -> "Moment":
        """Return the period of another unit that holds this one's first day."""
        return Moment(unit, first_day(unit, self.start), self.known)


def add(day: date, unit: Unit, n: int) -> date:
    """Return the day ``n`` units on; the last of a month stays within the month."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=n * _DAYS[unit])
        months = _MONTHS[unit] if unit in _MONTHS else 12 * _YEARS[unit]
        year, month = divmod(day.year * 12 + day.month - 1 + n * months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last))
    except (ValueError, OverflowError, calendar.IllegalMonthError) as error:
        raise NoSuchDateError(f"{n} {unit} from {day}") from error


def first_day(unit: Unit, day: date) -> date:
    """Return the first day of the period of ``unit`` that holds ``day``."""
    try:
        if unit in ("week", "weekend", "fortnight"):
            return day - timedelta(days=day.weekday())
        if unit == "season":
            if day.month < 3:
                return date(day.year - 1, 12, 1)
            return date(day.year, day.month // 3 * 3, 1)
        if unit in _MONTHS:
            size = _MONTHS[unit]
            return date(day.year, (day.month - 1) // size * size + 1, 1)
        if unit in _YEARS:
            size = _YEARS[unit]
            return date(max(day.year // size * size, 1), 1, 1)
    except (ValueError, OverflowError) as error:
        raise NoSuchDateError(f"the {unit} of {day}") from error
    return day


def make(unit: Unit, year: int | None, month: int = 1, day: int = 1) -> Moment:
    """Return a moment from its numbers; ``year`` None is unknown. Raises NoSuchDateError."""
    try:
        start = date(STAND_IN_YEAR if year is None else year, month, day)
    except (ValueError, OverflowError) as error:
        raise NoSuchDateError(f"{year}-{month}-{day}") from error
    return Moment(unit, start, year is not None)


def season(year: int | None, name: str) -> Moment:
    """Return a season; winter is counted to the year in which it begins."""
    return make("season", year, _SEASON_MONTH[name])


def nth_within(outer: Moment, n: int, unit: Unit) -> Moment:
    """Return the nth period of ``unit`` within another; -1 is the last. Raises NoSuchDateError.

    A week belongs to the month or year that holds its Thursday, as in ISO 8601.
    """
    end = add(outer.start, outer.unit, 1)
    if unit in ("week", "weekend", "fortnight"):
        first = first_day("week", outer.start)
        if first + timedelta(days=3) < outer.start:
            first += timedelta(days=7)
        last = first_day("week", end - timedelta(days=4))
    else:
        first, last = first_day(unit, outer.start), first_day(unit, end - timedelta(days=1))
    start = add(first, unit, n - 1) if n > 0 else add(last, unit, n + 1)
    if not first <= start <= last:
        raise NoSuchDateError(f"no {unit} {n} in {outer.value}")
    return Moment(unit, start, outer.known)
