"""Stretches of text that can be asked, quickly, which of them touch another."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """``[start, end)`` in characters, and what it is."""

    start: int
    end: int
    label: str


class Intervals:
    """Stretches in order of their start; a text of thousands of them stays cheap to ask."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._stretches = sorted(stretches, key=lambda s: (s.start, s.end))
        self._starts = [stretch.start for stretch in self._stretches]
        # The furthest end up to each stretch tells when looking back can stop.
        self._reach: list[int] = []
        for stretch in self._stretches:
            self._reach.append(max(stretch.end, self._reach[-1] if self._reach else 0))

    def touching(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield the stretches that share a character with ``[start, end)``, the last first."""
        for i in range(bisect_left(self._starts, end) - 1, -1, -1):
            if self._reach[i] <= start:
                return
            if self._stretches[i].end > start:
                yield self._stretches[i]
