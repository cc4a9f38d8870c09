"""What an expression counts from, if it is not a printed year: its frame, from a rule's slots."""

from collections.abc import Callable
from typing import Final, cast

from custody_records.annotate.timex.forms import Base, Shift, Unit
from custody_records.annotate.timex.grammar import Found

PARTS = frozenset(["MO", "AF", "EV", "NI"])
SEASONS = frozenset(["SP", "SU", "FA", "WI"])

FrameReader = Callable[[Found], Shift | None]


def read_frame(found: Found) -> Shift | None:
    """Return what the expression counts from, None if nothing but a printed year."""
    for reader in _READERS:
        frame = reader(found)
        if frame is not None:
            return frame
    return None


def _counted(slot: str, unit: Unit, base: Base) -> FrameReader:
    """Return a reader of a slot that holds how many units on the frame lies, which may be 0."""

    def read(found: Found) -> Shift | None:
        n = found.get(slot)
        return None if n is None else Shift(unit, n, base)

    return read


def _fixed(slot: str, unit: Unit, n: int, base: Base) -> FrameReader:
    """Return a reader of a slot whose mere presence tells the frame."""

    def read(found: Found) -> Shift | None:
        return Shift(unit, n, base) if found.get(slot) else None

    return read


def _week_on(found: Found) -> Shift | None:
    """Read "tomorrow week", "yesterday week"."""
    if found.get("week_on") is None:
        return None
    day = found.get("adverb")
    return Shift("day", day + (-7 if day < 0 else 7), "published")


def _near(found: Found) -> Shift | None:
    """Read "накануне": the day before the one that the paragraph tells of."""
    near = found.get("near")
    return Shift("day", near, "paragraph") if near else None


def _twice(found: Found) -> Shift | None:
    twice = found.get("twice")
    return Shift("day", 2 * twice, "published") if twice else None


def _tonight(found: Found) -> Shift | None:
    tonight = found.get("tonight") and not found.get("weekday")
    return Shift("day", 0, "published") if tonight else None


def _calendar_period(found: Found) -> Shift | None:
    """Read a period counted from the story's date, on its side or by its order."""
    side, period = found.get("cside"), found.get("cperiod")
    if side:
        return Shift(_calendar_unit(period), side, "story")
    if period:
        return Shift(_calendar_unit(period), found.get("cwhich"), "story")
    return None


def _published_period(found: Found) -> Shift | None:
    """Read a period counted from the publication, or the one that holds it."""
    counted, present = found.get("dperiod"), found.get("pperiod")
    if counted:
        return Shift(counted, found.get("dwhich"), "published")
    return Shift(present, 0, "published") if present else None


def _story_month(found: Found) -> Shift | None:
    return None if found.get("cmonth") is None else Shift("month", 0, "story")


def _calendar_unit(word: str) -> Unit:
    if word in PARTS:
        return "day"
    if word in SEASONS:
        return "year"
    return cast(Unit, word)  # the patterns list no other words


# The first that reads a frame decides.
_READERS: Final[tuple[FrameReader, ...]] = (
    _week_on,
    _counted("adverb", "day", "published"),
    _near,
    _twice,
    _fixed("eve", "day", -1, "published"),
    _fixed("soon", "day", 1, "published"),  # "the coming Friday": the first from tomorrow on
    _tonight,
    _counted("which_part", "day", "published"),
    _calendar_period,
    _published_period,
    _counted("dmonth", "month", "published"),
    _story_month,
    _counted("dyear", "year", "published"),
    _counted("cyear", "year", "story"),
    _fixed("tyear", "year", 0, "story"),
    _fixed("yearago", "year", -1, "published"),
    _fixed("pyear", "year", 0, "published"),
)
