"""What the story has told so far: the dates that later expressions hang on."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from custody_records.annotate.timex.contexts import Contexts
from custody_records.annotate.timex.forms import Unit
from custody_records.annotate.timex.moment import Moment

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-ZА-Я0-9])|\n")
# How far the words before a day are looked at that make it one of a mere telling.
_SAYING_REACH = 60
_BEFORE_REACH = 200
# The year does not open the bracket: "(1990)" may well date what stands before it.
_ASIDE = re.compile(r"\([^()\n]{2,}$")
# Without a day of publication, a bare date takes its year from one printed at most so far before
# it; a year without a month, and one that stands behind the date, reach less far.
_YEAR_REACHES, _BARE_YEAR_REACHES, _YEAR_AHEAD_REACHES = 1500, 300, 600
_PARAGRAPH_END = re.compile(r"\n\s*\n")

# Units from fine to coarse; "the same month" hangs on the last day or month that was told.
_ORDER: tuple[Unit, ...] = (
    "day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A date of the story: where it was told, and whether its year was printed with it."""

    moment: Moment
    start: int
    end: int
    printed_year: bool
    printed_weekday: bool = False


@dataclass(slots=True)
class Story:
    """The dates told so far, in text order, and the day on which the text appeared.

    ``later`` are all dates printed with their year, told or to come; ``is_history``: they lie far
    from the day of publication, so that a bare "April" belongs to the story.
    """

    text: str
    published: date | None
    contexts: Contexts
    told: list[Told] = field(default_factory=list)
    later: list[Told] = field(default_factory=list)
    is_history: bool = False
    day_first: bool | None = None
    _last: dict[Unit, int] = field(default_factory=dict)
    _last_known: Told | None = None

    @property
    def today(self) -> Moment | None:
        """The day of publication."""
        return Moment("day", self.published) if self.published else None

    def tell(self, told: Told) -> None:
        """Remember a date, but not the day of a mere telling of what the sentence dates."""
        if told.moment.unit == "day" and (self._of_telling(told) or self._of_before(told)):
            return
        self._last[told.moment.unit] = len(self.told)
        if told.moment.known and not self._in_aside(told):
            self._last_known = told
        self.told.append(told)

    def _of_telling(self, told: Told) -> bool:
        before = self.text[max(told.start - _SAYING_REACH, 0) : told.start]
        return bool(self.contexts.saying.search(before)) and bool(
            self.in_sentence(told.start, ("day",))
        )

    def _of_before(self, told: Told) -> bool:
        """Tell "He was found dead on 4 June. He had been on hunger strike since 27 May": a day
        that what follows ("ten days later") does not hang on.
        """
        before = self.text[max(told.start - _SAYING_REACH, 0) : told.start]
        last = self.told[-1] if self.told else None
        return (
            last is not None
            and last.moment.unit == "day"
            and last.moment.start > told.moment.start
            and told.start - last.end <= _BEFORE_REACH
            and bool(self.contexts.had_since.search(before))
        )

    def _in_aside(self, told: Told) -> bool:
        """Tell "31 cases (24 in 2018)": a year for comparison."""
        before = self.text[max(told.start - _SAYING_REACH, 0) : told.start]
        return told.moment.unit == "year" and bool(_ASIDE.search(before))

    def last(self, unit: Unit) -> Told | None:
        """Return the last date told that is at least as fine as ``unit``: a month has no day."""
        fine = _ORDER[: _ORDER.index(unit) + 1] if unit in _ORDER else tuple(self._last)
        latest = max((self._last[u] for u in fine if u in self._last), default=None)
        return None if latest is None else self.told[latest]

    def is_vaguer(self, told: Told, start: int) -> bool:
        """Tell "It began on May 3. ... In November 21 were killed. A day later ...".

        What hangs on a day does not hang on the day told before a month of its paragraph.
        """
        newest = self.told[-1]
        return (
            told.moment.unit == "day"
            and newest.moment.unit in ("month", "season")
            and newest.start > told.end
            and not _PARAGRAPH_END.search(self.text, newest.end, start)
            and bool(_SENTENCE_END.search(self.text, told.end, newest.start))
        )

    def in_sentence(self, start: int, units: tuple[str, ...]) -> Told | None:
        """Return the last date of those units told before ``start`` in the same sentence."""
        for told in reversed(self.told):
            if told.start >= start or start - told.end > 400:
                break
            if _SENTENCE_END.search(self.text, told.end, start):
                return None
            if told.moment.unit in units:
                return told
        return None

    def in_paragraph(self, start: int, paragraphs: int = 1) -> Told | None:
        """Return the last date told before ``start`` with a printed year, in the paragraph.

        ``paragraphs`` 2 looks into the one before it too.
        """
        for told in reversed(self.told):
            if told.start >= start:
                continue
            breaks = len(_PARAGRAPH_END.findall(self.text, told.end, start))
            if start - told.end > 1500 or breaks >= paragraphs:
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

    def _printed_around(self, start: int) -> tuple[Told | None, Told | None]:
        """Return the dates printed with their year that stand right before and after a place."""
        i = bisect_right(self.later, start, key=lambda told: told.start)
        return (
            self.later[i - 1] if i else None,
            self.later[i] if i < len(self.later) else None,
        )


def sentence_around(text: str, start: int, end: int, reach: int = 240) -> tuple[int, int]:
    """Return the bounds of the sentence that holds a stretch, at most ``reach`` away."""
    left = max(start - reach, 0)
    for match in _SENTENCE_END.finditer(text, left, start):
        left = match.end()
    match_right = _SENTENCE_END.search(text, end, min(end + reach, len(text)))
    return left, match_right.start() if match_right else min(end + reach, len(text))
