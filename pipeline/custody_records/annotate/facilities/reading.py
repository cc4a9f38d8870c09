"""What one mention of a facility says."""

from dataclasses import dataclass

from custody_records.contract import Link
from custody_records.contract.values import FacilityKind


@dataclass(frozen=True, slots=True)
class FacilityReading:
    """``start`` and ``end`` are the exact offsets of the mention in characters.

    ``kind``, ``place`` and ``country`` are what is said beside the mention or follows from the
    code. ``generic`` kinds ("prison") yield to a more specific one elsewhere in the article.
    ``numbered`` tells that its code is a noun and a number ("colony No. 6"). ``alias_of`` is the
    code or name of the same facility that the text joins to this one, as in "No. 28 (formerly
    RU-170/3)". ``region`` tells that ``place`` is no settlement ("Alabama") or only near.
    ``known`` is the id of the gazetteer row that it stands for.
    """

    start: int
    end: int
    rule: str
    code: str | None = None
    name: str | None = None
    kind: FacilityKind | None = None
    place: str | None = None
    region: bool = False
    country: str | None = None
    generic: bool = False
    numbered: bool = False
    alias_of: str | None = None
    known: str | None = None
    link: Link | None = None

    @property
    def identity(self) -> str | None:
        """What mentions of one facility share."""
        return self.known or self.alias_of or self.code or self.name
