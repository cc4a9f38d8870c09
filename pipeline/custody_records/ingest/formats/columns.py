"""Columns of a printed page: regions in the order in which a reader reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

_SAME_LINE = 3.0  # points between the tops of words of one line
_GUTTER = 9.0  # points; the gaps between words of a justified line are smaller
_FEWEST = 3  # lines on both sides of a gutter
_CROSSING = 0.25  # share of lines that may run across it: headings, pictures' captions
_FILLED = 0.55  # of a column's width by its usual line; the cells of a table fill less
_NARROWEST = 0.15  # of the region's width


@dataclass(frozen=True, slots=True)
class Box:
    """A word or a region, in points from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float


def regions(words: Sequence[Box], whole: Box) -> list[Box]:
    """Return the regions of a page in reading order; one, ``whole``, where it has no columns.

    Lines that run across a gutter part the page into bands; within a band the left column comes
    before the right one, each of which may have columns of its own.
    """
    rows = _rows(words)
    gutter = _gutter(rows, whole)
    if gutter is None:
        return [whole]
    left, right = gutter
    found: list[Box] = []
    for crosses, band in groupby(rows, key=lambda row: _crosses(row, left, right)):
        inside = [word for row in band for word in row]
        top, bottom = min(w.top for w in inside), max(w.bottom for w in inside)
        if crosses:
            found.append(Box(whole.left, top, whole.right, bottom))
            continue
        middle = (left + right) / 2
        for side in (Box(whole.left, top, middle, bottom), Box(middle, top, whole.right, bottom)):
            held = [w for w in inside if side.left <= (w.left + w.right) / 2 < side.right]
            found += regions(held, side) if held else []
    return found


def _rows(words: Sequence[Box]) -> list[list[Box]]:
    """Return the words of each line, from the left; lines from the top."""
    rows: list[list[Box]] = []
    for word in sorted(words, key=lambda w: (w.top, w.left)):
        if rows and word.top - rows[-1][0].top <= _SAME_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.left) for row in rows]


def _gutter(rows: list[list[Box]], whole: Box) -> tuple[float, float] | None:
    """Return (left, right) of the widest empty strip that most lines leave, or None."""
    width = whole.right - whole.left
    low, high = whole.left + width * _NARROWEST, whole.right - width * _NARROWEST
    best: tuple[int, float, float, float] | None = None
    for left, right in sorted(set(_gaps(rows, low, high))):
        middle = (left + right) / 2
        both = [row for row in rows if row[0].right <= middle <= row[-1].left]
        low_edge, high_edge = middle - _GUTTER / 2, middle + _GUTTER / 2
        clear = [row for row in both if not _crosses(row, low_edge, high_edge)]
        across = sum(_crosses(row, middle - 1, middle + 1) for row in rows)
        if len(clear) < _FEWEST or across > _CROSSING * len(rows) or not _filled(clear, middle):
            continue
        strip = _strip(clear, middle)
        rank = (len(clear), strip[1] - strip[0], *strip)
        if best is None or rank[:2] > best[:2]:
            best = rank
    return (best[2], best[3]) if best else None


def _gaps(rows: list[list[Box]], low: float, high: float) -> list[tuple[float, float]]:
    """Return the wide gaps within lines, rounded to points: where a gutter may be."""
    return [
        (round(before.right), round(after.left))
        for row in rows
        for before, after in pairwise(row)
        if after.left - before.right >= _GUTTER and low <= (before.right + after.left) / 2 <= high
    ]


def _strip(rows: list[list[Box]], middle: float) -> tuple[float, float]:
    """Return the part around ``middle`` that no word of these lines touches."""
    left = max(max((w.right for w in row if w.right <= middle), default=middle) for row in rows)
    right = min(min((w.left for w in row if w.left >= middle), default=middle) for row in rows)
    return left, right


def _filled(rows: list[list[Box]], middle: float) -> bool:
    """Tell whether both sides are lines of text and not a table's cells."""
    for side in (
        [[w for w in row if w.right <= middle] for row in rows],
        [[w for w in row if w.left >= middle] for row in rows],
    ):
        extents = [(row[0].left, row[-1].right) for row in side if row]
        if not extents:
            return False
        width = max(right for _, right in extents) - min(left for left, _ in extents)
        if not width or median(right - left for left, right in extents) < _FILLED * width:
            return False
        if sum(len(row) for row in side) < 2 * len(rows):  # a column of numbers or names
            return False
    return True


def _crosses(row: list[Box], left: float, right: float) -> bool:
    return any(word.left < right and word.right > left for word in row)
