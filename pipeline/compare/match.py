"""Match the entries of two records one to one, with as many pairs as can be."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from pipeline.compare.equal import equal


def match(
    field: str, ours: Sequence[dict[str, Any]], gold: Sequence[dict[str, Any]]
) -> list[tuple[int, int]]:
    """Return (index in ours, index in gold) of every matched pair."""
    if not ours or not gold:
        return []
    same = np.array([[equal(field, a, b) for b in gold] for a in ours], dtype=float)
    rows, columns = linear_sum_assignment(same, maximize=True)
    return [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if same[r, c]]
