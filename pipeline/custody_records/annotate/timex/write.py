"""The TIMEX3 values of calendar points, known or in part unknown."""

from dataclasses import dataclass, replace

from custody_records.annotate.timex import moment as calendar
from custody_records.annotate.timex.forms import Point
from custody_records.annotate.timex.moment import Moment, NoSuchDateError
from custody_records.annotate.timex.reading import TimexType


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value with its type; ``moment`` where it is a known calendar period."""

    type: TimexType
    value: str
    mod: str | None = None
    moment: Moment | None = None
    anchor: str | None = None


def written(point: Point, moment: Moment, anchor: str | None) -> Resolved:
    """Return a known moment's value, with the point's time of day: ``2019-04-24TNI``."""
    if point.is_time:
        day = moment.value
        value = f"{day}T{point.part}"
        if point.clock is not None:
            value = f"{day}T{point.clock[0]:02d}:{point.clock[1]:02d}{point.zone}"
        return Resolved("TIME", value, point.mod, moment if moment.unit == "day" else None, anchor)
    return Resolved("DATE", moment.value, point.mod, moment, anchor)


_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
            "quarter": "XXXX-QX", "half": "XXXX-HX"}  # fmt: skip


def unknown(point: Point) -> Resolved | None:
    """Return a value that leaves open what nothing tells: ``XXXX-WXX-5``, ``XXXX-XX-XXTNI``."""
    if point.year is not None and point.frame is not None:
        return Resolved("DATE", f"{point.year:04d}", point.mod)
    if point.frame is not None and point.frame.unit != "day" and not point.is_time:
        try:
            inner = replace(point, frame=None, year=None)
            if point.month and not point.nth:
                moment = calendar.make(
                    "day" if point.day else "month", None, point.month, point.day or 1
                )
                return written(inner, moment, None)
            if point.nth and point.nth[1] in ("quarter", "half"):
                letter = point.nth[1][0].upper()
                return Resolved("DATE", f"XXXX-{letter}{point.nth[0]}", point.mod)
        except NoSuchDateError:
            return None
        if point.season:
            return Resolved("DATE", f"XXXX-{point.season}", point.mod)
    if point.weekday and not point.month:
        day = f"XXXX-WXX-{point.weekday}"
    else:
        day = _UNKNOWN.get(point.frame.unit if point.frame else "day", "XXXX")
    if not point.is_time:
        return Resolved("DATE", day, point.mod)
    clock = f"{point.clock[0]:02d}:{point.clock[1]:02d}{point.zone}" if point.clock else point.part
    return Resolved("TIME", f"{day}T{clock}", point.mod)
