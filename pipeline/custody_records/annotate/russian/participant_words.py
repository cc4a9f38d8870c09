"""The words by which participants are told: ``rules/participants/ru.yaml``."""

from pathlib import Path

from custody_records.contract.values import FacilityKind
from custody_records.rulebook import RuleData, kept, read


class ParticipantWords(RuleData):
    """The file says what each list is for."""

    people: frozenset[str]
    bodies: frozenset[str]
    officials: frozenset[str]
    staff: frozenset[str]
    media: frozenset[str]
    pronouns: frozenset[str]
    plural_pronouns: frozenset[str]
    feminine: frozenset[str]
    possessives: frozenset[str]
    relatives: frozenset[str]
    latter: frozenset[str]
    voices: frozenset[str]
    collective: frozenset[str]
    first_person: frozenset[str]
    kinds_of_nouns: dict[str, frozenset[FacilityKind]]
    outside: frozenset[str]
    origins: frozenset[str]
    former: frozenset[str]
    facility_nouns: frozenset[str]
    quantities: frozenset[str]
    stand_ins: frozenset[str]
    dead: frozenset[str]
    prisoners: frozenset[str]
    words_of: frozenset[str]
    occurring: frozenset[str]
    dating: frozenset[str]
    terms: frozenset[str]
    following: frozenset[str]


@kept("participants/ru.yaml")
def load(rules: Path) -> ParticipantWords:
    """Return the words of a folder of rules. Raises RuleError."""
    return read(rules / "participants" / "ru.yaml", ParticipantWords)
