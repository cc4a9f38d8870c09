"""The work for a text grows with its length, counted in steps of the interpreter and not in time.

What the interpreter does not count (a scan in C) is measured by ``python -m
tests.benchmarks.growth``.
"""

import math
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.benchmarks.growth import EVERY, PAGES, seconds, seconds_of_page, text_of

pytestmark = pytest.mark.slow

_SIZES = (4_000, 16_000)  # characters
# An event is compared with the hundred before it: only longer texts have more.
_ORDINARY = (16_000, 64_000)
_MOST = 1.1  # exponent
_SQUARE = 1.5  # exponent of one function
_FEW = 200  # steps that may be a beginning
_OURS = "custody_records"


def steps(work: Callable[[], Any], ours: str = _OURS) -> Counter[str]:
    """Return how many lines of each function some work runs; a loop in one line counts its turns.

    Of the functions in files whose name has ``ours`` in it.
    """
    count: Counter[str] = Counter()

    def line(frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "line":
            code = frame.f_code
            count[f"{code.co_filename}:{code.co_firstlineno} {code.co_name}"] += 1
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

    sizes = _ORDINARY if kind == "ordinary" else _SIZES
    for size in sizes:
        work(size)()  # what is worked out once and kept
    small, large = (steps(work(size)) for size in sizes)
    longer = math.log(sizes[1] / sizes[0])
    exponent = math.log(large.total() / small.total()) / longer
    assert exponent <= _MOST, f"{small.total():,} steps, {large.total():,} steps"
    # A square shows in its own function before it shows in the whole.
    squares = {
        name: (small[name], found)
        for name, found in large.items()
        if small[name] > _FEW and math.log(found / small[name]) / longer > _SQUARE
    }
    assert squares == {}


def test_a_square_is_seen() -> None:
    def square(size: int) -> list[int]:
        return [one for one in range(size) for other in range(size) if other > size]

    small, large = (steps(partial(square, n), ours=__file__).total() for n in (20, 40))
    assert large > 3.5 * small
