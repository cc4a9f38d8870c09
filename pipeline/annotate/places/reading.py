"""What one mention of a place says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """``start`` and ``end`` are the exact offsets of the name in characters."""

    start: int
    end: int
    rule: str
    name: str
