"""Names in one list are of one kind: "Fine Gael, Clann na Talmhan, the Labour Party and Labour"."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from custody_records.annotate.overlaps import Candidate, Rank

_LEAST_SURE = 2


def harmonized(text: str, names: list[Candidate], joints: frozenset[str]) -> list[Candidate]:
    """Return the names, in text order, where a list's sure members decide what its others are.

    Sure is what a rule or a gazetteer knows; the model alone is overruled if at least two sure
    members of its list agree, none disagrees, and most of the list is theirs.
    """
    decided: list[Candidate] = []
    for run in _runs(text, names, joints):
        sure = Counter(c.reading for c in run if c.rank > Rank.MODEL and c.reading)
        if len(sure) == 1 and sure.total() >= max(_LEAST_SURE, len(run) / 2):
            kind = next(iter(sure))
            if kind != "facility":
                run = [_as(c, kind) if c.rank is Rank.MODEL else c for c in run]
        decided.extend(run)
    return decided


def _as(candidate: Candidate, kind: object) -> Candidate:
    return candidate if candidate.reading == kind else replace(candidate, reading=kind)


def _runs(text: str, names: list[Candidate], joints: frozenset[str]) -> list[list[Candidate]]:
    runs = [[name] for name in names[:1]]
    for before, after in pairwise(names):
        if text[before.end : after.start] in joints:
            runs[-1].append(after)
        else:
            runs.append([after])
    return runs
