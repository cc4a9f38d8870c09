"""From a form to a value: what the expression means in this story, published on this day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from custody_records.annotate.timex import moment as calendar
from custody_records.annotate.timex.forms import Form, Length, Point, Recurring, Shift, Unit
from custody_records.annotate.timex.lengths import period_value
from custody_records.annotate.timex.moment import Moment, NoSuchDateError
from custody_records.annotate.timex.named import NamedDay, nth_weekday
from custody_records.annotate.timex.nearest import Nearest, Place
from custody_records.annotate.timex.story import Story, Told
from custody_records.annotate.timex.tense import Tense
from custody_records.annotate.timex.write import Resolved, unknown, written

# A report tells of what is so long gone that its own days, shortly before publication, are no days
# of the story.
_REPORT_DAYS, _LONG_AGO_DAYS, _REPORT_PARAGRAPHS = 14, 90, 3


class Resolver:
    """Resolves forms; ``named`` are the named days, ``country`` that of the article."""

    def __init__(
        self, named: Mapping[str, NamedDay], country: str | None, against_tense: float
    ) -> None:
        self.named = named
        self.country = country
        self._nearest = Nearest(self._narrow, against_tense)

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
                return unknown(point)
            outer, anchor = base
            moment = self._narrow(point, outer)
        elif point.swappable or (point.decade, point.century, point.year) != (None, None, None):
            moment = self._printed(point, story)
        else:
            found = self._nearest.of(point, story, place)
            if found is None:
                return unknown(point)
            moment, anchor = found
        if moment is None:
            return None
        if point.whole:
            moment = moment.as_unit(point.whole)
        return written(point, moment, anchor)

    def _printed(self, point: Point, story: Story) -> Moment | None:
        """Return the moment of a point whose decade, century or year is printed."""
        if point.decade is not None:
            return calendar.make("decade", point.decade * 10)
        if point.century is not None:
            return calendar.make("century", max(point.century * 100, 1))
        if point.swappable:
            return self._nearer_reading(point, story)
        return self._narrow(point, calendar.make("year", point.year))

    def _base(
        self, point: Point, frame: Shift, story: Story, place: Place
    ) -> tuple[Moment, str | None] | None:
        """Return the period that a shift leads to, and what it was counted from."""
        if frame.base == "paragraph":
            near = story.last_near(frame.unit, place.start)
            origin = near.moment if near else story.today
            return (origin.shift(int(frame.n)), origin.value) if origin else None
        if frame.base == "sentence":
            told = story.in_sentence(place.start, ("day",))
            return (told.moment.shift(int(frame.n)), told.moment.value) if told else None
        if frame.base == "published":
            return self._from_today(point, frame, story, place)
        if frame.unit == "any" or (point.which is not None and frame.unit != "year"):
            return self._years_from_told(point, frame, story)
        beside = self._beside(point, frame, story, place)
        if beside:
            return beside
        told = self._happened(story.last(frame.unit), frame.unit, story, place)
        if (point.month or point.season) and frame.n >= 0 and story.told:
            newest = story.told[-1].moment  # "In 2020 ... By the following summer"
            if newest.unit == "year":
                return newest.shift(int(frame.n)), newest.value
        if told and story.is_vaguer(told, place.start):
            return None
        told = self._long_ago(frame, story, place) or told
        origin = told.moment if told else None if point.chained else story.today
        if origin is None:
            return None
        return origin.as_unit(frame.unit).shift(int(frame.n)), origin.value

    @staticmethod
    def _happened(told: Told | None, unit: Unit, story: Story, place: Place) -> Told | None:
        """Return what a past verb's date hangs on: no day that is to come.

        "Their detention was extended until March 20. Two more joined the following day."
        """
        today = story.published
        if told is None or today is None or told.moment.start <= today:
            return told
        return story.last(unit, today) if place.tense() in ("past", "pluperfect") else told

    @staticmethod
    def _long_ago(frame: Shift, story: Story, place: Place) -> Told | None:
        """Return the day long gone that a report tells of, for what was still before it.

        "He died on 3 May 2019, the coroner said on Monday. He had been held two days before."
        """
        told, today = story.last(frame.unit), story.published
        if told is None or today is None or frame.n >= 0:
            return None
        if story.last_near(frame.unit, place.start):  # "dead on Monday. A week before, ..."
            return None
        if not 0 <= (today - told.moment.start).days <= _REPORT_DAYS:
            return None
        printed = story.in_paragraph(place.start, _REPORT_PARAGRAPHS)
        if printed is None or printed.moment.unit != "day":
            return None
        return printed if (today - printed.moment.start).days > _LONG_AGO_DAYS else None

    @staticmethod
    def _beside(
        point: Point, frame: Shift, story: Story, place: Place
    ) -> tuple[Moment, str | None] | None:
        """Return what "a year ago" means beside a quarter: that quarter a year before."""
        if point.which is None:
            return None
        beside = story.in_sentence(place.start, ("quarter", "month", "half"))
        return (_years_on(beside.moment, int(frame.n)), beside.moment.value) if beside else None

    def _from_today(
        self, point: Point, frame: Shift, story: Story, place: Place
    ) -> tuple[Moment, str | None] | None:
        """Return the period that is counted from the day of publication."""
        if story.today is None:
            return None
        if frame.unit == "weekend" and frame.n == 0:
            return _weekend(story.today, place.tense()), story.today.value
        beside = self._beside(point, frame, story, place)
        if beside:
            return beside
        if point.mod == "END" and frame.n == 0:
            return _ended(frame.unit, story, place, story.today)
        if point.exact:
            day = calendar.add(story.today.start, frame.unit, int(frame.n))
            return Moment("day", day), story.today.value
        return story.today.as_unit(frame.unit).shift(int(frame.n)), story.today.value

    @staticmethod
    def _years_from_told(
        point: Point, frame: Shift, story: Story
    ) -> tuple[Moment, str | None] | None:
        """Return the period told last, in the year that the point says or counts to."""
        told = story.told[-1] if frame.unit == "any" and story.told else story.last(frame.unit)
        if told is None:
            return None
        back = int(point.which or 0)
        shifted = told.moment if frame.unit == "any" else told.moment.as_unit(frame.unit)
        if point.year is not None:
            back = point.year - shifted.start.year
        return _years_on(shifted, back), told.moment.value

    def _narrow(self, point: Point, outer: Moment) -> Moment | None:
        """Return the part of ``outer`` that the point says, ``outer`` itself if it says none."""
        year = outer.start.year if outer.known else None
        if point.named:
            day = self.named[point.named].falls(outer.start.year, self.country)
            if day is None:
                return None
            return Moment("day", day - timedelta(days=point.eve), outer.known)
        if point.season:
            return self._season(point, outer)
        if point.month and point.day:
            return calendar.make("day", year, point.month, point.day)
        if point.month:
            if year and point.frame is not None and point.frame.unit == "month":
                year += _turn_of_year(point.month, outer.start.month, point.frame.n < 0)
            outer = calendar.make("month", year, point.month)
        return self._within(point, outer)

    @staticmethod
    def _season(point: Point, outer: Moment) -> Moment:
        """Return the season of a year, or the one before or behind a month of the story."""
        season = calendar.season(outer.start.year if outer.known else None, str(point.season))
        if point.frame is None or point.frame.unit != "month" or not outer.known:
            return season
        month = season.start.month
        turn = _turn_of_year(month, outer.start.month, point.frame.n < 0)
        return _years_on(season, turn)

    @staticmethod
    def _within(point: Point, outer: Moment) -> Moment | None:
        """Return the weekday or the numbered part of ``outer`` that the point says."""
        if point.weekday and point.weekday_nth:
            return _nth_weekday(outer.as_unit("month"), point.weekday_nth, point.weekday)
        if point.nth:
            return calendar.nth_within(outer, *point.nth)
        if point.weekday and not point.month:
            if outer.unit == "day":  # "the following Monday", "the previous Friday"
                back = point.frame is not None and point.frame.n < 0
                return _weekday_from(outer, point.weekday, back)
            return calendar.nth_within(outer.as_unit("week"), point.weekday, "day")
        return outer

    def _nearer_reading(self, point: Point, story: Story) -> Moment | None:
        """Return the reading of "7/8/07" by the text's other days, its country, the publication.

        What lies after the day of publication yields to what does not; where neither text nor
        country tells the order, the reading nearer to the publication is meant.
        """
        year = calendar.make("year", point.year)
        month_first = self._narrow(point, year)
        day_first = self._narrow(replace(point, month=point.day, day=point.month), year)
        if month_first is None or day_first is None:
            return month_first or day_first
        if story.day_first is not None and story.day_first_is_printed:
            return day_first if story.day_first else month_first
        today = story.published
        if today and (month_first.start > today) != (day_first.start > today):
            return min(month_first, day_first, key=lambda m: m.start)
        if story.day_first is not None:
            return day_first if story.day_first else month_first
        if today is None:
            return month_first
        return min(month_first, day_first, key=lambda m: abs(m.start - today))


def _ended(unit: Unit, story: Story, place: Place, today: Moment) -> tuple[Moment, str]:
    """Return the period whose end is told: one that had an end, if a verb of the past tells it.

    "At the end of the month the list held 40 names", on the third of the next.
    """
    running = today.as_unit(unit)
    left = (running.shift(1).start - today.start).days
    length = (running.shift(1).start - running.start).days
    if left * 2 < length or place.tense() not in ("past", "pluperfect"):
        return running, today.value
    told = story.last(unit)
    origin = told.moment.as_unit(unit) if told and told.moment.known else running
    return (origin if origin.start < running.start else running.shift(-1)), origin.value


def _years_on(moment: Moment, years: int) -> Moment:
    return replace(
        moment, start=calendar.first_day(moment.unit, calendar.add(moment.start, "year", years))
    )


def _turn_of_year(month: int, beside: int, back: bool) -> int:
    """Return the years from a month to the nearest ``month`` before (``back``) or behind it."""
    if back:
        return -1 if month > beside else 0
    return 1 if month < beside else 0


def _nth_weekday(month: Moment, n: int, weekday: int) -> Moment:
    """Return "the third Friday of May"; weekdays are only known in a known year."""
    day = nth_weekday(month.start.year, month.start.month, n, weekday)
    if not month.known or day.month != month.start.month:
        raise NoSuchDateError(f"weekday {weekday} {n} in {month.value}")
    return Moment("day", day)


def _weekend(today: Moment, tense: Tense | None) -> Moment:
    """Return "the weekend": the one gone by until it is half a week away, unless it is to come."""
    weekend = today.as_unit("weekend")
    ahead = today.start.isoweekday() < 6
    return weekend.shift(-1) if ahead and tense != "future" else weekend


def _weekday_from(day: Moment, weekday: int, back: bool) -> Moment:
    ahead = (weekday - day.start.isoweekday()) % 7
    return day.shift(ahead - 7 if back and ahead else ahead)


def tell(story: Story, resolved: Resolved, point: Point, read: Form, span: tuple[int, int]) -> None:
    """Let the story know a date, so that what follows can hang on it.

    ``point`` is as printed, ``read`` with what an apposition adds: "late on Friday, September 10".
    """
    if resolved.moment is None:
        return
    last = story.told[-1] if story.told else None
    again = last is not None and last.printed_weekday and last.moment == resolved.moment
    by_weekday = bool(point.weekday and isinstance(read, Point) and read.day) or again
    story.tell(Told(resolved.moment, *span, point.year is not None, by_weekday))
