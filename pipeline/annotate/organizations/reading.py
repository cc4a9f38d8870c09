"""What one mention of a organization says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OrganizationReading:
    """``start`` and ``end`` are the exact offsets of the name in characters."""

    start: int
    end: int
    rule: str
    name: str
