"""Who did what to whom, and who says so (HURIDOCS: act, victim, perpetrator, source)."""

from pydantic import Field

from custody_records.contract.base import Mention, Provenance, Strict
from custody_records.contract.values import EventStatus, EventType


class Event(Strict):
    """One distinct happening; ``evidence`` are the sentences that tell it."""

    type: EventType
    status: EventStatus
    facility: str | None
    place: str | None
    date: str | None
    subjects: list[str]
    actors: list[str]
    sources: list[str]
    evidence: list[Mention] = Field(min_length=1)
    provenance: list[Provenance]
