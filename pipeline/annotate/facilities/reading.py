"""What one mention of a facility says."""

from dataclasses import dataclass

from pipeline.contract.values import FacilityKind


@dataclass(frozen=True, slots=True)
class FacilityReading:
    """``start`` and ``end`` are the exact offsets of the mention in characters."""

    start: int
    end: int
    rule: str
    code: str | None = None
    name: str | None = None
    kind: FacilityKind | None = None
    place: str | None = None
    country: str | None = None
