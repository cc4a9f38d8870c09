"""The rules of the facilities room: code families, abbreviations, prison words, look-alikes."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from custody_records.contract.values import FacilityKind
from custody_records.rulebook import Regex, Rule, RuleFile, cells, read, read_table

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Cells = Annotated[tuple[str, ...], BeforeValidator(cells)]


class Family(Rule):
    """Letters, a directorate's number, a unit: ``LA-155/18``."""

    country: Country
    letters: str
    number: str = Field(pattern=r"^\d+$")
    spellings: tuple[str, ...]
    bare: bool = False
    unit_types: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class UnitType(BaseModel):
    """The letter that tells what a Turkmen institution is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    cyrillic: str
    kind: FacilityKind | None = None


class TypedFamily(Rule):
    """Letters of a region, a letter of the type, a number: ``LB-E/12``."""

    country: Country
    letters: str
    spellings: tuple[str, ...]


class Abbreviation(Rule):
    """A type of institution by its letters: ``IK-6``."""

    spellings: tuple[str, ...]
    code: str
    kind: FacilityKind
    in_country: dict[str, str] = Field(default_factory=dict)
    country: Country | None = None
    needs: Literal["word"] | None = None
    as_printed: bool = False
    dash: bool = False
    region: bool = False


class Noun(Rule):
    """A word for a place of detention; ``pattern`` matches its forms, whole words, any case.

    ``elsewhere`` is its kind outside the colony countries: a "Correctional Facility" of New York
    is a prison. ``titled`` tells when the capitalised noun ends a name: ``modified`` only with
    a modifier ("Seydi Penal Colony", not Delhi's quarter "Geeta Colony"), ``always`` even with
    a mere town before it ("Seydi Labour Camp", not "Minsk Prison").
    """

    pattern: Regex
    plural: Regex
    kind: FacilityKind | None
    code: str
    strong: bool = True
    generic: bool = False
    elsewhere: FacilityKind | None = None
    titled: Literal["named", "modified", "always"] = "named"

    def patterns(self) -> dict[str, str]:
        """Return the noun's pattern."""
        return {"pattern": self.pattern}


def _folded(word: str) -> str:
    """Refuse a word that folding makes unreachable: the text is folded before the look-up."""
    if word != word.casefold() or word != word.strip():
        raise ValueError(f"{word!r} is looked up in folded text: write {word.casefold().strip()!r}")
    return word


Folded = Annotated[str, AfterValidator(_folded)]


class Modifiers(BaseModel):
    """Words that may stand before a noun, in lower case."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    plain: frozenset[Folded]
    loose: frozenset[Folded]
    never: frozenset[Folded]
    kinds: dict[FacilityKind, frozenset[Folded]]


class LookAlike(Rule):
    """Claims what ``pattern`` matches within a line: it is no facility.

    ``sign`` is a cheap pattern; lines without it are skipped.
    """

    pattern: Regex
    sign: Regex

    def patterns(self) -> dict[str, str]:
        """Return the claiming pattern and its sign."""
        return {"pattern": self.pattern, "sign": self.sign}


class NameRule(Rule):
    """A way in which facilities are named; what it looks for stands in code and gazetteer."""


class Known(BaseModel):
    """A row of the gazetteer: a facility, what it is called, and who says so.

    ``names`` are its proper names; ``alone`` tells that the first of them means the facility
    without a prison word beside it (Lefortovo is also a district, Butyrka is not). Degrees are
    WGS 84, of the settlement. ``valid_from`` and ``valid_to`` are years.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z]{2}-[a-z0-9-]+$")
    country: Country
    code: str | None = None
    other_codes: Cells = ()
    names: Cells = ()
    cyrillic: Cells = ()
    alone: bool = False
    kind: FacilityKind | None = None
    place: str | None = None
    region: str | None = None
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    valid_from: int | None = None
    valid_to: int | None = None
    source: str


class FamilyFile(RuleFile):
    """``families.yaml``."""

    rules: tuple[Family, ...]


class TypedFamilyFile(RuleFile):
    """``typed_families.yaml``."""

    types: dict[str, UnitType]
    rules: tuple[TypedFamily, ...]


class AbbreviationFile(RuleFile):
    """``abbreviations.yaml``."""

    rules: tuple[Abbreviation, ...]


class WordFile(RuleFile):
    """``words.yaml``."""

    typed_numbers: frozenset[Country]
    colony_countries: frozenset[Country]
    modifiers: Modifiers
    after: tuple[Regex, ...]
    not_a_place: frozenset[str]
    nouns: tuple[Noun, ...]


class LookAlikeFile(RuleFile):
    """``lookalikes.yaml``."""

    rules: tuple[LookAlike, ...]


class NameFile(RuleFile):
    """``names.yaml``: the ways of naming, and the words that are no name by themselves."""

    not_a_name: frozenset[Folded]
    rules: tuple[NameRule, ...]


class FacilityRules:
    """Every rule file of the room, read once."""

    def __init__(self, rules: Path) -> None:
        folder = rules / "facilities"
        self.families = read(folder / "families.yaml", FamilyFile).rules
        self.typed = read(folder / "typed_families.yaml", TypedFamilyFile)
        self.abbreviations = read(folder / "abbreviations.yaml", AbbreviationFile).rules
        self.words = read(folder / "words.yaml", WordFile)
        self.lookalikes = read(folder / "lookalikes.yaml", LookAlikeFile).rules
        self.names = read(folder / "names.yaml", NameFile)
        self.gazetteer = read_table(folder / "gazetteer.csv", Known)


def load(rules: Path) -> list[Rule]:
    """Return every rule of the room that has examples."""
    loaded = FacilityRules(rules)
    return [
        *loaded.lookalikes,
        *loaded.families,
        *loaded.typed.rules,
        *loaded.abbreviations,
        *loaded.words.nouns,
        *loaded.names.rules,
    ]
