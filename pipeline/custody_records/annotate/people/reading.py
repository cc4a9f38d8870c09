"""What one mention of a person says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonReading:
    """``start`` and ``end`` are the exact offsets of the name in characters.

    ``kin`` tells that a role makes the person somebody's relative ("his wife"), ``alias`` that the
    name is a second one of the person named before.
    """

    start: int
    end: int
    rule: str
    name: str
    roles: tuple[str, ...] = ()
    age: int | None = None
    kin: bool = False
    alias: bool = False
