"""A facility found by its name."""

from dataclasses import dataclass

from custody_records.annotate.facilities.rules import KnownFacility
from custody_records.annotate.facilities.words import FacilityNoun
from custody_records.contract.values import FacilityKind


@dataclass(frozen=True, slots=True)
class NamedHit:
    """A named facility at ``[start, end)``; ``refused`` says why a known name is none here.

    ``kind`` is what the name itself tells ("HMP Larkstone" is a prison).
    """

    start: int
    end: int
    rule: str
    name: str
    country: str | None = None
    known: KnownFacility | None = None
    noun: FacilityNoun | None = None
    kind: FacilityKind | None = None
    refused: str | None = None
