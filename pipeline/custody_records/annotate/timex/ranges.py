"""Expressions that stand together: ranges, lists that share a year, and appositions."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from custody_records.annotate.timex.contexts import Contexts
from custody_records.annotate.timex.forms import Form, Point
from custody_records.annotate.timex.piece import Piece
from custody_records.annotate.timex.tense import Tense

_LOOK_BACK = 12


def side_of(
    piece: Piece, text: str, contexts: Contexts, tense: Callable[[], Tense | None]
) -> str | None:
    """Return ``BEFORE``, ``AFTER`` or ``APPROX`` if a word for it stands right before a date.

    A day by which something is to be done is ``BEFORE``; "by Friday he was dead" tells the day.
    """
    if not isinstance(piece.form, Point) or piece.form.is_time or piece.link:
        return None
    if contexts.owner.match(text, piece.end):  # "after April's riot"
        return None
    before = max(piece.start - _LOOK_BACK, 0), piece.start
    found = contexts.side.search(text, *before)
    if found is None and piece.form.frame is None and contexts.due.search(text, *before):
        return "BEFORE" if tense() == "future" else None
    return found.lastgroup if found else None


def coordinate(pieces: Sequence[Piece], text: str, contexts: Contexts) -> list[Piece]:
    """Link ranges, and give the year of the last of a list to those before it that have none."""
    joined = list(pieces)
    for i in range(len(joined) - 2, -1, -1):
        first, second = joined[i], joined[i + 1]
        between = text[first.end : second.start]
        if len(between) > _LOOK_BACK:
            continue
        one, two = first.form, second.form
        if not (isinstance(one, Point) and isinstance(two, Point)):
            continue
        is_range = first.link == "opens" or _is_range(first, between, text, contexts)
        if not (is_range or contexts.and_.fullmatch(between)):
            continue
        shared = _shared_year(one, two, is_range)
        link = first.link
        if is_range and not first.link and not second.link and _same_shape(shared, two):
            link = "opens"
            joined[i + 1] = replace(second, link="closes")
        joined[i] = replace(first, form=shared, link=link)
    return joined


def _is_range(first: Piece, between: str, text: str, contexts: Contexts) -> bool:
    if contexts.between.search(text, max(first.start - _LOOK_BACK, 0), first.start):
        return bool(contexts.between_and.fullmatch(between))
    return bool(contexts.to.fullmatch(between))


def _shared_year(one: Point, two: Point, is_range: bool) -> Point:
    """Return the first point with the year of the second, if it has none itself.

    "April and May 2021" are both in 2021; "from November to March 2017" begins in 2016.
    """
    if not (one.is_open and one.month and two.month) or (one.mod != two.mod and not is_range):
        return one
    if two.year is not None:
        crosses = is_range and one.month > two.month
        return replace(one, year=two.year - 1 if crosses else two.year)
    if two.frame is not None and two.frame.unit == "year":
        return replace(one, frame=two.frame)
    return one


def _same_shape(one: Point, two: Point) -> bool:
    """Whether two points can be the ends of one range: both days, both months, both years."""
    if one.is_time or two.is_time:
        return False
    alike = _shape(one) == _shape(two) != (False,) * 6
    return alike or (_is_day(one) and _is_day(two))  # "from that day until 14 October"


def _is_day(point: Point) -> bool:
    return point.has_day and not point.nth and not point.whole


def _shape(point: Point) -> tuple[bool, ...]:
    return (
        bool(point.day),
        bool(point.month),
        bool(point.weekday and not point.month),
        point.decade is not None,
        point.nth is not None,
        (point.year is not None and not point.month) or point.frame is not None,
    )


def with_appositions(pieces: Sequence[Piece], text: str, contexts: Contexts) -> list[Form]:
    """Return the forms of pieces, those of appositions with what each tells of the other."""
    forms = [piece.form for piece in pieces]
    for i in range(len(pieces) - 1):
        told = _apposed(pieces[i], pieces[i + 1], text, contexts)
        if told is None:
            continue
        forms[i] = told
        second = pieces[i + 1].form
        if told.weekday and isinstance(second, Point) and not second.weekday:
            forms[i + 1] = replace(second, weekday=told.weekday)
    return forms


def _apposed(first: Piece, second: Piece, text: str, contexts: Contexts) -> Point | None:
    """Return the first point with the day that the second names for it, None if it names none.

    "a week earlier, on May 3", "seven years before, in 2014", "Friday (May 3)",
    "16:15 UTC, June 1st", "10:30 on Monday", "Sunday night, June 7".
    """
    one, two = first.form, second.form
    if not (isinstance(one, Point) and isinstance(two, Point) and _completes(two, one)):
        return None
    between = text[first.end : second.start]
    if len(between) > _LOOK_BACK or not contexts.apposed.fullmatch(between):
        return None
    return replace(
        two,
        weekday=two.weekday or one.weekday,
        part=one.part or two.part,
        clock=one.clock or two.clock,
        zone=one.zone or two.zone,
        mod=one.mod,
    )


def _completes(two: Point, one: Point) -> bool:
    """Tell whether the second point names the day, or the year, that the first leaves open."""
    if one.is_time and not one.has_day:
        return two.has_day
    frame = one.frame
    by_frame = not one.is_time and frame is not None and frame.unit == "day"
    if by_frame or (one.weekday and not one.month):
        return bool(two.month and two.day)
    if frame is None or frame.unit != "year":
        return False
    only_counts = one == Point(frame=frame, which=one.which, chained=one.chained)
    return only_counts and bool(two.year) and two == Point(year=two.year)
