"""Spans of text that can be asked, quickly, which of them touch another."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Interval(NamedTuple):
    """``[start, end)`` in characters, and what it is."""

    start: int
    end: int
    label: str


class Intervals:
    """Spans in order of their start; a text of thousands of them stays cheap to ask."""

    def __init__(self, intervals: Iterable[Interval]) -> None:
        self._intervals = sorted(intervals, key=lambda s: (s.start, s.end))
        self._starts = [interval.start for interval in self._intervals]
        # The furthest end up to each span tells when looking back can stop.
        self._reach: list[int] = []
        for interval in self._intervals:
            self._reach.append(max(interval.end, self._reach[-1] if self._reach else 0))

    def touching(self, start: int, end: int) -> Iterator[Interval]:
        """Yield the spans that share a character with ``[start, end)``, the last first."""
        for i in range(bisect_left(self._starts, end) - 1, -1, -1):
            if self._reach[i] <= start:
                return
            if self._intervals[i].end > start:
                yield self._intervals[i]
