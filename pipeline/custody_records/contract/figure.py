"""A counted number of people, cases, reports, facilities or other things of the story."""

from pydantic import model_validator

from custody_records.contract.base import Entry
from custody_records.contract.values import Qualifier


class Figure(Entry):
    """``unit`` is the counted noun phrase as printed, without the number."""

    value: int | float
    max: int | float | None
    qualifier: Qualifier | None
    unit: str
    predicate: str | None

    @model_validator(mode="after")
    def _ascending(self) -> "Figure":
        if self.max is not None and self.max < self.value:
            raise ValueError(f"a figure's range runs up: {self.value}-{self.max}")
        return self
