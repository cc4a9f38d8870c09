"""What the story has told so far: the dates that later expressions hang on."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from custody_records.annotate.layout.sentence_index import Sentences
from custody_records.annotate.timex.contexts import Contexts
from custody_records.annotate.timex.forms import Unit
from custody_records.annotate.timex.headings import Heading, begins_item, year_above
from custody_records.annotate.timex.moment import Moment

# How far the words before a day are looked at that make it one of a mere report.
_SAYING_REACH = 60
_OPENS_REACH = 8  # characters of "By the" or "Then in", with which a date opens its sentence
# Without a day of publication, a bare date takes its year from one printed at most so far before
# it; a year without a month, and one that stands behind the date, reach less far.
_YEAR_REACHES, _BARE_YEAR_REACHES, _YEAR_AHEAD_REACHES = 1500, 300, 600
# So many of the last dates are looked at for one of the same sentence or paragraph.
_SENTENCE_DATES, _PARAGRAPH_DATES = 12, 40
_PARAGRAPH_END = re.compile(r"\n\s*\n")

# Units from fine to coarse; "the same month" hangs on the last day or month that was told.
_ORDER: tuple[Unit, ...] = (
    "day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A date of the story: where it was told, and whether its year was printed with it.

    ``of_saying``: it is the day on which somebody told the rest of the sentence.
    """

    moment: Moment
    start: int
    end: int
    printed_year: bool
    printed_weekday: bool = False
    of_saying: bool = False


@dataclass
class Story:
    """The dates told so far, in text order, and the day on which the text appeared.

    ``is_undated``: ``published`` is but the day that its lead tells of, as the text has no day.
    ``day_first``: whether dates in figures have their day first, by a date of the text itself
    (``day_first_is_printed``) or by the country. ``later`` are all dates printed with their year,
    told or to come; ``is_history``: they lie far from the day of publication, so that a bare
    "April" belongs to the story.
    """

    text: str
    published: date | None
    contexts: Contexts
    sentences: Sentences
    told: list[Told] = field(default_factory=list)
    later: list[Told] = field(default_factory=list)
    is_history: bool = False
    is_undated: bool = False
    day_first: bool | None = None
    day_first_is_printed: bool = False
    headings: list[Heading] = field(default_factory=list)
    _last: dict[Unit, int] = field(default_factory=dict)
    _last_known: Told | None = None

    @property
    def today(self) -> Moment | None:
        """The day of publication."""
        return Moment("day", self.published) if self.published else None

    def tell(self, told: Told) -> None:
        """Remember a date, but not the day on which somebody reported what the sentence dates."""
        of_day = told.moment.unit == "day"
        saying = of_day and self._of_saying(told)
        if saying and self.in_sentence(told.start, ("day",)):
            return
        self.told.append(replace(told, of_saying=saying))
        if of_day and self._in_background(told):
            return
        self._last[told.moment.unit] = len(self.told) - 1
        if told.moment.known:
            self._last_known = told

    def _of_saying(self, told: Told) -> bool:
        before = self.text[max(told.start - _SAYING_REACH, 0) : told.start]
        return bool(self.contexts.saying.search(before))

    def _in_background(self, told: Told) -> bool:
        """Tell "He was arrested on May 20 for a post that he had written ten days earlier".

        What follows ("the next day") hangs on the later day, told before in the sentence.
        """
        sentence = self.sentences.index(told.start)
        for earlier in reversed(self.told[-_SENTENCE_DATES:-1]):
            if self.sentences.index(earlier.start) != sentence:
                return False
            if (
                earlier.moment.unit == "day"
                and not earlier.of_saying
                and earlier.moment.start > told.moment.start
            ):
                return True
        return False

    def narrates_months(self, told: Told, start: int) -> bool:
        """Whether a bare month goes on from the date told before it rather than from today.

        It does where it opens its sentence ("Seized on 3 April 2014. In July he was tried") or
        where that date goes on itself ("that year", "the next month", a diary's entry); in
        "seized in November 2020; two officers were charged in March" it is this year's.
        """
        opens = start - self.sentence_start(start) <= _OPENS_REACH
        return opens or not told.printed_year or begins_item(self.text, told.start)

    def last(self, unit: Unit, until: date | None = None) -> Told | None:
        """Return the last date told that is at least as fine as ``unit``: a month has no day.

        With ``until`` it is the last of those that lie no later.
        """
        fine = _ORDER[: _ORDER.index(unit) + 1] if unit in _ORDER else tuple(self._last)
        if until is not None:
            recent = reversed(self.told[-_PARAGRAPH_DATES:])
            return next(
                (t for t in recent if t.moment.unit in fine and t.moment.start <= until), None
            )
        latest = max((self._last[u] for u in fine if u in self._last), default=None)
        return None if latest is None else self.told[latest]

    def last_near(self, unit: Unit, start: int) -> Told | None:
        """Return the last date told as ``last`` does, if it stands in the same paragraph."""
        told = self.last(unit)
        if told is None or _PARAGRAPH_END.search(self.text, told.end, start):
            return None
        return told

    def is_vaguer(self, told: Told, start: int) -> bool:
        """Tell "It began on May 3. ... In November 21 were killed. A day later ...".

        What hangs on a day does not hang on the day told before a month or a year of its
        paragraph, and what hangs on a month not on the one told before a year.
        """
        newest = self.told[-1]
        return (
            told.moment.unit in ("day", "month")
            and newest.moment.unit in ("month", "season", "year")
            and newest.moment.unit != told.moment.unit
            and newest.start > told.end
            and self._paragraph(newest.end) == self._paragraph(start)
            and self.sentences.index(told.end) != self.sentences.index(newest.start)
        )

    @cached_property
    def _paragraph_ends(self) -> list[int]:
        return [found.start() for found in _PARAGRAPH_END.finditer(self.text)]

    def _paragraph(self, position: int) -> int:
        return bisect_right(self._paragraph_ends, position)

    def sentence_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds of the sentence that holds an expression; one may end in its "a.m."."""
        return self.sentences.around(start)[0], self.sentences.around(end)[1]

    def sentence_start(self, start: int) -> int:
        """Return where the sentence of a position begins."""
        return self.sentences.around(start)[0]

    def in_sentence(self, start: int, units: tuple[str, ...]) -> Told | None:
        """Return the last date of those units told before ``start`` in the same sentence."""
        sentence = self.sentences.index(start)
        for told in reversed(self.told[-_SENTENCE_DATES:]):
            if told.start >= start or self.sentences.index(told.end) != sentence:
                return None
            if told.moment.unit in units:
                return told
        return None

    def in_paragraph(self, start: int, paragraphs: int = 1) -> Told | None:
        """Return the last date told before ``start`` with a printed year, in the paragraph.

        ``paragraphs`` 2 looks into the one before it too.
        """
        paragraph = self._paragraph(start)
        for told in reversed(self.told[-_PARAGRAPH_DATES:]):
            if told.start >= start:
                continue
            if paragraph - self._paragraph(told.end) >= paragraphs:
                return None
            if start - told.end > _YEAR_REACHES:
                return None
            if told.printed_year:
                return told
        return None

    def reference(self, start: int) -> Moment | None:
        """Return where a text on years long gone counts from.

        That is the last date told with its year, else the first that will be.
        """
        if self._last_known:
            return self._last_known.moment
        told = self._printed_around(start)[1]
        return told.moment if told else None

    def carriers(self, start: int) -> tuple[Told | None, Told | None]:
        """Return what a bare date may take its year from, if the text has no day of its own.

        That is (the last date told, the next one printed with its year), each None if too far off.
        """
        printed, ahead = self._printed_around(start)
        before = self._last_known
        if before and before.moment.unit == "year":
            before = before if start - before.end <= _BARE_YEAR_REACHES else None
        elif printed is None or start - printed.end > _YEAR_REACHES:
            before = None
        if ahead:
            near = ahead.start - start <= _YEAR_AHEAD_REACHES
            ahead = ahead if near and ahead.moment.unit in ("day", "month") else None
        return before, ahead

    def heading_year(self, start: int) -> int | None:
        """Return the year that a heading or title tells for a date that begins its line."""
        return year_above(self.text, self.headings, start)

    def _printed_around(self, start: int) -> tuple[Told | None, Told | None]:
        """Return the dates printed with their year that stand right before and after a place."""
        i = bisect_right(self.later, start, key=lambda told: told.start)
        return (self.later[i - 1] if i else None, self.later[i] if i < len(self.later) else None)
