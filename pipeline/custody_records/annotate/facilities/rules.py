"""The rules of facilities: code families, abbreviations, prison words, look-alikes."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from custody_records.annotate import lookalikes
from custody_records.annotate.facilities.list_rules import ListFile
from custody_records.annotate.numbers import load as load_numbers
from custody_records.contract.values import FacilityKind
from custody_records.rulebook import (
    CasedRegex,
    CaselessRegex,
    Cells,
    Phrase,
    Regex,
    Rule,
    RuleData,
    RuleFile,
    cells,
    read,
    read_list,
    read_table,
)

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


# What a code can have: as many letters are looked for before a number, as many digits behind it.
MOST_LETTERS = 4
MOST_DIGITS = 2


def _readable(letters: str) -> str:
    """Refuse letters that are never found in a text."""
    if not 0 < len(letters) <= MOST_LETTERS or not letters.isalnum():
        raise ValueError(
            f"{letters!r} would never be found: write one to {MOST_LETTERS} letters without dashes"
        )
    return letters


def _readable_code(code: str) -> str:
    """Refuse a code whose unit is never read."""
    unit = code.rpartition("/")[2] if "/" in code else ""
    if len(re.sub(r"\D", "", unit)) > MOST_DIGITS:
        raise ValueError(
            f"{code!r} would never be found: a unit has at most {MOST_DIGITS} digits; correct it"
        )
    return code


Letters = Annotated[str, AfterValidator(_readable)]
Code = Annotated[str, AfterValidator(_readable_code)]


class Family(Rule):
    """Letters, a directorate's number, a unit: ``LA-155/18``."""

    country: Country
    letters: Letters
    number: str = Field(pattern=r"^\d+$")
    spellings: tuple[Letters, ...]
    bare: bool = False
    unit_types: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class UnitType(RuleData):
    """The letter that tells what a Turkmen institution is; ``cyrillic``: all that stand for it."""

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
    home: Regex | None = None
    needs: Literal["word"] | None = None
    as_printed: bool = False
    dash: bool = False
    region: bool = False


class Noun(Rule):
    """A word for a place of detention; ``pattern`` matches its forms, whole words, any case.

    ``medical`` tells forms that are hospitals. ``elsewhere`` is its kind outside the colony
    countries: a "Correctional Facility" of New York is a prison. ``titled`` tells when the
    capitalised noun ends a name: ``modified`` only with a modifier ("Seydi Penal Colony", not
    Delhi's quarter "Geeta Colony"), ``always`` even with a mere town before it ("Seydi Labour
    Camp", not "Minsk Prison").
    """

    pattern: Regex
    plural: Regex
    kind: FacilityKind | None
    code: str
    strong: bool = True
    generic: bool = False
    elsewhere: FacilityKind | None = None
    medical: Regex | None = None
    titled: Literal["named", "modified", "always"] = "named"


def _folded(word: str) -> str:
    """Refuse a word that folding makes unreachable: the text is folded before the look-up."""
    if word != word.casefold() or word != word.strip():
        raise ValueError(f"{word!r} is looked up in folded text: write {word.casefold().strip()!r}")
    return word


Folded = Annotated[str, AfterValidator(_folded)]


class Modifiers(RuleData):
    """Words that may stand before a noun, in lower case."""

    plain: frozenset[Folded]
    loose: frozenset[Folded]
    never: frozenset[Folded]
    kinds: dict[FacilityKind, frozenset[Folded]]
    behind: dict[FacilityKind, CaselessRegex]


class NameRule(Rule):
    """A way in which facilities are named; what it looks for stands in code and gazetteer."""


class KnownFacility(RuleData):
    """A row of the gazetteer: a facility, what it is called, and who says so.

    ``names`` are its proper names; ``alone`` tells that the first of them means the facility
    without a prison word beside it (Lefortovo is also a district, Butyrka is not). Degrees are
    WGS 84, of the settlement. ``valid_from`` and ``valid_to`` are years.
    """

    id: str = Field(pattern=r"^[a-z]{2}-[a-z0-9-]+$")
    country: Country
    code: Code | None = None
    other_codes: Annotated[tuple[Code, ...], BeforeValidator(cells)] = ()
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

    @property
    def verified(self) -> bool:
        """Whether somebody can look up where the row is from."""
        return not self.source.startswith("general knowledge")

    def in_use(self, year: int | None) -> bool:
        """Tell whether the row holds in a year; in any where none is known."""
        if year is None:
            return True
        begun = self.valid_from is None or self.valid_from <= year
        return begun and (self.valid_to is None or year <= self.valid_to)


class TypedFamilyFile(RuleFile):
    """``typed_families.yaml``."""

    types: dict[str, UnitType]
    rules: tuple[TypedFamily, ...]


class NumberWords(RuleData):
    """What stands around the number of an institution."""

    plain_right: Phrase
    compound: Phrase
    named_before: Phrase
    plain_neighbour: Phrase


class SurroundingFile(RuleFile):
    """``surroundings.yaml``."""

    place: Phrase
    owner: Phrase
    beside: Phrase
    apposition: Phrase
    introduces: Phrase
    of_town: Phrase
    comma_town: Phrase
    told: Phrase
    town_before: Phrase
    sentence_in: Phrase
    speech: Phrase
    region_behind: Phrase
    owner_first: Phrase
    possessed: Phrase
    indefinite: Phrase
    demonstrative: Phrase
    definite: Phrase
    nearby: Phrase
    lies: Phrase
    scene: Phrase
    located: Phrase
    left_for: Phrase
    held_in: Phrase
    far_bureaus: frozenset[str]


class JoinFile(RuleFile):
    """``joins.yaml``."""

    between: Phrase
    mark: Phrase
    called: Phrase
    bracket: Phrase
    within: Phrase
    old_number: Phrase
    also: Phrase
    bare_in: Phrase
    named_by_number: Phrase
    by_type: Phrase
    list_goes_on: Phrase
    as_known: Phrase
    letters: Phrase


class WordFile(RuleFile):
    """``words.yaml``."""

    typed_numbers: frozenset[Country]
    colony_countries: frozenset[Country]
    modifiers: Modifiers
    detention: Phrase
    numbers: NumberWords
    after: tuple[Regex, ...]
    not_a_place: frozenset[str]
    also_places: frozenset[str]
    place_endings: frozenset[str]
    nouns: tuple[Noun, ...]

    def names_whole(self, country: str | None) -> bool:
        """Tell whether a country's prisons go by whole names and not by their numbers alone."""
        return country is not None and country not in self.colony_countries


class Leading(Rule):
    """Names that begin with their noun; see the head of that part of ``names.yaml``.

    ``whole`` tells what follows the noun instead of a name; ``country`` is that of all of them;
    ``near`` asks for a word of detention in the text around.
    """

    noun: Regex
    joined: Regex = ""
    whole: Regex | None = None
    kind: FacilityKind
    country: Country | None = None
    near: bool = False


class Held(Rule):
    """Names that end in ``noun``, a facility's where ``before`` or ``behind`` tells of custody.

    ``near``: also wherever a word of detention stands in the text around.
    """

    noun: Regex
    before: CasedRegex
    behind: CasedRegex
    kind: FacilityKind
    near: bool = False


class NameWords(RuleData):
    """What surrounds names; each pattern says for itself where it is looked for."""

    ward: Phrase
    apposed_before: Phrase
    apposed_after: Phrase
    bare_before: Phrase
    phrase_before: Phrase
    full_before: Phrase
    town_after: Phrase
    of_a_people: Phrase
    of_a_body: Phrase
    with_article: Phrase
    called: Phrase
    known_as: Phrase
    counted_follows: Phrase
    held_before: Phrase
    held_behind: Phrase
    its_camp: Phrase
    apposes: Phrase
    free_before: Phrase
    own_before: Phrase
    numbered: Phrase
    attributive: Phrase
    custody_before: Phrase
    at_it: Phrase
    lies_in: Phrase
    free_behind: Phrase
    other_thing: Phrase
    local: Phrase
    told_town: Phrase
    young: Phrase
    womens: Phrase
    graded_town: Phrase
    of_its_town: Phrase
    the_one: Phrase
    goes_on: Phrase
    tail: Phrase
    zone: Phrase
    zone_before: Phrase
    few_words: Phrase
    apposed_zone: Phrase


class NameFile(RuleFile):
    """``names.yaml``: the ways of naming, and the words that are no name by themselves."""

    not_a_name: frozenset[Folded]
    words: NameWords
    grades: frozenset[Folded]
    joining: tuple[str, ...]
    types: frozenset[Folded]
    opening: frozenset[Folded]
    saintly: frozenset[str]
    gendered: tuple[str, ...]
    abbreviated: tuple[str, ...]
    particles: tuple[str, ...]
    leading_particles: tuple[str, ...]
    leading: tuple[Leading, ...]
    held: tuple[Held, ...]
    rules: tuple[NameRule, ...]


class CaseEndings(RuleFile):
    """``endings.yaml``: the Russian endings of the names of ``gazetteer.csv``.

    ``nouns``: the ending of a nominative → those of all its cases.
    """

    adjectives: CasedRegex
    nouns: dict[str, tuple[str, ...]]


class FacilityRules:
    """Every rule file of facilities, read once."""

    def __init__(self, rules: Path) -> None:
        folder = rules / "facilities"
        self.families = read_list(folder / "families.yaml", Family)
        self.typed = read(folder / "typed_families.yaml", TypedFamilyFile)
        self.abbreviations = read_list(folder / "abbreviations.yaml", Abbreviation)
        self.words = read(folder / "words.yaml", WordFile)
        self.numbers = load_numbers(rules, "en")
        self.lookalikes = lookalikes.load(folder)
        self.names = read(folder / "names.yaml", NameFile)
        self.surroundings = read(folder / "surroundings.yaml", SurroundingFile)
        self.lists = read(folder / "lists.yaml", ListFile)
        self.joins = read(folder / "joins.yaml", JoinFile)
        self.endings = read(folder / "endings.yaml", CaseEndings)
        self.gazetteer = read_table(folder / "gazetteer.csv", KnownFacility)
