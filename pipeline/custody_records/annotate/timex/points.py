"""From a rule's slots to one calendar point."""

from dataclasses import replace
from typing import cast

from custody_records.annotate.timex.forms import Point, Shift, Unit
from custody_records.annotate.timex.grammar import Found

_PARTS = frozenset(["MO", "AF", "EV", "NI"])
_SEASONS = frozenset(["SP", "SU", "FA", "WI"])


def read_point(found: Found) -> Point:
    """Put the slots of a match together as one calendar point."""
    get = found.get
    point = Point(
        frame=_frame(found),
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
    if get("date"):
        year, month, day = get("date")
        printed = _word(found, "date")
        swappable = "/" in printed and day <= 12 and not printed[:4].isdecimal()
        point = replace(point, year=year, month=month, day=day, swappable=swappable)
    if get("year_month"):
        point = replace(point, year=get("year_month")[0], month=get("year_month")[1])
    if get("years"):
        point = replace(point, year=get("years")[0])
    if get("century"):
        point = replace(point, century=get("century") - 1, before_christ=bool(get("era")))
    if get("decade"):
        point = replace(point, decade=get("decade"))
    if get("nth"):
        point = replace(point, nth=(get("nth"), get("nth_unit")))
    if get("quarter"):
        letter, number = get("quarter")
        point = replace(point, nth=(int(number), "quarter" if letter == "q" else "half"))
    if get("bc") or get("year_ad"):
        point = replace(point, year=get("bc") or get("year_ad"), before_christ=bool(get("bc")))
    if point.nth and point.nth[1] == "half" and (point.month or point.decade or point.century):
        # half a month, a decade, a century has no value of its own
        point = replace(point, nth=None, mod="START" if point.nth[0] == 1 else "END")
    if get("chain") is not None:
        point = replace(point, frame=Shift("day", get("chain"), "story"))
    return _with_clock(found, _with_part(found, point))


def _which(found: Found) -> int | None:
    if found.index("hop") is not None:  # "the Saturday after next", "Monday week"
        return 2 * found.get("hop") if isinstance(found.get("hop"), int) else 2
    if found.get("chain") is not None or found.get("which") is None:
        return None
    return cast(int, found.get("which"))


def _frame(found: Found) -> Shift | None:
    """Return what the expression counts from, if it is not a printed year."""
    get = found.get
    if get("week_on") is not None:  # "tomorrow week", "yesterday week"
        return Shift("day", get("adverb") + (-7 if get("adverb") < 0 else 7), "published")
    if get("adverb") is not None:
        return Shift("day", get("adverb"), "published")
    if get("near"):  # "накануне": the day before the one that the paragraph tells of
        return Shift("day", get("near"), "paragraph")
    if get("twice"):
        return Shift("day", 2 * get("twice"), "published")
    if get("eve"):
        return Shift("day", -1, "published")
    if get("soon"):  # "the coming Friday": the first from tomorrow on
        return Shift("day", 1, "published")
    if get("tonight") and not get("weekday"):
        return Shift("day", 0, "published")
    if get("which_part") is not None:
        return Shift("day", get("which_part"), "published")
    if get("cside"):
        return Shift(_calendar_unit(get("cperiod")), get("cside"), "story")
    if get("cperiod"):
        return Shift(_calendar_unit(get("cperiod")), get("cwhich"), "story")
    if get("dperiod"):
        return Shift(get("dperiod"), get("dwhich"), "published")
    if get("pperiod"):
        return Shift(get("pperiod"), 0, "published")
    if get("dmonth") is not None:
        return Shift("month", get("dmonth"), "published")
    if get("cmonth") is not None:
        return Shift("month", 0, "story")
    if get("dyear") is not None:
        return Shift("year", get("dyear"), "published")
    if get("cyear") is not None:
        return Shift("year", get("cyear"), "story")
    if get("tyear"):
        return Shift("year", 0, "story")
    if get("yearago"):
        return Shift("year", -1, "published")
    return Shift("year", 0, "published") if get("pyear") else None


def _word(found: Found, name: str) -> str:
    """Return the word in a slot, lower case."""
    index = found.index(name)
    return "" if index is None else found.lexemes.surface(index).lower()


def _calendar_unit(word: str) -> Unit:
    if word in _PARTS:
        return "day"
    if word in _SEASONS:
        return "year"
    return cast(Unit, word)  # the patterns list no other words


def _with_part(found: Found, point: Point) -> Point:
    if found.get("tonight"):
        return replace(point, part="NI")
    period = found.get("cperiod")
    if period in _PARTS:
        return replace(point, part=period)
    if period in _SEASONS:
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
