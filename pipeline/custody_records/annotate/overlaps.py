"""Who wins an overlap: one policy for all components.

Of two candidates that share a character, the one of the higher tier wins; of one tier, the
longer; of one length, the one of the higher rank; of one rank, the one that starts first; then
the rule that stands first in its file.

Ranks: a look-alike that claims a span; a rule, which has seen the context or the form; a
gazetteer, which knows the bare name; the model. The last two are one tier: a gazetteer's
"Kazakhstan" must not break the model's "National Bank of Kazakhstan", yet it decides that
"Oral" is a place where the model says that the same span is a person.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

# Who makes a candidate that no rule makes.
MODEL = "model.ner"


class Rank(IntEnum):
    """Higher wins."""

    MODEL = 0
    GAZETTEER = 1
    RULE = 2
    CLAIM = 3

    @property
    def tier(self) -> int:
        """The rank that an overlap of two lengths looks at."""
        return self or Rank.GAZETTEER


@dataclass(slots=True)  # never changed; a frozen one takes four times as long to make
class Candidate:
    """A span ``[start, end)`` in characters that a rule or the model proposes.

    ``weak``: nothing but a word before it, or another mention, makes it what it is.
    """

    start: int
    end: int
    rule: str
    rank: Rank = Rank.RULE
    order: int = 0
    reading: Any = None
    weak: bool = False

    @property
    def by_rule(self) -> bool:
        """Whether a rule or a gazetteer proposes it, and not the model alone."""
        return self.rule != MODEL


def resolve(
    candidates: Iterable[Candidate],
) -> tuple[list[Candidate], list[tuple[Candidate, Candidate]]]:
    """Return (kept in text order, pairs of (loser, winner)).

    A loser may overlap several that are kept; its winner is the first of them in the text. What
    has no length overlaps nothing. O(n log n) comparisons for n candidates.
    """
    best_first = sorted(
        candidates, key=lambda c: (-c.rank.tier, c.start - c.end, -c.rank, c.start, c.order, c.rule)
    )
    # What is kept never overlaps, so that its starts and its ends are in the same order.
    kept: list[Candidate] = []
    ends: list[int] = []
    lost: list[tuple[Candidate, Candidate]] = []
    for candidate in best_first:
        place = bisect_right(ends, candidate.start)
        if place < len(kept) and kept[place].start < candidate.end:
            lost.append((candidate, kept[place]))
        else:
            kept.insert(place, candidate)
            ends.insert(place, candidate.end)
    return kept, lost
