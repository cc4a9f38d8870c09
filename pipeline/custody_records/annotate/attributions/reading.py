"""Who says what: a source, the word that tells so, and the span that is said."""

from dataclasses import dataclass
from typing import Literal

from custody_records.annotate.arguments.argument import Argument

Force = Literal["says", "claims", "denies", "asks"]
# How a statement reaches the span: in its own sentence, because the span stands in the same
# quotation, in a list that the statement opens, because the next sentence says who said it ("The
# press service reported this.") or lets an official go on about it, or because the account goes on.
Reach = Literal["own", "quotation", "list", "afterwards", "goes-on"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """``start`` and ``end`` are the content; ``cue`` is the word of saying.

    ``force``: ``claims`` where the cue itself puts the content in doubt, ``denies`` where it
    rejects it, ``asks`` where it tells of nothing that was. ``source_printed`` is the source as the
    text has it.
    ``source_at`` are the characters of the word beside the cue that names the source: "he".
    """

    start: int
    end: int
    rule: str
    cue: tuple[int, int]
    source: Argument | None
    force: Force
    reach: Reach = "own"
    source_at: tuple[int, int] | None = None
    source_printed: str | None = None
