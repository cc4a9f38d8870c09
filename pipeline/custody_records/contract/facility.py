"""A place of detention identified by a code, a number or a proper name."""

from pydantic import Field, model_validator

from custody_records.contract.base import Entry, Link
from custody_records.contract.values import FacilityKind


class Facility(Entry):
    """``code`` is canonical (``LA-155/18``, ``IK-6``, ``No. 72``); one of code and name is set."""

    code: str | None
    name: str | None
    kind: FacilityKind | None
    place: str | None
    country: str | None = Field(pattern=r"^[A-Z]{2}$")
    aliases: list[str] = Field(default_factory=list)
    link: Link | None = None

    @model_validator(mode="after")
    def _is_identified(self) -> "Facility":
        if self.code is None and self.name is None:
            raise ValueError("a facility needs a code or a name")
        return self
