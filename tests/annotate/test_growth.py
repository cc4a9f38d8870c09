"""The work for a text grows with its length, counted in steps of the interpreter and not in time.

What the interpreter does not count (a scan in C) is measured by ``python -m
tests.benchmarks.growth``.
"""

import math
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.benchmarks.growth import EVERY, PAGES, seconds, seconds_of_page, text_of

pytestmark = pytest.mark.slow

_SIZES = (4_000, 16_000)  # characters
_MOST = 1.1  # exponent
_OURS = "custody_records"


def steps(work: Callable[[], Any], ours: str = _OURS) -> int:
    """Return how many lines of the package some work runs; a loop in one line counts its turns."""
    count = 0

    def line(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, event: str, _argument: Any) -> Any:
        return line if ours in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("kind", EVERY)
def test_work_grows_with_length(annotator: Annotator, kind: str) -> None:
    def work(size: int) -> Callable[[], Any]:
        text = text_of(kind, size)
        return lambda: seconds_of_page(text) if kind in PAGES else seconds(annotator, text)

    for size in _SIZES:
        work(size)()  # what is worked out once and kept
    small, large = (steps(work(size)) for size in _SIZES)
    exponent = math.log(large / small) / math.log(_SIZES[1] / _SIZES[0])
    assert exponent <= _MOST, f"{small:,} steps, {large:,} steps"


def test_a_square_is_seen() -> None:
    def square(size: int) -> list[int]:
        return [one for one in range(size) for other in range(size) if other > size]

    small, large = (steps(lambda n=n: square(n), ours=__file__) for n in (20, 40))
    assert large > 3.5 * small
