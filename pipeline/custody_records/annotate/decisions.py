"""The decision log: why a span of text became, or did not become, a mention.

Every step that decides something about a span leaves a Decision, so that ``extract explain``
can answer for hits and for misses alike.
"""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from custody_records.annotate.cache import cached

Outcome = Literal["kept", "claimed", "lost", "refused", "merged"]


# A hundred an article, and a frozen one takes four times as long to make. Nothing changes one.
@dataclass(slots=True, unsafe_hash=True)
class Decision:
    """What ``rule`` decided about ``body[start:end]``.

    Outcomes: ``kept`` (a mention), ``claimed`` (a look-alike rule took it: it is something else),
    ``lost`` (an overlap, to rule ``by``), ``refused`` (by the check or condition ``by``),
    ``merged`` (into the entry named in ``by``).
    """

    field: str
    rule: str
    start: int
    end: int
    outcome: Outcome
    by: str | None = None


def note(doc: Doc, decision: Decision) -> None:
    """Append a decision to the doc's decision log."""
    cached(doc, "decisions", _log).append(decision)


def _log(doc: Doc) -> list[Decision]:
    """Return the doc's own list: spaCy's look-up of an attribute costs more than the note."""
    log: list[Decision] = doc._.decisions
    return log
