"""Days that go by a name: when they fall, in a given year and country."""

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from custody_records.annotate.timex.grammar import GrammarRule, TimexRule
from custody_records.rulebook import read


class NamedDay(TimexRule):
    """A named day and the one way in which it is found.

    ``fixed`` is (month, day); ``weekday`` (month, n, ISO weekday), n -1 the last; ``easter`` days
    from Easter Sunday, ``pascha`` from the Orthodox one, which is Easter in the ``orthodox``
    countries; ``hijri`` (month, day) of the tabular Islamic calendar, a day more or less true,
    where ``kept`` does not have the (month, day) on which most countries kept it in a year;
    ``countries`` (month, day) by ISO code.
    """

    pattern: str
    fixed: tuple[int, int] | None = None
    weekday: tuple[int, int, int] | None = None
    easter: int | None = None
    pascha: int | None = None
    orthodox: frozenset[str] = frozenset()
    hijri: tuple[int, int] | None = None
    kept: dict[int, tuple[int, int]] = Field(default_factory=dict)
    countries: dict[str, tuple[int, int]] = Field(default_factory=dict)

    def grammar_rule(self) -> GrammarRule:
        """Return the rule by which the grammar finds it."""
        return GrammarRule(
            id=self.id,
            reason=self.reason,
            pattern=f"( the? eve_of=eve of )? ( which=DEICTIC )? ( {self.pattern} ) <ofyear>?",
            means="point",
            set={"named": self.id},
            match=self.match,
            no_match=self.no_match,
        )

    def falls(self, year: int, country: str | None) -> date | None:
        """Return the day in a year, None where the country does not have it or nothing tells."""
        if self.fixed:
            return date(year, *self.fixed)
        if self.weekday:
            return nth_weekday(year, *self.weekday)
        if self.easter is not None and country in self.orthodox:
            return pascha(year) + timedelta(days=self.easter)
        if self.easter is not None:
            return easter(year) + timedelta(days=self.easter)
        if self.pascha is not None:
            return pascha(year) + timedelta(days=self.pascha)
        if year in self.kept:
            return date(year, *self.kept[year])
        if self.hijri:
            return hijri(year, *self.hijri)
        day = self.countries.get(country or "")
        return date(year, *day) if day else None


class NamedFile(BaseModel):
    """The file ``named.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: list[NamedDay]


def load(folder: Path) -> dict[str, NamedDay]:
    """Read ``named.yaml`` in ``folder``. Raises RuleError."""
    return {rule.id: rule for rule in read(folder / "named.yaml", NamedFile).rules}


def nth_weekday(year: int, month: int, n: int, weekday: int) -> date:
    """Return the nth of an ISO weekday in a month, -1 the last; the fifth may lie in the next."""
    if n < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        last = following - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))


@lru_cache(maxsize=512)
def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876).

    >>> easter(2019)
    datetime.date(2019, 4, 21)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=512)
def pascha(year: int) -> date:
    """Return Orthodox Easter as a Gregorian date (Meeus; true for 1900 to 2099).

    >>> pascha(2019)
    datetime.date(2019, 4, 28)
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


@lru_cache(maxsize=512)
def hijri(year: int, month: int, day: int) -> date | None:
    """Return the day of a Gregorian year on which an Islamic date falls (tabular, civil epoch).

    >>> hijri(2019, 9, 1)
    datetime.date(2019, 5, 6)
    """
    for islamic in range(int((year - 622) * 1.0306), int((year - 622) * 1.0306) + 3):
        days = (islamic - 1) * 354 + (3 + 11 * islamic) // 30 + (59 * (month - 1) + 1) // 2 + day
        found = date.fromordinal(227014 + days)
        if found.year == year:
            return found
    return None
