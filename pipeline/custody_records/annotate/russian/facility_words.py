"""The words by which a text places its facilities and calls them: ``facilities/ru.yaml``."""

from custody_records.contract.values import FacilityKind
from custody_records.rulebook import Regex, RuleData


class FacilityPlaceWords(RuleData):
    """The file says what each is for."""

    behind: Regex
    before: Regex
    regions: Regex
    adjectives: tuple[Regex, ...]
    town_endings: tuple[str, ...]
    irregular_towns: dict[str, str]
    regime: frozenset[str]
    reference: Regex
    near: Regex
    custody: Regex
    dateline: Regex
    demonstratives: frozenset[str]
    level: Regex
    levels: dict[str, FacilityKind]
    explained: Regex
    kinds: dict[str, FacilityKind]
    modifiers: dict[str, FacilityKind]
    general: frozenset[str]
