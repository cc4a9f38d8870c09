"""From a rule's slots to what is counted: shifts by units, durations, sets."""

from typing import Any

from custody_records.annotate.timex.forms import Length, Point, Recurring, Shift, Unit, Vague
from custody_records.annotate.timex.grammar import Found
from custody_records.annotate.timex.lengths import period_value
from custody_records.annotate.timex.piece import Piece, cut_of, part_of, piece

_SEASON_UNITS = ("SP", "SU", "FA", "WI")


def _count(found: Found) -> float | None:
    """Return the number of units, None if it is vague."""
    get = found.get
    if found.index("vague") is not None:
        return None
    if get("halved") is not None:  # "a half century", but "two and a half years"
        return 0.5
    if found.index("n") is None:
        if get("half") is not None:
            return 0.5
        return None if get("n") is None else float(get("n"))  # what the rule sets
    total = float(get("n"))
    if get("n2") is not None:
        total += float(get("n2"))
    if get("mult") is not None:
        total *= float(get("mult"))
    if get("half") is not None:
        total += 0.5
    return total


def shifted(found: Found) -> list[Piece]:
    """Units counted from a base: "two years ago", "three days later"."""
    count, unit = _count(found), found.get("unit")
    sign, base = found.get("sign"), found.get("base")
    if sign is None:
        sign = found.get("cside")
    if count == 0.5 and unit == "year":  # "half a year earlier"
        count, unit = 6.0, "month"
    if unit == "hour" and count and count % 24 == 0:  # "twenty-four hours later"
        count, unit = count / 24, "day"
    if count is None or unit in ("hour", "minute", "second") or not count.is_integer():
        return piece(found, Vague("PAST_REF" if sign < 0 else "FUTURE_REF"))
    n = sign * int(count)
    if found.get("exact") and unit in ("day", "week", "month", "year", "decade"):
        return piece(found, Point(frame=Shift(unit, n, base), exact=True))
    chained = base == "story"
    if unit in ("week", "fortnight") and abs(n) == 1:
        # "a week ago" is that day a week back; "two weeks ago" only says which week
        days = n * (7 if unit == "week" else 14)
        return piece(found, Point(frame=Shift("day", days, base), chained=chained))
    # "a year ago" beside a quarter is that quarter a year back
    which = n if unit == "year" and abs(n) == 1 else None
    return piece(found, Point(frame=Shift(unit, n, base), which=which, chained=chained))


def same_period(found: Found) -> list[Piece]:
    """The story's period in another year: "the same month a year ago"."""
    period = found.get("cperiod")
    unit: Any = period
    if found.get("year"):
        return piece(found, Point(year=found.get("year"), frame=Shift(unit, 0, "story")))
    back = found.get("dyear")
    if back is None:
        back = found.get("cyear") or -1
    return piece(found, Point(frame=Shift(unit, back, "story"), which=back))


def length(found: Found) -> list[Piece]:
    """A duration, of one unit or of two."""
    get = found.get
    count = _count(found)
    unit = get("unit")
    amounts: list[tuple[float | None, Unit]] = [(count, unit)]
    if get("unit2"):
        amounts.append((_second_count(found), get("unit2")))
    return piece(found, Length(tuple(amounts), get("about") or None))


def _second_count(found: Found) -> float | None:
    """Return the number of the second unit of "3 months and 26 days", None if it is vague."""
    read, vague = found.last_index("n"), found.last_index("vague")
    if read is None or (vague is not None and vague > read):
        return None
    return float(found.last_value("n"))


def lengths(found: Found) -> list[Piece]:
    """Two lengths of one unit: "one to five years"."""
    unit = found.get("unit")
    together, last = found.index("span"), found.last - 1
    if together is not None:
        low, high = found.get("span")
        at, cut = cut_of(found, together)
        return [
            Piece(at, cut, Length(((float(low), unit),)), found.rule.id),
            Piece(cut + 1, found.end, Length(((float(high), unit),)), found.rule.id),
        ]
    low, high = found.at("low"), found.at("high")
    return [
        part_of(found, low, low, Length(((float(found.get("low")), unit),))),
        part_of(found, high, last, Length(((float(found.get("high")), unit),))),
    ]


def recurring(found: Found) -> list[Piece]:
    """A set of times: "every week", "on Mondays", "daily"."""
    get = found.get
    if get("value"):
        return piece(found, Recurring(str(get("value"))))
    if get("weekday"):
        part = f"T{get('part')}" if get("part") else ""
        return piece(found, Recurring(f"XXXX-WXX-{get('weekday')}{part}"))
    if get("part"):
        return piece(found, Recurring(f"XXXX-XX-XXT{get('part')}"))
    unit = get("unit")
    if unit in _SEASON_UNITS:
        return piece(found, Recurring(f"XXXX-{unit}"))
    count = _count(found)
    other = found.index("other") is not None
    return piece(found, Recurring(period_value(((2.0 if other else count or 1.0, unit),))))
