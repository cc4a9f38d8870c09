"""What ``rules/setting`` may say: the steps by which an event gets its setting, and their words."""

from pathlib import Path
from typing import Literal

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.mentions import Mention
from custody_records.contract.values import Basis, EventType, FacilityKind
from custody_records.rulebook import Rule, RuleFile, WordList, read, read_list

Field = Literal["facility", "place", "date"]
Way = Literal["clause", "reference", "town", "paragraph", "only", "shared", "person", "section"]


class Step(Rule):
    """One way in which the text ties a facility, place or date to an event.

    ``field`` is what it gives, ``basis`` what the record says of it, ``way`` how it is found:
    ``clause`` (named in the event's own clause), ``reference`` (a phrase of the clause refers to
    it), ``town`` (the clause names the town of one facility), ``paragraph`` (the last one that the
    paragraph named), ``only`` (the only one of the text, or that it is about), ``shared``
    (lent by an event told just before), ``person`` (where the one whom it befell was told to be),
    ``section`` (the date that heads a chronicle's section).
    """

    field: Field
    basis: Basis
    way: Way


class SettingWords(RuleFile):
    """``words.yaml``; the file says what each list is for."""

    facility_nouns: WordList
    modified_nouns: WordList
    modifiers: WordList
    plural_facility_nouns: WordList
    named_nouns: WordList
    kinds_of_nouns: dict[str, tuple[FacilityKind, ...]]
    kinds_of_modifiers: dict[str, tuple[FacilityKind, ...]]
    definite: WordList
    earlier: WordList
    moves: WordList
    simultaneous: WordList
    there: WordList
    other: WordList
    indefinite: WordList
    possessive: WordList
    owning: WordList
    hospitals: WordList
    everywhere: WordList
    outside: WordList
    vehicles: WordList
    aboard: WordList
    holding: WordList
    courts: WordList
    parts: WordList
    inside_people: WordList
    prisoners: WordList
    visitors: WordList
    visitor_types: tuple[EventType, ...]
    outside_actors: WordList
    former: WordList
    of_several: WordList
    who: WordList
    nationals: WordList
    courts_apply_to: tuple[EventType, ...]
    stated_only: tuple[EventType, ...]
    left_types: tuple[EventType, ...]
    located_bodies: WordList
    inward: WordList
    outward: WordList
    toward: WordList
    goal: WordList
    from_types: tuple[EventType, ...]
    dating: WordList
    happenings: WordList
    born: WordList
    than: WordList
    time_order: WordList
    ending: WordList
    reasons: WordList
    appearing: WordList
    about: WordList
    visited_types: tuple[EventType, ...]
    coming: WordList
    fatal: WordList
    issuing: WordList
    later: WordList
    near: WordList


class SettingRules:
    """The steps by field and way, and the words."""

    def __init__(self, folder: Path) -> None:
        here = folder / "setting"
        self.words = read(here / "words.yaml", SettingWords)
        self.steps: dict[tuple[Field, Way], Step] = {(s.field, s.way): s for s in load(folder)}

    def step(self, field: Field, way: Way) -> Step:
        """Return the step of a field. Raises KeyError, for a way that the file leaves out."""
        return self.steps[field, way]

    def argument(self, mention: Mention, field: Field, way: Way) -> Argument:
        """Return a mention as what the step of a field found."""
        step, reading, entity = self.step(field, way), mention.reading, mention.entity
        return Argument(
            reading.start,
            reading.end,
            reading.start,
            step.id,
            step.field,
            basis=step.basis,
            entity=entity.id if entity else None,
        )


def load(folder: Path) -> tuple[Step, ...]:
    """Return the steps, which are tried in this order."""
    return read_list(folder / "setting" / "steps.yaml", Step, "steps")
