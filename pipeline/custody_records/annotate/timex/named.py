"""Days that go by a name: when they fall, in a given year and country."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from pydantic import Field

from custody_records.annotate.timex.grammar import GrammarRule, TimexRule
from custody_records.rulebook import RuleData, read

# Of dateutil.easter, by the Gregorian calendar.
_EASTER_YEARS = range(1583, 4100)
_EPOCH = 227_014  # ordinal of the day before the first of the Islamic calendar
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class NamedDay(RuleData):
    """When a named day falls.

    ``fixed`` is (month, day); ``weekday`` (month, n, ISO weekday), n -1 the last; ``easter`` days
    from Easter Sunday, ``pascha`` from the Orthodox one, which is Easter in the ``orthodox``
    countries; ``hijri`` (month, day) of the tabular Islamic calendar, a day more or less true,
    where ``kept`` does not have the (month, day) on which most countries kept it in a year;
    ``countries`` (month, day) by ISO code.
    """

    fixed: tuple[int, int] | None = None
    weekday: tuple[int, int, int] | None = None
    easter: int | None = None
    pascha: int | None = None
    orthodox: frozenset[str] = frozenset()
    hijri: tuple[int, int] | None = None
    kept: dict[int, tuple[int, int]] = Field(default_factory=dict)
    countries: dict[str, tuple[int, int]] = Field(default_factory=dict)

    def falls(self, year: int, country: str | None) -> date | None:
        """Return the day in a year, None where the country does not have it or nothing tells."""
        if self.fixed:
            return date(year, *self.fixed)
        if self.weekday:
            return nth_weekday(year, *self.weekday)
        offset = self.easter if self.pascha is None else self.pascha
        if offset is not None:
            sunday = easter_sunday(year, self.pascha is not None or country in self.orthodox)
            return sunday and sunday + timedelta(days=offset)
        if year in self.kept:
            return date(year, *self.kept[year])
        if self.hijri:
            return hijri(year, *self.hijri)
        day = self.countries.get(country or "")
        return date(year, *day) if day else None


class NamedDays(RuleData):
    """The file ``days.yaml``."""

    days: dict[str, NamedDay]


class DayWording(TimexRule):
    """How a language words a named day; ``day`` is its key in ``days.yaml``."""

    day: str
    pattern: str

    def grammar_rule(self) -> GrammarRule:
        """Return the rule by which the grammar finds it, with the macros that stand around it."""
        return GrammarRule(
            id=self.id,
            reason=self.reason,
            pattern=f"<before_named> ( {self.pattern} ) <ofyear>?",
            means="point",
            set={"named": self.day},
            match=self.match,
            no_match=self.no_match,
        )


def load_days(folder: Path) -> dict[str, NamedDay]:
    """Read ``days.yaml`` in the folder of timex. Raises RuleError."""
    return read(folder / "days.yaml", NamedDays).days


def nth_weekday(year: int, month: int, n: int, weekday: int) -> date:
    """Return the nth of an ISO weekday in a month, -1 the last; the fifth may lie in the next."""
    if n < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def easter_sunday(year: int, orthodox: bool) -> date | None:
    """Return Easter Sunday as a Gregorian date, None in years that dateutil does not know.

    >>> easter_sunday(2019, orthodox=False), easter_sunday(2019, orthodox=True)
    (datetime.date(2019, 4, 21), datetime.date(2019, 4, 28))
    """
    if year not in _EASTER_YEARS:
        return None
    return easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)


@lru_cache(maxsize=512)
def hijri(year: int, month: int, day: int) -> date | None:
    """Return the day of a Gregorian year on which an Islamic date falls (tabular, civil epoch).

    >>> hijri(2019, 9, 1)
    datetime.date(2019, 5, 6)
    """
    for islamic in range(int((year - 622) * 1.0306), int((year - 622) * 1.0306) + 3):
        days = (islamic - 1) * 354 + (3 + 11 * islamic) // 30 + (59 * (month - 1) + 1) // 2 + day
        ordinal = _EPOCH + days
        if _FIRST <= ordinal <= _LAST and (found := date.fromordinal(ordinal)).year == year:
            return found
    return None
