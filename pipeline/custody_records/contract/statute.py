"""A reference to a written legal rule, or to a named instrument by itself."""

from typing import Literal

from pydantic import Field, model_validator

from custody_records.contract.base import Entry, Strict
from custody_records.contract.values import PenaltyKind


class Penalty(Strict):
    """What a rule provides or a court imposed; ``min`` and ``max`` are counts of ``unit``."""

    kind: PenaltyKind
    min: int | float | None
    max: int | float | None
    unit: Literal["day", "week", "month", "year", "hour"] | str | None


class Statute(Entry):
    """``article``, ``part`` and ``point`` are as printed; ``instrument`` is null if unknown.

    ``title`` is the title of the United States Code that a section is of ("18").
    """

    instrument: str | None
    jurisdiction: str | None = Field(pattern=r"^([A-Z]{2}|CoE)$")
    title: str | None = None
    article: str | None
    part: str | None
    point: str | None
    offence: str | None
    penalties: list[Penalty]

    @model_validator(mode="after")
    def _refers_to_something(self) -> "Statute":
        if self.instrument is None and self.article is None and self.part is None:
            raise ValueError("a statute needs an instrument or an article")
        return self
