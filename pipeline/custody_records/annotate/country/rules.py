"""The rules by which an article's country is told: a table of cues and how they weigh."""

from pathlib import Path

from pydantic import Field

from custody_records.rulebook import Cells, Phrase, Rule, RuleData, RuleFile, read, read_table


class Country(RuleData):
    """What names a country: its names, demonyms, cues (its cities, regions, services).

    ``signs`` point to it and are looked at by nothing else: prisons, smaller towns, forces.
    ``cyrillic_stems`` are beginnings of lower-cased Russian and Kazakh words, whole words with a
    full stop behind them: "дания." is not Daniyar.
    """

    code: str = Field(pattern=r"^[A-Z]{2}$")
    names: Cells
    adjectives: Cells = ()
    cues: Cells = ()
    signs: Cells = ()
    cyrillic_stems: Cells = ()


class Towns(RuleData):
    """Smaller towns of a country, as printed there."""

    code: str = Field(pattern=r"^[A-Z]{2}$")
    towns: Cells


class Weights(RuleData):
    """How much one occurrence of each kind of evidence counts."""

    name: float
    adjective: float
    cue: float
    sign: float
    town: float
    cyrillic: float
    address: float


class CountryRule(Rule):
    """Weighs the evidence; ``enough`` is a sum of weights, ``lead`` a ratio to the second best.

    ``enough_alone`` is enough where the text points to no other country. ``home_press`` are
    countries whose press mostly writes of them: by top-level domain and by the publisher's name.
    ``elsewhere`` is what stands before a country that the story is not set in, ``seat`` what stands
    behind one, ``person`` what only looks like a country's name.
    """

    weights: Weights
    title_factor: float
    opening_factor: float
    opening_characters: int
    home_press: frozenset[str]
    enough: float
    enough_alone: float
    elsewhere: Phrase
    seat: Phrase
    person: Phrase
    lead: float = Field(gt=1)


class CountryRules(RuleFile):
    """``weights.yaml``: exactly one rule."""

    rules: tuple[CountryRule]


def load(rules: Path) -> tuple[CountryRule]:
    """Return the rule of the country."""
    return read(rules / "country" / "weights.yaml", CountryRules).rules


def load_countries(rules: Path) -> list[Country]:
    """Return the table of countries."""
    return read_table(rules / "country" / "countries.csv", Country)


def load_towns(rules: Path) -> list[Towns]:
    """Return the table of smaller towns."""
    return read_table(rules / "country" / "towns.csv", Towns)
