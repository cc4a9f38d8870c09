"""From a form to a value: what the expression means in this story, published on this day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pipeline.annotate.timex import moment as calendar
from pipeline.annotate.timex.forms import Form, Length, Point, Recurring, Shift, Unit
from pipeline.annotate.timex.lengths import period_value
from pipeline.annotate.timex.moment import Moment, NoSuchDateError
from pipeline.annotate.timex.named import NamedDay
from pipeline.annotate.timex.reading import TimexType
from pipeline.annotate.timex.story import Story, Told
from pipeline.annotate.timex.tense import Tense

# Candidates that lie on the side which the verb speaks against count as this much further away.
_AGAINST_TENSE = 12.0
# Without a verb news tells of the past rather than of the future, the more so by months.
_FUTURE_DAY, _FUTURE_PERIOD = 1.5, 3.5
# A story goes on: April after "November 1941" is that of 1942.
_STORY_BACKWARDS = 3.0
# Quarters are named close to when they are: the next one rather than that of a year ago.
_FUTURE_QUARTER, _QUARTER_AGAINST_TENSE = 2.0, 2.5
# In a narrative of another year a bare date is at most this many days after the one before it.
_NARRATIVE_DAYS = 45
_NEAR_PUBLICATION_DAYS = 31


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value with its type; ``moment`` where it is a known calendar period."""

    type: TimexType
    value: str
    mod: str | None = None
    moment: Moment | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: its characters, and the tense of its verb when asked."""

    start: int
    end: int
    tense: Callable[[], Tense | None]
    after: Moment | None = None


class Resolver:
    """Resolves forms; ``named`` are the named days, ``country`` that of the article."""

    def __init__(self, named: Mapping[str, NamedDay], country: str | None = None) -> None:
        self.named = named
        self.country = country

    def resolve(self, form: Form, story: Story, place: Place) -> Resolved | None:
        """Return the value of a form, None if the calendar does not have it."""
        if isinstance(form, Length):
            return Resolved("DURATION", period_value(form.amounts), form.mod)
        if isinstance(form, Recurring):
            return Resolved("SET", form.value)
        if not isinstance(form, Point):
            return Resolved("DATE", form.value)
        try:
            return self._point(form, story, place)
        except NoSuchDateError:
            return None

    # ---- points --------------------------------------------------------------------------------

    def _point(self, point: Point, story: Story, place: Place) -> Resolved | None:
        anchor: str | None = None
        moment: Moment | None
        if point.frame is not None:
            base = self._base(point, point.frame, story, place)
            if base is None:
                return _unknown(point)
            outer, anchor = base
            moment = self._narrow(point, outer)
        elif point.decade is not None:
            moment = calendar.make("decade", point.decade * 10)
        elif point.century is not None:
            moment = calendar.make("century", max(point.century * 100, 1))
        elif point.before_christ:
            return Resolved("DATE", f"BC{point.year:04d}", point.mod)
        elif point.swappable:
            moment = self._nearer_reading(point, story)
        elif point.year is not None:
            moment = self._narrow(point, calendar.make("year", point.year))
        else:
            found = self._open(point, story, place)
            if found is None:
                return _unknown(point)
            moment, anchor = found
        if moment is None:
            return None
        return _written(point, moment, anchor)

    def _base(
        self, point: Point, frame: Shift, story: Story, place: Place
    ) -> tuple[Moment, str | None] | None:
        """Return the period that a shift leads to, and what it was counted from."""
        if frame.base == "published":
            if story.today is None:
                return None
            if frame.unit == "weekend" and frame.n == 0:
                return _weekend(story.today, place.tense()), story.today.value
            if point.which is not None:  # "a year ago", beside a quarter: that quarter's
                beside = story.in_sentence(place.start, ("quarter", "month", "half"))
                if beside:
                    return _years_on(beside.moment, int(frame.n)), beside.moment.value
            return story.today.as_unit(frame.unit).shift(int(frame.n)), story.today.value
        if frame.unit == "any" or (point.which is not None and frame.unit != "year"):
            told = story.told[-1] if frame.unit == "any" and story.told else story.last(frame.unit)
            if told is None:
                return None
            back = int(point.which or 0)
            shifted = told.moment if frame.unit == "any" else told.moment.as_unit(frame.unit)
            if point.year is not None:
                back = point.year - shifted.start.year
            return _years_on(shifted, back), told.moment.value
        if point.which is not None:
            beside = story.in_sentence(place.start, ("quarter", "month", "half"))
            if beside:
                return _years_on(beside.moment, int(frame.n)), beside.moment.value
        told = story.last(frame.unit)
        origin = told.moment if told else story.today
        if origin is None:
            return None
        return origin.as_unit(frame.unit).shift(int(frame.n)), origin.value

    def _narrow(self, point: Point, outer: Moment) -> Moment | None:
        """Return the part of ``outer`` that the point says, ``outer`` itself if it says none."""
        year = outer.start.year if outer.known else None
        if point.named:
            day = self.named[point.named].falls(outer.start.year, self.country)
            return Moment("day", day, outer.known) if day else None
        if point.season:
            return calendar.season(year, point.season)
        if point.month:
            if point.day:
                return calendar.make("day", year, point.month, point.day)
            outer = calendar.make("month", year, point.month)
        if point.nth:
            return calendar.nth_within(outer, *point.nth)
        if point.weekday and not point.month:
            if outer.unit == "day":  # "the following Monday", "the previous Friday"
                back = point.frame is not None and point.frame.n < 0
                return _weekday_from(outer, point.weekday, back)
            return calendar.nth_within(outer.as_unit("week"), point.weekday, "day")
        return outer

    def _nearer_reading(self, point: Point, story: Story) -> Moment | None:
        """Return the reading of "7/8/07" that lies nearer to the publication, else month first."""
        as_printed = self._narrow(point, calendar.make("year", point.year))
        swapped = replace(point, month=point.day, day=point.month)
        other = self._narrow(swapped, calendar.make("year", point.year))
        if story.published is None or as_printed is None or other is None:
            return as_printed
        today = story.published
        return min(as_printed, other, key=lambda m: abs(m.start - today))

    # ---- points that leave their year or week to the context -------------------------------------

    def _open(self, point: Point, story: Story, place: Place) -> tuple[Moment, str | None] | None:
        if point.weekday and not point.month:
            if story.today is None:
                return None
            return _weekday(point, story.today, place), story.today.value
        if not (point.month or point.season or point.nth or point.named or point.day):
            return self._day_of_clock(story, place)
        if point.day and not point.month and not point.nth:  # "until the 21st"
            told = story.last("month")
            origin = told.moment if told else story.today
            if origin is None:
                return None
            return calendar.make(
                "day", origin.start.year, origin.start.month, point.day
            ), origin.value
        onwards = story.is_history or story.today is None
        reference = story.reference(place.start) if onwards else story.today
        reference = reference or story.today
        if reference is None:
            moment = self._narrow(point, calendar.make("year", None))
            return (moment, None) if moment else None
        chosen = self._nearest(point, reference, place, onwards)
        if chosen is None:
            return None
        narrated = self._in_narrative(point, story, place, chosen)
        return narrated or (chosen, reference.value)

    def _day_of_clock(self, story: Story, place: Place) -> tuple[Moment, str | None] | None:
        """Return the day that a bare time of day belongs to: that of its sentence, else today."""
        told = story.in_sentence(place.start, ("day",))
        origin = told.moment if told else story.today
        return (origin, origin.value) if origin else None

    def _candidates(self, point: Point, year: int) -> list[Moment]:
        found = []
        for candidate in (year - 1, year, year + 1):
            try:
                moment = self._narrow(point, calendar.make("year", candidate))
            except NoSuchDateError:
                continue  # 29 February
            if moment:
                found.append(moment)
        return found

    def _nearest(
        self, point: Point, reference: Moment, place: Place, onwards: bool
    ) -> Moment | None:
        """Return the candidate nearest in time, by tense and by "last", "this", "next".

        ``onwards``: the reference is a date of the story, which goes on from there.
        """
        candidates = self._candidates(point, reference.start.year)
        if not candidates:
            # 29 February has its nearest year further off; 30 February has none.
            wide = [m for y in (-3, 3) for m in self._candidates(point, reference.start.year + y)]
            if not wide:
                raise NoSuchDateError(str(point))
            return min(wide, key=lambda m: abs(m.start - reference.start))
        here = reference.as_unit(candidates[0].unit).start
        if place.after is not None:
            later = [m for m in candidates if m.start >= place.after.start]
            return later[0] if later else None
        if point.which == 0:
            return next((m for m in candidates if m.start.year == reference.start.year), None)
        if point.which is not None:
            side = [m for m in candidates if (m.start - here).days * point.which > 0]
            return min(side, key=lambda m: abs(m.start - here)) if side else None
        tense: list[Tense | None] = []

        def distance(moment: Moment) -> float:
            days = (moment.start - here).days
            if days == 0:
                return 0
            if onwards:
                return abs(days) * (1.0 if days > 0 else _STORY_BACKWARDS)
            if not tense:
                tense.append(place.tense())
            return abs(days) * _weight(moment.unit, days > 0, tense[0])

        return min(candidates, key=distance)

    def _in_narrative(
        self, point: Point, story: Story, place: Place, chosen: Moment
    ) -> tuple[Moment, str] | None:
        """Return the date as the story's own year has it, if the story is telling of that year.

        "On April 14, 1997, prisoners started a protest. It was crushed on April 17", in 2018.
        """
        if story.today is None or story.is_history or point.which is not None:
            return None
        back = 2 if place.tense() == "pluperfect" else 1
        told = story.in_paragraph(place.start, back)
        if told is None or told.moment.unit != "day" or told.moment.start.year == chosen.start.year:
            return None
        same_month = told.moment.start.month == point.month
        near = abs((chosen.start - story.today.start).days) <= _NEAR_PUBLICATION_DAYS
        if (near and not same_month) or place.tense() == "future":
            return None
        for moment in self._candidates(point, told.moment.start.year):
            gap = (moment.start - told.moment.start).days
            if 0 <= gap <= _NARRATIVE_DAYS or (
                same_month and moment.start.year == told.moment.start.year
            ):
                return moment, told.moment.value
        return None


def _weight(unit: Unit, ahead: bool, tense: Tense | None) -> float:
    """Return by how much a candidate's distance counts: the more, the less its side is likely."""
    if tense is None:
        if not ahead:
            return 1.0
        return {"day": _FUTURE_DAY, "quarter": _FUTURE_QUARTER}.get(unit, _FUTURE_PERIOD)
    if ahead == (tense == "future"):
        return 1.0
    return _QUARTER_AGAINST_TENSE if unit == "quarter" else _AGAINST_TENSE


def _years_on(moment: Moment, years: int) -> Moment:
    return replace(
        moment, start=calendar.first_day(moment.unit, calendar.add(moment.start, "year", years))
    )


def _weekend(today: Moment, tense: Tense | None) -> Moment:
    """Return "the weekend": the one gone by until it is half a week away, unless it is to come."""
    weekend = today.as_unit("weekend")
    ahead = today.start.isoweekday() < 6
    return weekend.shift(-1) if ahead and tense != "future" else weekend


def _weekday(point: Point, today: Moment, place: Place) -> Moment:
    """Return a bare weekday as news prints it: today's name is today, else the last one gone by."""
    assert point.weekday is not None  # noqa: S101 - the caller's condition
    gap = point.weekday - today.start.isoweekday()
    if place.after is not None:
        ahead = (point.weekday - place.after.start.isoweekday()) % 7
        return place.after.as_unit("day").shift(ahead)
    if point.which == 0:
        return today.shift(gap)
    if point.which is not None:
        if point.which > 0:
            return today.shift(gap + 7)
        return today.shift(gap - 7 if gap >= 0 else gap)
    if gap == 0:
        return today
    return today.shift(gap % 7 if place.tense() == "future" else gap % 7 - 7)


def _weekday_from(day: Moment, weekday: int, back: bool) -> Moment:
    ahead = (weekday - day.start.isoweekday()) % 7
    return day.shift(ahead - 7 if back and ahead else ahead)


def _written(point: Point, moment: Moment, anchor: str | None) -> Resolved:
    if point.is_time:
        day = moment.value
        value = f"{day}T{point.part}"
        if point.clock is not None:
            value = f"{day}T{point.clock[0]:02d}:{point.clock[1]:02d}{point.zone}"
        return Resolved("TIME", value, point.mod, moment if moment.unit == "day" else None, anchor)
    value = moment.value
    if point.fiscal and moment.unit == "year":
        value = "FY" + value
    return Resolved("DATE", value, point.mod, moment, anchor)


_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
            "quarter": "XXXX-QX", "half": "XXXX-HX"}  # fmt: skip


def _unknown(point: Point) -> Resolved | None:
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
                return _written(inner, moment, None)
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


def tell(story: Story, resolved: Resolved, point: Point, start: int, end: int) -> None:
    """Let the story know a date, so that what follows can hang on it."""
    if resolved.moment is not None:
        story.tell(Told(resolved.moment, start, end, point.year is not None))
