"""What a time expression says before anybody knows when it was said.

A form holds only what the words carry: "last Friday night" is a Point with ``which=-1``, weekday 5
and part ``NI``. Dates come into it in ``resolve``.
"""

from dataclasses import dataclass
from typing import Literal

Unit = Literal[
    "second", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter",
    "half", "season", "year", "decade", "century", "millennium",
    "any",  # whatever unit the story's last date has ("the same period")
]  # fmt: skip
# "paragraph": the last day told in the same paragraph, else that of publication; "sentence": the
# last one of the same sentence.
Base = Literal["published", "story", "paragraph", "sentence"]


@dataclass(frozen=True, slots=True)
class Shift:
    """``n`` units on from the base: "last week" is (week, -1, published)."""

    unit: Unit
    n: float
    base: Base


@dataclass(frozen=True, slots=True)
class Point:
    """A calendar point or period: a frame (a year or a shift), and what narrows it down."""

    frame: Shift | None = None
    year: int | None = None
    decade: int | None = None
    century: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    nth: tuple[int, Unit] | None = None
    weekday_nth: int | None = None  # "the last Monday of May"
    whole: Unit | None = None  # "the week of March 4": the week that holds the day
    part: str | None = None
    clock: tuple[int, int] | None = None
    zone: str = ""
    which: int | None = None
    named: str | None = None
    eve: bool = False  # "the eve of Easter": the day before the named one
    exact: bool = False  # "a year ago to the day"
    chained: bool = False  # "two years earlier": counted from a date of the story alone
    swappable: bool = False  # "7/8/07": month and day may stand the other way round
    mod: str | None = None

    @property
    def is_time(self) -> bool:
        """Whether it says a time of day."""
        return self.clock is not None or self.part is not None

    @property
    def has_day(self) -> bool:
        """Whether it says a day by itself, so that its time needs none from elsewhere."""
        return bool(
            self.day or self.weekday or self.named or (self.frame and self.frame.unit == "day")
        )

    @property
    def is_open(self) -> bool:
        """Whether it leaves its year (or, a weekday, its week) to the context."""
        return self.frame is None and self.year is None and self.decade is None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: amounts with their units; an amount of None is unknown ("several years")."""

    amounts: tuple[tuple[float | None, Unit], ...]
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set of times, by its value: ``P1W``, ``XXXX-WXX-1``."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """``PRESENT_REF``, ``PAST_REF``, ``FUTURE_REF``, or a season of no year: ``XXXX-WI``."""

    value: str


Form = Point | Length | Recurring | Vague
