"""Points that leave their year or week to the context: which one is meant.

"April 24", "Friday", "the fourth quarter": the nearest in time, as news prints them, on the side
that the verb tells; in a story of another year, the one that follows on.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from custody_records.annotate.timex import moment as calendar
from custody_records.annotate.timex.forms import Point, Unit
from custody_records.annotate.timex.moment import Moment, NoSuchDateError
from custody_records.annotate.timex.story import Story, Told
from custody_records.annotate.timex.tense import Tense

# Without a verb news tells of the past rather than of the future, the more so by months.
_FUTURE_DAY, _FUTURE_PERIOD = 1.5, 3.5
# A story goes on: April after "November 1941" is that of 1942.
_STORY_BACKWARDS = 3.0
# Quarters are named close to when they are: the next one rather than that of a year ago.
_FUTURE_QUARTER, _QUARTER_AGAINST_TENSE = 2.0, 2.5
# In a narrative of another year a bare date is at most this many days after the one before it.
_NARRATIVE_DAYS = 45
# ... where only its month, or only that of the one before, is told.
_NARRATIVE_MONTH_DAYS = 125
_NEAR_PUBLICATION_DAYS = 31
# In a text without a day of its own: how many days a date may lie from the one before it that
# gives it its year, and from the one behind it.
_CARRIED_DAYS = (-31, 155)
_CARRIED_BACK_DAYS = (-45, 0)
# So close to its reference a date with the wrong weekday is a slip rather than of another year.
_SLIP_DAYS = 31
# A weekday without a date follows one with its date by at most so many days.
_COUNTED_ON_DAYS = 3
# The lead of an article, in characters behind its title.
_LEAD = 500


@dataclass(frozen=True, slots=True)
class Place:
    """An expression's characters, the tense of its verb when asked, and what it must come after.

    ``after`` is the first value of a range of which the expression is the last; ``opens`` tells
    that it is the first itself.
    """

    start: int
    end: int
    tense: Callable[[], Tense | None]
    after: Moment | None = None
    opens: bool = False


# Returns the part of a year that a point says.
Narrow = Callable[[Point, Moment], Moment | None]


class Nearest:
    """Chooses; ``narrow`` gives the part of a year that a point says.

    Candidates on the side which the verb speaks against count as ``against_tense`` times further
    away.
    """

    def __init__(self, narrow: Narrow, against_tense: float) -> None:
        self._narrow = narrow
        self._against_tense = against_tense

    def of(self, point: Point, story: Story, place: Place) -> tuple[Moment, str | None] | None:
        """Return (the moment meant, what it was counted from), None if nothing tells."""
        if point.weekday and not point.month:
            return self._of_weekday(point.weekday, point.which, story, place)
        if not (point.month or point.season or point.nth or point.named or point.day):
            return self._day_of_clock(story, place)
        if point.day and not point.month and not point.nth:
            return self._day_of_month(point.day, story)
        if story.today is None:
            headed = self._of_heading(point, story, place)
            return headed or self._carried(point, story, place)
        told_apart = self._of_heading(point, story, place) or self._of_title(point, story, place)
        return told_apart or self._of_year(point, story, place, story.today)

    @staticmethod
    def _of_weekday(
        weekday: int, which: int | None, story: Story, place: Place
    ) -> tuple[Moment, str | None] | None:
        """Return the day of a weekday, counted from a day of its sentence or from today."""
        if story.today is None:
            return None
        told = story.in_sentence(place.start, ("day",))
        if told and told.printed_weekday and which is None:
            counted = _counted_on(weekday, told.moment, story.today)
            if counted:
                return counted, told.moment.value
        if story.is_undated and which is None:  # the news of that week goes on from its first day
            counted = story.today.shift((weekday - story.today.start.isoweekday()) % 7)
            return counted, story.today.value
        return _weekday(weekday, which, story.today, place), story.today.value

    @staticmethod
    def _day_of_month(number: int, story: Story) -> tuple[Moment, str | None] | None:
        """Return a day of the month told last: "until the 21st"."""
        told = story.last("month")
        origin = told.moment if told else story.today
        if origin is None:
            return None
        day = calendar.make("day", origin.start.year, origin.start.month, number)
        return replace(day, known=origin.known), origin.value

    def _of_year(
        self, point: Point, story: Story, place: Place, today: Moment
    ) -> tuple[Moment, str | None] | None:
        """Return the point in the year nearest to the story's dates or to ``today``."""
        # "The next hearing is set for March 4" is not of the years that the story tells of.
        onwards = story.is_history and place.tense() != "future"
        reference = story.reference(place.start) if onwards else None
        reference = reference or today
        chosen = self._choose(point, reference, place, onwards)
        if chosen is None:
            return None
        narrated = self._in_narrative(point, story, place, chosen)
        return narrated or (chosen, reference.value)

    def _of_heading(
        self, point: Point, story: Story, place: Place
    ) -> tuple[Moment, str | None] | None:
        """Return the date as the heading of its list has it: "Chronology of 2015 / 17 May: ..."."""
        year = story.heading_year(place.start) if point.which is None else None
        if year is None:
            return None
        moment = self._narrow(point, calendar.make("year", year))
        return (moment, f"{year:04d}") if moment else None

    def _of_title(
        self, point: Point, story: Story, place: Place
    ) -> tuple[Moment, str | None] | None:
        """Return the month of a title as the lead prints it with its year.

        "Officers Jailed Over January Torture", over "the January 2022 unrest", in June 2023.
        """
        title_end = story.text.find("\n")
        bare = point.month and not point.day and point.which is None
        if not bare or place.start >= title_end:
            return None
        for told in story.later:
            if told.start > title_end + _LEAD:
                return None
            if told.moment.unit in ("month", "day") and told.moment.start.month == point.month:
                month = calendar.make("month", told.moment.start.year, point.month)
                return month, told.moment.value
        return None

    def _carried(
        self, point: Point, story: Story, place: Place
    ) -> tuple[Moment, str | None] | None:
        """Return the date as one close by in an undated text has it, without a year if none has.

        "Sent to a camp in August. Picked up on 7 September 2010": both of 2010. But in "held since
        2 December 2023. On 8 October, experts wrote" nothing tells the year of the second.
        """
        before, ahead = story.carriers(place.start)
        if place.tense() in ("future", "due"):
            before = None
        reaches = ((before, _CARRIED_DAYS), (ahead, _CARRIED_BACK_DAYS))
        bounds: list[tuple[Moment, tuple[int, int]]] = []
        if place.after is not None:
            bounds = [(place.after, (0, _CARRIED_DAYS[1]))] if place.after.known else []
        else:
            bounds = [(t.moment, reach) for t, reach in reaches if t]
        fitting: list[tuple[int, Moment, str]] = []
        for told, (least, most) in bounds:
            for moment in self._candidates(point, told.start.year):
                gap = (moment.start - told.as_unit(moment.unit).start).days
                carried = (
                    moment.start.year == told.start.year
                    if told.unit == "year"
                    else least <= gap <= most
                )
                if carried:
                    fitting.append((abs(gap), moment, told.value))
        if fitting:
            # "in November 2019 ... on 7 March. On 19 March 2019": the nearer of the two
            _, moment, value = min(fitting, key=lambda fit: fit[0])
            return moment, value
        unknown = self._narrow(point, calendar.make("year", None))
        return (unknown, None) if unknown else None

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

    def _further_off(self, point: Point, reference: Moment) -> Moment:
        """Return 29 February in its nearest year. Raises NoSuchDateError for 30 February."""
        wide = [m for y in (-3, 3) for m in self._candidates(point, reference.start.year + y)]
        if not wide:
            raise NoSuchDateError(str(point))
        return min(wide, key=lambda m: abs(m.start - reference.start))

    def _choose(
        self, point: Point, reference: Moment, place: Place, onwards: bool
    ) -> Moment | None:
        """Return the candidate nearest in time, by tense and by "last", "this", "next".

        ``onwards``: the reference is a date of the story, which goes on from there.
        """
        candidates = self._candidates(point, reference.start.year)
        if not candidates:
            return self._further_off(point, reference)
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
            return abs(days) * self._weight(moment.unit, days > 0, tense[0])

        nearest = min(candidates, key=distance)
        fitting = [m for m in candidates if m.start.isoweekday() == point.weekday]
        if not point.day or not fitting or nearest in fitting:
            return nearest
        # "Friday, 3 April" is of the year in which that is a Friday, unless a slip is likelier.
        slip = abs((nearest.start - here).days) <= _SLIP_DAYS
        return nearest if slip else min(fitting, key=distance)

    def _weight(self, unit: Unit, ahead: bool, tense: Tense | None) -> float:
        """Return how much a candidate's distance counts: the more, the less likely its side."""
        if tense in ("due", "until"):
            return _FUTURE_DAY if ahead else 1.0
        if tense is None:
            if not ahead:
                return 1.0
            return {"day": _FUTURE_DAY, "quarter": _FUTURE_QUARTER}.get(unit, _FUTURE_PERIOD)
        if ahead == (tense == "future"):
            return 1.0
        return _QUARTER_AGAINST_TENSE if unit == "quarter" else self._against_tense

    def _in_narrative(
        self, point: Point, story: Story, place: Place, chosen: Moment
    ) -> tuple[Moment, str] | None:
        """Return the date as the story's own year has it, if the story is of that year.

        "On April 14, 1997, prisoners started a protest. It was crushed on April 17", in 2018.
        """
        if story.today is None or story.is_history or point.which is not None:
            return None
        back = 2 if place.tense() == "pluperfect" else 1
        told = _narrated_last(story, place, story.in_paragraph(place.start, back), story.today)
        if told is None or told.moment.unit not in ("day", "month"):
            return None
        if told.moment.start.year == chosen.start.year:
            return None
        if point.month and not point.day and not story.narrates_months(told, place.start):
            return None
        same_month = told.moment.unit == "day" and told.moment.start.month == point.month
        near = abs((chosen.start - story.today.start).days) <= _NEAR_PUBLICATION_DAYS
        if (near and not same_month) or place.tense() == "future":
            return None
        for moment in self._candidates(point, told.moment.start.year):
            gap = (moment.start - told.moment.as_unit(moment.unit).start).days
            by_month = moment.unit == "month" or told.moment.unit == "month"
            reach = _NARRATIVE_MONTH_DAYS if by_month else _NARRATIVE_DAYS
            beside = told.start >= story.sentence_start(place.start)
            if (-reach if beside else 0) <= gap <= reach or (
                same_month and moment.start.year == told.moment.start.year
            ):
                return moment, told.moment.value
        return None


def _narrated_last(story: Story, place: Place, printed: Told | None, today: Moment) -> Told | None:
    """Return the date at which a narrative has arrived since ``printed``, which told its year.

    "Seized on 14 April 2022. That November he was tried. In May he was moved", in 2024.
    """
    last = story.last_near("month", place.start)
    if printed is None or last is None or last.start <= printed.start or not last.moment.known:
        return printed
    onwards = printed.moment.start < last.moment.start
    long_ago = (today.start - last.moment.start).days > _NEAR_PUBLICATION_DAYS
    return last if onwards and long_ago else printed


def _counted_on(weekday: int, told: Moment, today: Moment) -> Moment | None:
    """Return the weekday as a story of an earlier week goes on: within three days, else None.

    "Two were caught on Friday, September 10, and two more early on Saturday", on 29 September.
    """
    ahead = (weekday - told.start.isoweekday()) % 7
    past = (today.start - told.start).days
    return told.shift(ahead) if 0 < ahead <= _COUNTED_ON_DAYS and past >= 7 else None


def _weekday(weekday: int, which: int | None, today: Moment, place: Place) -> Moment:
    """Return a bare weekday as news prints it: today's name is today, else the last one gone by."""
    gap = weekday - today.start.isoweekday()
    if place.after is not None:
        ahead = (weekday - place.after.start.isoweekday()) % 7
        return place.after.as_unit("day").shift(ahead)
    if which == 0:
        return today.shift(gap)
    if which in (-2, 2):  # "the Saturday after next": the one beyond the nearest
        return today.shift((gap % 7 or 7) + 7 if which > 0 else gap % 7 - 14)
    if which is not None:
        if which > 0:
            return today.shift(gap + 7)
        return today.shift(gap - 7 if gap >= 0 else gap)
    if gap == 0 and not (place.opens and place.tense() in ("past", "pluperfect")):
        return today
    return today.shift(gap % 7 if place.tense() in ("future", "due") else gap % 7 - 7)
