"""From a rule's slots to forms: the compositional half of the grammar.

Each function answers one ``means`` of ``grammar.yaml`` and returns the expressions that the match
holds, nearly always one; "December 1-2" holds two, of which the first opens a range.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from pipeline.annotate.timex import numerals
from pipeline.annotate.timex.forms import Form, Length, Point, Recurring, Shift, Unit, Vague
from pipeline.annotate.timex.grammar import Found
from pipeline.annotate.timex.lengths import period_value

Link = Literal["", "opens", "closes"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One expression: its characters, its form, and its place in a range."""

    start: int
    end: int
    form: Form
    rule: str
    link: Link = ""
    loose: bool = False


def pieces(found: Found) -> list[Piece]:
    """Return the expressions of a match, in order; none if its numbers make no sense."""
    return _MEANINGS[found.rule.means](found)


def _piece(found: Found, form: Form) -> list[Piece]:
    loose = bool(found.rule.set.get("loose"))
    return [Piece(found.start, found.end, form, found.rule.id, loose=loose)]


def _stretch(found: Found, first: int, last: int, form: Form, link: Link = "") -> Piece:
    lexemes = found.lexemes
    return Piece(lexemes.starts[first], lexemes.ends[last], form, found.rule.id, link)


# ---- points ------------------------------------------------------------------------------------


def _point(found: Found) -> list[Piece]:
    return _piece(found, read_point(found))


def read_point(found: Found) -> Point:
    """Put the slots of a match together as one calendar point."""
    get = found.get
    point = Point(
        frame=_frame(found),
        year=get("year"),
        fiscal=found.index("fiscal") is not None,
        month=get("month"),
        day=get("day"),
        weekday=get("weekday"),
        season=get("season"),
        part=_PARTS.get(get("part"), get("part")),
        which=get("which") if get("chain") is None else None,
        named=get("named"),
        mod=get("mod") or None,
    )
    if get("date"):
        year, month, day = get("date")
        printed = get_word(found, "date")
        swappable = "/" in printed and day <= 12 and not printed[:4].isdecimal()
        point = replace(point, year=year, month=month, day=day, swappable=swappable)
    if get("year_month"):
        point = replace(point, year=get("year_month")[0], month=get("year_month")[1])
    if get("years"):
        point = replace(point, year=get("years")[0])
    if get("century"):
        point = replace(point, century=get("century") - 1)
    if get("decade"):
        point = replace(point, decade=get("decade"))
    if get("nth"):
        point = replace(point, nth=(get("nth"), get("nth_unit")))
    if get("quarter"):
        letter, number = get("quarter")
        point = replace(point, nth=(int(number), "quarter" if letter == "q" else "half"))
    if get("bc") or get("year_ad"):
        point = replace(point, year=get("bc") or get("year_ad"), before_christ=bool(get("bc")))
    if get("edge"):
        point = replace(point, mod="START" if get("edge") in _OPENING else "END")
    if point.nth and point.nth[1] == "half" and (point.month or point.decade or point.century):
        # half a month, a decade, a century has no value of its own
        point = replace(point, nth=None, mod="START" if point.nth[0] == 1 else "END")
    if get("chain") is not None:
        point = replace(point, frame=Shift("day", get("chain"), "story"))
    return _with_clock(found, _with_part(found, point))


_OPENING = ("first", "early", "opening")
_PARTS = {"hours": "MO", "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}


def _frame(found: Found) -> Shift | None:
    """Return what the expression counts from, if it is not a printed year."""
    get = found.get
    if get("adverb") is not None:
        return Shift("day", get("adverb"), "published")
    if get("twice"):
        return Shift("day", -2 if get("twice") == "yesterday" else 2, "published")
    if get("eve"):
        return Shift("day", -1, "published")
    if get("tonight"):
        return Shift("day", 0, "published")
    if get("which_part"):
        return Shift("day", -1 if get("which_part") == "last" else 0, "published")
    if get("cside"):
        back = get("cside") in ("before", "earlier", "previous")
        return Shift(_calendar_unit(get("cperiod")), -1 if back else 1, "story")
    if get("cperiod"):
        return Shift(_calendar_unit(get("cperiod")), _in_class(found, "cwhich", "CHAIN"), "story")
    if get("dperiod"):
        return Shift(
            found.lexicon.value("PERIOD", get_word(found, "dperiod")),
            _in_class(found, "dwhich", "DEICTIC"),
            "published",
        )
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


def _in_class(found: Found, name: str, word_class: str) -> int:
    """Return the number in a slot that may hold a word of a class ("next") or what a rule sets."""
    held = found.get(name)
    return int(found.lexicon.value(word_class, held) if isinstance(held, str) else held)


def get_word(found: Found, name: str) -> str:
    """Return the word in a slot, lower case."""
    index = found.index(name)
    return "" if index is None else found.lexemes.surface(index).lower()


def _calendar_unit(word: str) -> Unit:
    if word in _PARTS or word == "date":
        return "day"
    if word in _SEASONS:
        return "year"
    return cast(Unit, word)  # the patterns list no other words


def _with_part(found: Found, point: Point) -> Point:
    if found.get("tonight") or found.get("cperiod") == "night":
        return replace(point, part="NI")
    period = found.get("cperiod")
    if period in _PARTS:
        return replace(point, part=_PARTS[period])
    if period in _SEASONS:
        return replace(point, season=_SEASONS[period])
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


def _days(found: Found) -> list[Piece]:
    """ "December 1-2", "between 1 and 3 May": a range of days that share a month and a year."""
    base = read_point(found)
    pair = found.get("days") or (found.get("day1"), found.get("day2"))
    first, last = (replace(base, day=day) for day in pair)
    if pair[0] >= pair[1]:
        return []
    together = found.index("days")
    begin, end = found.first, found.last - 1
    if found.lexemes.surface(begin).lower() in ("from", "between"):
        begin += 1
    if together is not None:
        at = found.lexemes.starts[together]
        run = found.lexemes.surface(together)
        cut = next(i for i, mark in enumerate(run) if not mark.isdigit())
        return [
            Piece(found.lexemes.starts[begin], at + cut, first, found.rule.id, "opens"),
            Piece(at + cut + 1, found.lexemes.ends[end], last, found.rule.id, "closes"),
        ]
    day1, day2 = found.at("day1"), found.at("day2")
    is_range = found.lexemes.surface(day2 - 1).lower() != "and" or begin > found.first
    links: tuple[Link, Link] = ("opens", "closes") if is_range else ("", "")
    return [
        _stretch(found, begin, day1, first, links[0]),
        _stretch(found, day2, end, last, links[1]),
    ]


def _day_list(found: Found) -> list[Piece]:
    """ "May 3, 5 and 7": the first has the month beside it, or the last."""
    base = read_point(found)
    month, year = found.at("month"), found.index("year")
    days = [
        i
        for i in range(found.first, found.last)
        if (i != year and "DAY" in numerals.kinds(found.lexemes.surface(i)))
        or "DAYTH" in numerals.kinds(found.lexemes.surface(i))
    ]
    made = []
    for i in days:
        surface = found.lexemes.surface(i)
        kind = "DAY" if "DAY" in numerals.kinds(surface) else "DAYTH"
        first = min(i, month) if i == days[0] else i
        last = found.last - 1 if i == days[-1] else i
        made.append(_stretch(found, first, last, replace(base, day=numerals.value(kind, surface))))
    return made


def _years(found: Found) -> list[Piece]:
    """ "1999-2000", "2013-14"."""
    first, last = found.get("years")
    run = found.lexemes.surface(found.first)
    cut = next(i for i, mark in enumerate(run) if not mark.isdigit())
    return [
        Piece(found.start, found.start + cut, Point(year=first), found.rule.id, "opens"),
        Piece(found.start + cut + 1, found.end, Point(year=last), found.rule.id, "closes"),
    ]


def _year_pair(found: Found) -> list[Piece]:
    """ "from 2001 to 2012", "in 2006 and 2009"."""
    return [
        _stretch(found, found.at(name), found.at(name), Point(year=found.get(name)))
        for name in ("year1", "year2")
    ]


def _decades(found: Found) -> list[Piece]:
    decade = found.get("decade")
    index = found.at("decade")
    if decade < 10:  # "the nineties"
        decade += 190
    mod = found.get("mod")
    if found.index("range") is None:
        return _piece(found, Point(decade=decade, mod=mod))
    last = found.get("range")
    if len(found.lexemes.surface(found.last - 1)) < len("1940s"):  # "1930s-40s"
        last = decade // 10 * 10 + last % 10
    if last <= decade:
        return []
    return [
        _stretch(found, found.first, index, Point(decade=decade, mod=mod), "opens"),
        _stretch(found, found.last - 1, found.last - 1, Point(decade=last), "closes"),
    ]


def _any_season(found: Found) -> list[Piece]:
    return _piece(found, Vague(f"XXXX-{found.get('season')}"))


# ---- counted ------------------------------------------------------------------------------------


def _count(found: Found) -> float | None:
    """Return the number of units, None if it is vague."""
    get = found.get
    if found.index("vague") is not None:
        return None
    if found.index("n") is None:
        if get("half") is not None:
            return 0.5
        return cast("float | None", get("n"))  # what the rule sets
    n = get("n")
    total = (
        1.0 if n in ("a", "an", "one", "single") else float(n) if not isinstance(n, str) else None
    )
    if n == "couple":
        total = 2.0
    if n == "half":
        total = 0.5
    if total is None:
        return None
    if get("n2") is not None:
        total += float(get("n2"))
    if get("mult") is not None:
        total *= float(get("mult"))
    if get("half") is not None:
        total = 0.5 if found.get("half_of") else total + 0.5
    return total


def _shifted(found: Found) -> list[Piece]:
    count, unit = _count(found), found.get("unit")
    sign, base = found.get("sign"), found.get("base")
    if sign is None:
        sign = -1 if found.get("cside") in ("before", "earlier", "beforehand") else 1
    if count is None or unit in ("hour", "minute", "second") or not count.is_integer():
        return _piece(found, Vague("PAST_REF" if sign < 0 else "FUTURE_REF"))
    n = sign * int(count)
    if unit in ("week", "fortnight") and abs(n) == 1:
        # "a week ago" is that day a week back; "two weeks ago" only says which week
        return _piece(found, Point(frame=Shift("day", n * (7 if unit == "week" else 14), base)))
    if unit == "fortnight":
        unit, n = "week", 2 * n
    # "a year ago" beside a quarter is that quarter a year back
    which = n if unit == "year" and abs(n) == 1 else None
    return _piece(found, Point(frame=Shift(unit, n, base), which=which))


def _same_period(found: Found) -> list[Piece]:
    """ "the same month a year ago": the story's period in another year."""
    period = found.get("cperiod")
    unit: Any = "any" if period in ("period", "time", "season") else period
    if found.get("year"):
        return _piece(found, Point(year=found.get("year"), frame=Shift(unit, 0, "story")))
    back = found.get("dyear")
    if back is None:
        back = found.get("cyear") or -1
    return _piece(found, Point(frame=Shift(unit, back, "story"), which=back))


def _length(found: Found) -> list[Piece]:
    get = found.get
    count = _count(found)
    unit = get("unit") or get("direction")
    amounts: list[tuple[float | None, Unit]] = [(count, unit)]
    if get("unit2"):
        second = [i for slot, i in found.slots if slot.name in ("n", "n2")]
        amounts.append((_last_count(found, second), get("unit2")))
    return _piece(found, Length(tuple(amounts), get("about") or None))


def _last_count(found: Found, indices: list[int]) -> float | None:
    for slot, i in reversed(found.slots):
        if i == max(indices) and slot.name == "n":
            read = found._value(slot, i)
            return float(read) if isinstance(read, int | float) else 1.0
    return None


def _lengths(found: Found) -> list[Piece]:
    """ "one to five years": both ends are lengths of the one unit."""
    unit = found.get("unit")
    together, last = found.index("span"), found.last - 1
    if together is not None:
        low, high = found.get("span")
        run, at = found.lexemes.surface(together), found.lexemes.starts[together]
        cut = next(i for i, mark in enumerate(run) if not mark.isdigit())
        return [
            Piece(at, at + cut, Length(((float(low), unit),)), found.rule.id),
            Piece(at + cut + 1, found.end, Length(((float(high), unit),)), found.rule.id),
        ]
    low, high = found.at("low"), found.at("high")
    return [
        _stretch(found, low, low, Length(((float(found.get("low")), unit),))),
        _stretch(found, high, last, Length(((float(found.get("high")), unit),))),
    ]


def _recurring(found: Found) -> list[Piece]:
    get = found.get
    if get("value"):
        return _piece(found, Recurring(str(get("value"))))
    if get("weekday"):
        part = f"T{get('part')}" if get("part") else ""
        return _piece(found, Recurring(f"XXXX-WXX-{get('weekday')}{part}"))
    if get("part"):
        return _piece(found, Recurring(f"XXXX-XX-XXT{get('part')}"))
    unit = get("unit")
    if unit in _SEASON_UNITS:
        return _piece(found, Recurring(f"XXXX-{unit}"))
    count = _count(found)
    other = any(found.lexemes.surface(i).lower() == "other" for i in range(found.first, found.last))
    return _piece(found, Recurring(period_value(((2.0 if other else count or 1.0, unit),))))


_SEASON_UNITS = ("SP", "SU", "FA", "WI")


def _vague(found: Found) -> list[Piece]:
    return _piece(found, Vague(str(found.get("value"))))


_MEANINGS: dict[str, Callable[[Found], list[Piece]]] = {
    "point": _point,
    "days": _days,
    "day_list": _day_list,
    "years": _years,
    "year_pair": _year_pair,
    "decades": _decades,
    "any_season": _any_season,
    "shifted": _shifted,
    "same_period": _same_period,
    "length": _length,
    "lengths": _lengths,
    "recurring": _recurring,
    "vague": _vague,
}
