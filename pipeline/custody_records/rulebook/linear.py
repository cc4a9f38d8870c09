"""Measure whether a pattern takes time in proportion to the length of hostile text."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

FROM = 1_000
UP_TO = 1_000_000
_STEP = 10
# Time may grow this much faster than the text: noise and caches, not a power of the length.
_SLACK = 2.5
# Seconds below which a measurement is noise, and above which a pattern is not tried on more.
_NOISE = 0.02
_ENOUGH = 5.0
# A size from which on a growth of no more than this, beside the text's own, tells a linear
# pattern: most are, and a million characters for each of them would take a quarter of an hour.
_TELLING, _PLAIN = 100_000, 1.2

# What makes bad patterns go back and forth: long runs of one class, and near-matches in a row.
HOSTILE: tuple[str, ...] = (
    "a", "A", "я", "1", " ", "-", "a ", "Aa ", "1 ", "1, ", "1-", "1/", "A-", "(", '"', "No. ",
    "No. 1, ", "the ", "of the ", "Article 1, ", "колония ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Growth:
    """The first size at which ``unit``, repeated, took too long: seconds now and before."""

    unit: str
    size: int
    seconds: float
    before: float

    def __str__(self) -> str:
        return (
            f"{self.seconds:.3f} s for {self.size:,} characters of {self.unit!r}, "
            f"{self.before:.3f} s for a tenth of them"
        )


def growth(
    search: Callable[[str], object],
    units: tuple[str, ...] = HOSTILE,
    up_to: int = UP_TO,
    clock: Callable[[], float] = time.process_time,
) -> Growth | None:
    """Return where ``search`` grows faster than its text, None if nowhere up to ``up_to``.

    ``clock`` tells seconds; processor time by default, which other programs do not change.
    """

    def best(unit: str, size: int, times: int) -> float:
        text = unit * (size // len(unit))
        return min(_seconds(search, text, clock) for _ in range(times))

    for unit in units:
        for size, seconds, before in _timed(best, unit, up_to):
            if seconds > _NOISE and seconds > before * _STEP * _SLACK:
                again = best(unit, size, 5)
                before = max(best(unit, size // _STEP, 5), _NOISE / _STEP)
                if again > before * _STEP * _SLACK:
                    return Growth(unit, size, again, before)
            if seconds > _ENOUGH:
                return Growth(unit, size, seconds, before)
    return None


def pattern_growth(
    pattern: re.Pattern[str], examples: tuple[str, ...] = (), up_to: int = UP_TO
) -> Growth | None:
    """Measure a pattern on hostile text, and on its own examples said over and over."""
    return growth(lambda text: _exhaust(pattern, text), HOSTILE + examples, up_to)


def _exhaust(pattern: re.Pattern[str], text: str) -> None:
    for _ in pattern.finditer(text):
        pass


def _timed(
    best: Callable[[str, int, int], float], unit: str, up_to: int
) -> Iterator[tuple[int, float, float]]:
    """Yield (size, seconds, seconds of the size before) for sizes that grow tenfold.

    A pattern that is plainly linear up to ``_TELLING`` is not tried on more: what grows with the
    square shows in the ratio of the last two sizes long before it takes a second.
    """
    before = _NOISE / _STEP
    measured = 0.0
    size = FROM
    while size <= up_to:
        seconds = best(unit, size, 1)
        yield size, seconds, before
        if size >= _TELLING and seconds <= measured * _STEP * _PLAIN:
            return
        before, measured = max(seconds, _NOISE / _STEP), seconds
        size *= _STEP


def _seconds(search: Callable[[str], object], text: str, clock: Callable[[], float]) -> float:
    start = clock()
    search(text)
    return clock() - start
