"""95 % intervals by bootstrap over articles: how far a figure depends on which were read.

Articles, not entries, are drawn (with replacement), since the entries of one article stand or
fall together. The seed is fixed, so the same comparison gives the same interval.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

SEED = 20190731
DRAWS = 1000
_CHUNK = 50  # draws at a time, which bounds the memory at 10,000 articles to a few MB

Floats = NDArray[np.float64]
Interval = tuple[float, float]


def intervals(counts: Floats, figures: Callable[[Floats], Floats]) -> list[Interval | None]:
    """Return the 2.5 and 97.5 percentiles of each figure, None where it is undefined throughout.

    ``counts`` has the shape (articles, n). ``figures`` takes summed counts of the shape
    (draws, n) and returns (draws, figures), NaN where a figure is undefined.
    """
    articles = counts.shape[0]
    if not articles:
        return [None] * figures(np.zeros((1, counts.shape[1]))).shape[1]
    generator = np.random.default_rng(SEED)
    even = np.full(articles, 1 / articles)
    drawn = np.concatenate(
        [
            figures(generator.multinomial(articles, even, size=_CHUNK).astype(float) @ counts)
            for _ in range(DRAWS // _CHUNK)
        ]
    )
    return [_percentiles(column[~np.isnan(column)]) for column in drawn.T]


def _percentiles(values: Floats) -> Interval | None:
    if not values.size:
        return None
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def prf(counts: Floats) -> Floats:
    """Return precision, recall, F1 of rows of (tp, fp, fn); NaN where undefined."""
    tp, fp, fn = counts.T
    with np.errstate(invalid="ignore", divide="ignore"):
        columns = tp / (tp + fp), tp / (tp + fn), 2 * tp / (2 * tp + fp + fn)
        return np.stack(columns, axis=1)


def accuracy(counts: Floats) -> Floats:
    """Return the share of right ones of rows of (right, compared); NaN where undefined."""
    right, compared = counts.T
    with np.errstate(invalid="ignore", divide="ignore"):
        share: Floats = right / compared
        return share[:, None]
