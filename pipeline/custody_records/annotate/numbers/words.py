"""Number words as data: one file a language under ``rules/numbers``."""

import re
from functools import cached_property
from pathlib import Path

from pydantic import Field

from custody_records.rulebook import CaselessRegex, RuleData, read


class NumberWords(RuleData):
    """The file ``rules/numbers/<language>.yaml``; all words in lower case."""

    cardinals: dict[str, int | float]  # полтора is one and a half
    multipliers: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    ordinal_endings: tuple[str, ...] = ()
    ordinal_stems: dict[str, int] = Field(default_factory=dict)
    ordinal_stem_endings: tuple[str, ...] = ()
    ordinal_joints: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    half_of: tuple[str, ...] = ()
    and_a_half: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    range_joiners: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    between_joiners: tuple[str, ...] = ()
    year_prepositions: tuple[str, ...] = ()
    decimal_comma: bool = False
    lone: CaselessRegex = re.compile("(?!)")

    @cached_property
    def spelled(self) -> dict[str, int | float]:
        """Cardinals and ordinals up to ninety-nine in words, compounds joined by a hyphen."""
        found = {**self.cardinals, **self.ordinals}
        tens = {word: n for word, n in self.cardinals.items() if n >= 20 and n % 10 == 0}
        units = {word: n for word, n in found.items() if n < 10}
        return found | {f"{ten}-{unit}": tens[ten] + units[unit] for ten in tens for unit in units}


def languages(rules: Path) -> list[str]:
    """Return the ISO 639-1 codes of the languages that have number words, sorted."""
    return sorted(path.stem for path in (rules / "numbers").glob("*.yaml"))


def load(rules: Path, language: str) -> NumberWords:
    """Read a language's number words from the folder of rules. Raises RuleError."""
    return read(rules / "numbers" / f"{language}.yaml", NumberWords)
