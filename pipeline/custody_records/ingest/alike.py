"""Near-duplicates: the same story in other words of an editor, told by the runs of words shared."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from custody_records.ingest.errors import need

_WORD = re.compile(r"\w+")
_RUN = 3  # words
_FEWEST = 20  # runs; a shorter text is like many
# 64 bands of 2 permutations: a pair of Jaccard similarity 0.35 is proposed in 9998 of 10000 cases.
_BANDS = (64, 2)
_ALIKE = 0.35  # Jaccard similarity of two versions of one story
_CONTAINED = 0.6  # share of the shorter text's runs that a longer one has


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are: ``share`` of their runs of words, 0 to 1."""

    other: str
    share: float


class Index:
    """Finds texts that are nearly the same as a given one. Holds a signature and runs of each.

    MinHash (128 permutations, fixed seed) proposes, the runs themselves decide: no answer depends
    on chance, nor on the order in which texts are added.
    """

    def __init__(self) -> None:
        self._lib: Any = need("datasketch", "the search for near-duplicates")
        self._lsh = self._lib.MinHashLSH(num_perm=128, params=_BANDS)
        self._runs: dict[str, frozenset[int]] = {}

    def add(self, name: str, text: str) -> None:
        """Add a text under a name that is not there yet."""
        runs = runs_of(text)
        if len(runs) >= _FEWEST:
            self._lsh.insert(name, self._signature(text))
            self._runs[name] = runs

    def like(self, text: str, name: str | None = None) -> list[Likeness]:
        """Return the texts like this one (but for ``name``), the most alike first."""
        runs = runs_of(text)
        if len(runs) < _FEWEST:
            return []
        found = []
        for other in self._lsh.query(self._signature(text)):
            if other != name and (share := alike(runs, self._runs[other])):
                found.append(Likeness(other, share))
        return sorted(found, key=lambda likeness: (-likeness.share, likeness.other))

    def _signature(self, text: str) -> Any:
        signature = self._lib.MinHash(num_perm=128, seed=1)
        signature.update_batch([" ".join(run).encode() for run in _runs(text)])
        return signature


def alike(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of runs that two texts have in common, 0 if they are not alike."""
    common = len(one & other)
    share = common / (len(one) + len(other) - common)
    contained = common / min(len(one), len(other))
    return round(share, 3) if share >= _ALIKE or contained >= _CONTAINED else 0.0


def clusters(texts: Iterable[tuple[str, str]]) -> list[list[Likeness]]:
    """Return the groups of texts that are near-duplicates, directly or by way of each other.

    In a group the names are sorted; the first has share 1, each other its likeness to the most
    alike of the group.
    """
    held = dict(texts)
    index = Index()
    for name in sorted(held):
        index.add(name, held[name])
    group = {name: name for name in held}
    best: dict[str, float] = {}
    for name in sorted(held):
        for likeness in index.like(held[name], name):
            best[name] = max(best.get(name, 0.0), likeness.share)
            one, other = sorted((_root(group, name), _root(group, likeness.other)))
            group[other] = one
    members: dict[str, list[str]] = {}
    for name in sorted(held):
        members.setdefault(_root(group, name), []).append(name)
    return [
        [Likeness(name, 1.0 if n == 0 else best[name]) for n, name in enumerate(names)]
        for names in members.values()
        if len(names) > 1
    ]


def runs_of(text: str) -> frozenset[int]:
    """Return the runs of words of a text, as numbers (within one process)."""
    return frozenset(map(hash, _runs(text)))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    yield from zip(*(words[n:] for n in range(_RUN)), strict=False)


def _root(group: dict[str, str], name: str) -> str:
    while group[name] != name:
        name = group[name]
    return name
