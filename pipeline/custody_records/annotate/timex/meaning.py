"""From a rule's slots to forms: the compositional half of the grammar.

Each function answers one ``means`` of ``grammar.yaml`` and returns the expressions that the match
holds, nearly always one; "December 1-2" holds two, of which the first opens a range.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from custody_records.annotate.timex import counting
from custody_records.annotate.timex.forms import Point, Vague
from custody_records.annotate.timex.grammar import Found
from custody_records.annotate.timex.piece import Piece, cut_of, part_of, piece
from custody_records.annotate.timex.points import read_point

_MONTHS = 12


def pieces(found: Found) -> list[Piece]:
    """Return the expressions of a match, in order; none if its numbers make no sense."""
    return _MEANINGS[found.rule.means](found)


def _days(found: Found) -> list[Piece]:
    """A range of days in one month: "December 1-2", "between 1 and 3 May"."""
    base = read_point(found)
    pair = found.get("days") or (found.get("day1"), found.get("day2"))
    first, last = (replace(base, day=day) for day in pair)
    if pair[0] >= pair[1]:
        return []
    together = found.index("days")
    begin, end = found.first, found.last - 1
    if found.index("lead") is not None:
        begin += 1
    if together is not None:
        _, cut = cut_of(found, together)
        return [
            Piece(found.lexemes.starts[begin], cut, first, found.rule.id, "opens"),
            Piece(cut + 1, found.lexemes.ends[end], last, found.rule.id, "closes"),
        ]
    day1, day2 = found.at("day1"), found.at("day2")
    return [part_of(found, begin, day1, first, "opens"), part_of(found, day2, end, last, "closes")]


def _month_span(found: Found) -> list[Piece]:
    """The outer months of a year as a range: "the first five months of this year"."""
    base, count, index = read_point(found), found.get("months"), found.at("months")
    if not 1 < count < _MONTHS:
        return []
    first = _MONTHS - count + 1 if found.get("side") == -1 else 1
    return [
        part_of(found, found.first, index, replace(base, month=first), "opens"),
        part_of(found, index + 1, found.last - 1, replace(base, month=first + count - 1), "closes"),
    ]


def _day_list(found: Found) -> list[Piece]:
    """Days listed, the first or the last with the month beside it: "May 3, 5 and 7"."""
    base = read_point(found)
    month, year = found.at("month"), found.index("year")
    days = [
        i
        for i in range(found.first, found.last)
        if (i != year and "DAY" in found.lexemes.kinds(i)) or "DAYTH" in found.lexemes.kinds(i)
    ]
    made = []
    for i in days:
        kind = "DAY" if "DAY" in found.lexemes.kinds(i) else "DAYTH"
        day = found.lexicon.value(kind, found.lexemes.surface(i))
        first = min(i, month) if i == days[0] else i
        last = found.last - 1 if i == days[-1] else i
        made.append(part_of(found, first, last, replace(base, day=day)))
    return made


def _years(found: Found) -> list[Piece]:
    """Years joined by a dash: "1999-2000", "2013-14"."""
    first, last = found.get("years")
    _, cut = cut_of(found, found.first)
    return [
        Piece(found.start, cut, Point(year=first), found.rule.id, "opens"),
        Piece(cut + 1, found.end, Point(year=last), found.rule.id, "closes"),
    ]


def _year_pair(found: Found) -> list[Piece]:
    """Two years: "from 2001 to 2012", "in 2006 and 2009"."""
    return [
        part_of(found, found.at(name), found.at(name), Point(year=found.get(name)))
        for name in ("year1", "year2")
    ]


def _decades(found: Found) -> list[Piece]:
    decade = found.get("decade")
    index = found.at("decade")
    if decade < 10:  # "the nineties"
        decade += 190
    mod = found.get("mod")
    if found.index("range") is None:
        return piece(found, Point(decade=decade, mod=mod))
    last = found.get("range")
    if len(found.lexemes.surface(found.last - 1)) < len("1940s"):  # "1930s-40s"
        last = decade // 10 * 10 + last % 10
    if last <= decade:
        return []
    return [
        part_of(found, found.first, index, Point(decade=decade, mod=mod), "opens"),
        part_of(found, found.last - 1, found.last - 1, Point(decade=last), "closes"),
    ]


def _month_list(found: Found) -> list[Piece]:
    """Months in figures, each its own: "03.2019, 11/2020 and 07-2021"."""
    return [
        part_of(found, i, i, Point(year=year, month=month))
        for i, (year, month) in _listed(found, "YEAR_MONTH", "MONTH_YEAR")
    ]


def _listed(found: Found, *kinds: str) -> Iterator[tuple[int, Any]]:
    """Yield (index, value) of every digit run of a kind; a slot that repeats keeps its last."""
    for i in range(found.first, found.last):
        kind = next((kind for kind in kinds if kind in found.lexemes.kinds(i)), None)
        if kind:
            yield i, found.lexicon.value(kind, found.lexemes.surface(i))


_MEANINGS: dict[str, Callable[[Found], list[Piece]]] = {
    "point": lambda found: piece(found, read_point(found)),
    "days": _days,
    "month_span": _month_span,
    "day_list": _day_list,
    "years": _years,
    "year_pair": _year_pair,
    "month_list": _month_list,
    "year_list": lambda found: [  # "in 2006, 2009 and 2013"
        part_of(found, i, i, Point(year=year)) for i, year in _listed(found, "YEAR")
    ],
    "nothing": lambda _: [],  # what only looks like time: an age
    "decades": _decades,
    "any_season": lambda found: piece(found, Vague(f"XXXX-{found.get('season')}")),
    "shifted": counting.shifted,
    "same_period": counting.same_period,
    "length": counting.length,
    "lengths": counting.lengths,
    "recurring": counting.recurring,
    "vague": lambda found: piece(found, Vague(str(found.get("value")))),
}
