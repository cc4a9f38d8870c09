"""Number words as data: one file a language under ``rules/numbers``."""

from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from custody_records.rulebook import read


class NumberWords(BaseModel):
    """The file ``rules/numbers/<language>.yaml``; all words in lower case."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    cardinals: dict[str, int | float]  # полтора is one and a half
    multipliers: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    ordinal_endings: list[str] = []
    ordinal_stems: dict[str, int] = {}
    ordinal_stem_endings: list[str] = []
    ordinal_joints: list[str] = []
    articles: list[str] = []
    half_of: list[str] = []
    and_a_half: list[str] = []
    joiners: list[str] = []
    range_joiners: list[str] = []
    between: list[str] = []
    between_joiners: list[str] = []
    year_prepositions: list[str] = []

    @cached_property
    def spelled(self) -> dict[str, int | float]:
        """Cardinals and ordinals up to ninety-nine in words, compounds joined by a hyphen."""
        found = {**self.cardinals, **self.ordinals}
        tens = {word: n for word, n in self.cardinals.items() if n >= 20 and n % 10 == 0}
        units = {word: n for word, n in found.items() if n < 10}
        return found | {f"{ten}-{unit}": tens[ten] + units[unit] for ten in tens for unit in units}

    def value(self, word: str) -> int | float | None:
        """Return what a number word up to ninety-nine stands for, None if it is none."""
        return self.spelled.get(word.casefold())


def languages(rules: Path) -> list[str]:
    """Return the ISO 639-1 codes of the languages that have number words, sorted."""
    return sorted(path.stem for path in (rules / "numbers").glob("*.yaml"))


def load(rules: Path, language: str) -> NumberWords:
    """Read a language's number words from the folder of rules. Raises RuleError."""
    return read(rules / "numbers" / f"{language}.yaml", NumberWords)
