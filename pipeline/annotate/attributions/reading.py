"""Who says what: a source, the word that tells so, and the stretch that is said."""

from dataclasses import dataclass
from typing import Literal

from pipeline.annotate.arguments.argument import Argument

Force = Literal["says", "claims", "denies"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """``start`` and ``end`` are the content; ``cue`` is the word of saying.

    ``force``: ``claims`` where the cue itself puts the content in doubt, ``denies`` where it
    rejects it.
    """

    start: int
    end: int
    rule: str
    cue: tuple[int, int]
    source: Argument | None
    force: Force
