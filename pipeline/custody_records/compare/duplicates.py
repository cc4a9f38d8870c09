"""Near-duplicate articles counted once: the first of each cluster, by id, speaks for all."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from custody_records.compare.context import Bodies

_WORD = re.compile(r"\w+")
_SHINGLE = 5  # words
_COMMON = 50  # a span in more articles than this is boilerplate and says nothing
_ALIKE = 0.5  # share of the smaller text's shingles that the other has too


def collapse(gold: Mapping[str, dict[str, Any]], records: Path) -> dict[str, dict[str, Any]]:
    """Return gold without the articles whose text an earlier article (by id) mostly repeats.

    Texts are the bodies beside the records; an article without a body stands for itself.
    Spans that many articles share are passed over, which keeps the cost in proportion.
    """
    bodies = Bodies(records)
    kept: dict[str, dict[str, Any]] = {}
    holders: dict[tuple[str, ...], list[str]] = {}
    sizes: dict[str, int] = {}
    for id_ in sorted(gold):
        shingles = _shingles(bodies.body(id_) or "")
        shared: dict[str, int] = {}
        for shingle in shingles:
            for holder in holders.get(shingle, ()):
                shared[holder] = shared.get(holder, 0) + 1
        if any(count >= _ALIKE * min(len(shingles), sizes[h]) for h, count in shared.items()):
            continue
        kept[id_] = gold[id_]
        sizes[id_] = len(shingles)
        for shingle in shingles:
            if len(known := holders.setdefault(shingle, [])) < _COMMON:
                known.append(id_)
    return kept


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
