"""What a person decided about one article: the review file, one JSON file an article."""

from typing import Any, Literal

from pydantic import Field

from custody_records.compare.gold.read import State
from custody_records.contract import Strict

SCHEMA_VERSION = "1.0"
# The article's own title, day, author and dateline are decided on like an entry.
ARTICLE = "article"

Verdict = Literal["accepted", "corrected", "rejected", "added"]


class Decision(Strict):
    """A verdict on one entry, whose ``value`` is what gold gets (or is denied).

    ``value`` is an entry of the contract without provenance; each of its mentions has ``start``
    and ``end``, null for a mention of gold that was not found in the text.
    """

    field: str
    verdict: Verdict
    value: dict[str, Any]
    by: str | None = None

    @property
    def kept(self) -> bool:
        """Whether the value belongs to gold."""
        return self.verdict != "rejected"


class Document(Strict):
    """All decisions on an article, by the key of the entry.

    ``version`` counts the writes: whoever writes says which version was read. ``fields`` are
    those that the review covers.
    """

    schema_version: str = SCHEMA_VERSION
    article: str
    version: int = Field(default=0, ge=0)
    state: State = "untouched"
    fields: list[str]
    decisions: dict[str, Decision] = Field(default_factory=dict)

    def with_decisions(self, changes: dict[str, Decision | None]) -> "Document":
        """Return the next version: each change sets a decision, or takes it back (None)."""
        decisions = {k: d for k, d in {**self.decisions, **changes}.items() if d is not None}
        state: State = "reviewed" if self.state == "reviewed" else "in_work"
        if not decisions and state == "in_work":
            state = "untouched"
        return self._next(decisions=decisions, state=state)

    def with_state(self, state: State) -> "Document":
        """Return the next version in another state."""
        return self._next(state=state)

    def _next(self, **changes: Any) -> "Document":
        return self.model_copy(update={**changes, "version": self.version + 1})
