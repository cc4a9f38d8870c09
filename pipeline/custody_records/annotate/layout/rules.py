"""The rules of sentences: abbreviations whose point ends none."""

from pathlib import Path
from typing import Literal

from pydantic import Field

from custody_records.rulebook import Rule, read_list


class AbbreviationRule(Rule):
    """After ``abbreviations`` no sentence ends if what follows is ``before``.

    ``unless_function_word``: a capital function word ("The") opens a sentence all the same.
    """

    abbreviations: frozenset[str] = Field(min_length=1, alias="words")
    before: Literal["any", "digit", "lower"]
    unless_function_word: bool = False


def load(rules: Path) -> tuple[AbbreviationRule, ...]:
    """Return the rules of the layout of a text."""
    return read_list(rules / "layout" / "abbreviations.yaml", AbbreviationRule)
