"""Match the entries of two records one to one: as many pairs as can be, then the likest."""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from custody_records.compare.attributes import agreement
from custody_records.compare.keys import Entry, conflict, key, same_event

Pair = tuple[int, int]
# One pair more outweighs any agreement of attributes, which stays below 10.
_PAIR = 1000.0


def match(field: str, ours: Sequence[Entry], gold: Sequence[Entry]) -> list[Pair]:
    """Return (index in ours, index in gold) of every matched pair, sorted.

    The number of pairs and their agreement do not depend on the order of the entries.
    """
    if field == "events":
        return assign(range(len(ours)), range(len(gold)), _weight(field, ours, gold), ours, gold)
    theirs = _by_key(field, gold)
    pairs: list[Pair] = []
    for found, mine in _by_key(field, ours).items():
        right = theirs.get(found, [])
        if len(mine) == len(right) == 1:
            if not conflict(field, ours[mine[0]], gold[right[0]]):
                pairs.append((mine[0], right[0]))
        elif right:
            pairs += assign(mine, right, _weight(field, ours, gold), ours, gold)
    return sorted(pairs)


def assign(
    left: Sequence[int],
    right: Sequence[int],
    weight: Callable[[int, int], float],
    ours: Sequence[Entry],
    gold: Sequence[Entry],
) -> list[Pair]:
    """Return the pairs of the heaviest one-to-one assignment; a weight of 0 is no pair."""
    if not left or not right:
        return []
    # A stable order of the entries makes ties fall the same way whatever order they came in.
    rows = sorted(left, key=lambda i: json.dumps(ours[i], sort_keys=True, default=str))
    columns = sorted(right, key=lambda i: json.dumps(gold[i], sort_keys=True, default=str))
    weights = np.array([[weight(row, column) for column in columns] for row in rows])
    if not weights.any():
        return []
    chosen = linear_sum_assignment(weights, maximize=True)
    return sorted((rows[i], columns[j]) for i, j in zip(*chosen, strict=True) if weights[i, j] > 0)


def _by_key(field: str, entries: Sequence[Entry]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        groups[key(field, entry)].append(index)
    return groups


def _weight(
    field: str, ours: Sequence[Entry], gold: Sequence[Entry]
) -> Callable[[int, int], float]:
    """Return how well two entries go together that have one key, or are events."""

    def weight(mine: int, theirs: int) -> float:
        one, other = ours[mine], gold[theirs]
        fit = same_event(one, other) if field == "events" else not conflict(field, one, other)
        return _PAIR + agreement(field, one, other) if fit else 0.0

    return weight
