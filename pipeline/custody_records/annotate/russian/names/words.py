"""The words that names are told by: ``ru`` of organizations, places and people."""

from dataclasses import dataclass
from pathlib import Path

from custody_records.rulebook import CasedRegex, Regex, RuleData, kept, read


class OrganizationWords(RuleData):
    """What names a body; the file says what each list is for."""

    nouns: frozenset[str]
    complete: frozenset[str]
    alone: frozenset[str]
    complete_with: dict[str, frozenset[str]]
    generic: frozenset[str]
    numbered: frozenset[str]
    named_for: frozenset[str]
    territories: frozenset[str]
    type_words: frozenset[str]
    branches: frozenset[str]
    levels: frozenset[str]
    ministries: frozenset[str]
    branch_adjectives: frozenset[str]
    chambers: frozenset[str]
    chambers_of: frozenset[str]
    seats: frozenset[str]
    proper_adjectives: frozenset[str]
    no_bodies: dict[str, frozenset[str]]
    for_subjects: frozenset[str]
    no_subjects: frozenset[str]
    links: dict[str, str]
    deeds: dict[str, dict[str, str]]
    local: frozenset[str]
    shortened: dict[str, str]
    abbreviations: frozenset[str]
    words: frozenset[str]
    not_bodies: frozenset[str]
    naming_adjective: Regex
    prefixes: frozenset[str]
    known: frozenset[str]
    known_quoted: frozenset[str]
    spoken_for: frozenset[str]
    title_nouns: frozenset[str]
    domain: Regex


class PlaceWords(RuleData):
    """What stands around the names of places."""

    regions: frozenset[str]
    settlements: frozenset[str]
    names_after: frozenset[str]
    within: frozenset[str]


class PeopleWords(RuleData):
    """Nouns for human beings."""

    roles: frozenset[str]
    kin: frozenset[str]
    leading: frozenset[str]
    not_leading: frozenset[str]
    origins: frozenset[str]
    aides: frozenset[str]
    undeclined: frozenset[str]
    some: frozenset[str]
    former: Regex
    called: CasedRegex
    courtesy: frozenset[str]
    no_roles: frozenset[str]
    links: frozenset[str]
    age_before: Regex
    age_after: Regex
    age_word: Regex
    participle: Regex
    substantive_endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameWords:
    """All of them."""

    organizations: OrganizationWords
    places: PlaceWords
    people: PeopleWords


@kept("organizations/ru.yaml", "places/ru/words.yaml", "people/ru.yaml")
def load(rules: Path) -> NameWords:
    """Return the words of a folder of rules. Raises RuleError."""
    return NameWords(
        read(rules / "organizations" / "ru.yaml", OrganizationWords),
        read(rules / "places" / "ru" / "words.yaml", PlaceWords),
        read(rules / "people" / "ru.yaml", PeopleWords),
    )


def plain(lemma: str) -> str:
    """Return a lemma as the lists have it: with е for ё."""
    return lemma.replace("ё", "е")
