"""From a rule's slots to one calendar point."""

from dataclasses import replace
from typing import cast

from custody_records.annotate.timex.forms import Point, Shift, Unit
from custody_records.annotate.timex.frames import PARTS, SEASONS, read_frame
from custody_records.annotate.timex.grammar import Found


def read_point(found: Found) -> Point:
    """Put the slots of a match together as one calendar point."""
    get = found.get
    point = Point(
        frame=read_frame(found),
        year=get("year"),
        month=get("month"),
        day=get("day"),
        weekday=get("weekday"),
        weekday_nth=get("weekday_nth"),
        whole=get("whole"),
        season=get("season"),
        part=get("part"),
        which=_which(found),
        named=get("named"),
        eve=bool(get("eve_of")),
        chained=bool(get("chained")),
        mod=get("mod") or None,
    )
    for read in (_with_date, _with_years, _with_nth, _with_half):
        point = read(found, point)
    if get("chain") is not None:  # "the following Monday", "the previous October", "that autumn"
        unit: Unit = "month" if point.month or point.season else "day"
        point = replace(point, frame=Shift(unit, get("chain"), "story"))
    return _with_clock(found, _with_part(found, point))


def _with_date(found: Found, point: Point) -> Point:
    """Add a date or a month written in digits: "7/8/07", "2015-03"."""
    if found.get("date"):
        year, month, day = found.get("date")
        printed = _word(found, "date")
        swappable = "/" in printed and day <= 12 and not printed[:4].isdecimal()
        point = replace(point, year=year, month=month, day=day, swappable=swappable)
    if found.get("year_month"):
        year, month = found.get("year_month")[:2]
        point = replace(point, year=year, month=month)
    return point


def _with_years(found: Found, point: Point) -> Point:
    """Add a span of years, a century, a decade."""
    if found.get("years"):
        point = replace(point, year=found.get("years")[0])
    if found.get("century"):
        point = replace(point, century=found.get("century") - 1)
    if found.get("decade"):
        point = replace(point, decade=found.get("decade"))
    return point


def _with_nth(found: Found, point: Point) -> Point:
    """Add the numbered part of a period: "the second week", "Q3", "H1"."""
    if found.get("nth"):
        point = replace(point, nth=(found.get("nth"), found.get("nth_unit")))
    if found.get("quarter"):
        letter, number = found.get("quarter")
        point = replace(point, nth=(int(number), "quarter" if letter == "q" else "half"))
    return point


def _with_half(_: Found, point: Point) -> Point:
    """Read half a month, a decade, a century, which has no value of its own, as a modifier."""
    if point.nth and point.nth[1] == "half" and (point.month or point.decade or point.century):
        return replace(point, nth=None, mod="START" if point.nth[0] == 1 else "END")
    return point


def _which(found: Found) -> int | None:
    if found.index("hop") is not None:  # "the Saturday after next", "Monday week"
        return 2 * found.get("hop") if isinstance(found.get("hop"), int) else 2
    if found.get("chain") is not None or found.get("which") is None:
        return None
    return cast(int, found.get("which"))


def _word(found: Found, name: str) -> str:
    """Return the word in a slot, lower case."""
    index = found.index(name)
    return "" if index is None else found.lexemes.surface(index).lower()


def _with_part(found: Found, point: Point) -> Point:
    if found.get("tonight"):
        return replace(point, part="NI")
    period = found.get("cperiod")
    if period in PARTS:
        return replace(point, part=period)
    if period in SEASONS:
        return replace(point, season=period)
    return point


def _with_clock(found: Found, point: Point) -> Point:
    if found.get("noon"):
        hour, minute = str(found.get("noon")).split(":")
        return replace(point, clock=(int(hour), int(minute)))
    clock = found.get("clock")
    if clock is None:
        return point
    if isinstance(clock, int):  # "seven o'clock"
        clock = (clock, 0, "")
    hour, minute, _ = clock
    half = found.get("ampm")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif found.get("daypart") in ("AF", "EV", "NI") and 1 <= hour < 12:
        hour += 12
    return replace(point, clock=(hour, minute), zone=found.get("zone") or "")
