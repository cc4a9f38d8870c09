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
    personal: frozenset[str]
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
    there: frozenset[str]
    former: frozenset[str]
    facility_nouns: frozenset[str]
    quantities: frozenset[str]
    stand_ins: frozenset[str]
    natives: frozenset[str]
    known_by: frozenset[str]
    same_roles: tuple[frozenset[str], ...]
    prisoners: frozenset[str]
    former_prefix: str
    words_of: frozenset[str]
    occurring: frozenset[str]
    dating: frozenset[str]
    learning: frozenset[str]
    terms: frozenset[str]
    unnamed_bodies: frozenset[str]
    following: frozenset[str]

    def same_roles_as(self, lemma: str) -> frozenset[str]:
        """Return the nouns that mean the same role as one, itself among them."""
        return next((same for same in self.same_roles if lemma in same), frozenset({lemma}))


@kept("participants/ru.yaml")
def load(rules: Path) -> ParticipantWords:
    """Return the words of a folder of rules. Raises RuleError."""
    return read(rules / "participants" / "ru.yaml", ParticipantWords)
