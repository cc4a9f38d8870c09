"""Who did what to whom, and who says so (HURIDOCS: act, victim, perpetrator, source)."""

from pydantic import Field

from custody_records.contract.base import Mention, Provenance, Strict
from custody_records.contract.values import Basis, EventStatus, EventType


class EventBasis(Strict):
    """How the text ties a value to the event; null where the value is null.

    ``sentence``: stated in its own clause or sentence; ``reference``: by a phrase that refers to
    it ("the colony"); ``paragraph`` and ``article``: inferred from what those speak of.
    """

    facility: Basis | None = None
    place: Basis | None = None
    date: Basis | None = None


class Event(Strict):
    """One distinct event; ``evidence`` are the sentences that tell it."""

    type: EventType
    status: EventStatus
    facility: str | None
    place: str | None
    date: str | None
    subjects: list[str]
    actors: list[str]
    sources: list[str]
    basis: EventBasis | None = None
    evidence: list[Mention] = Field(min_length=1)
    provenance: list[Provenance]
