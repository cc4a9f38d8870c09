"""The event types: what each does in the pipeline, read from ``rules/events/types.yaml``."""

from pathlib import Path
from typing import Literal, get_args

from pydantic import model_validator

from custody_records.contract.values import EventType
from custody_records.rulebook import RuleFile, read

ALL: tuple[EventType, ...] = get_args(EventType)


# How far the facility of an event may be sought: see rules/events/types.yaml.
FacilityReach = Literal["spoken_of", "referred", "own"]


class TypeTraits(RuleFile):
    """One event type; ``types.yaml`` says at its head what each trait means."""

    type: EventType
    befalls: Literal["held", "people", "anyone"]
    facility: FacilityReach
    legal_step: bool = False
    befallen: bool = False
    consequence: bool = False
    has_consequences: bool = False
    witnessed: bool = False
    public_act: bool = False
    by_actors: bool = False
    own_act: bool = False
    about_named: bool = False
    contested: bool = False
    each_day: bool = False
    background: bool = False
    answers: Literal["never", "always", "unnamed"] = "never"


class EventTypes(RuleFile):
    """``types.yaml``: one row for each type of the record contract."""

    types: tuple[TypeTraits, ...]

    @model_validator(mode="after")
    def _are_the_contracts(self) -> "EventTypes":
        rows = [row.type for row in self.types]
        twice = sorted({type_ for type_ in rows if rows.count(type_) > 1})
        if twice:
            raise ValueError(f"{', '.join(twice)}: more than one row")
        missing = [type_ for type_ in ALL if type_ not in rows]
        if missing:
            raise ValueError(f"no row for {', '.join(missing)}, which the record contract allows")
        return self

    def __getitem__(self, type_: EventType) -> TypeTraits:
        return next(row for row in self.types if row.type == type_)


def load_types(folder: Path) -> EventTypes:
    """Return the table of event types of a folder of rules. Raises RuleError."""
    return read(folder / "events" / "types.yaml", EventTypes)
