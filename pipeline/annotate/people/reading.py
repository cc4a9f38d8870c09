"""What one mention of a person says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonReading:
    """``start`` and ``end`` are the exact offsets of the name in characters."""

    start: int
    end: int
    rule: str
    name: str
    roles: tuple[str, ...] = ()
    age: int | None = None
