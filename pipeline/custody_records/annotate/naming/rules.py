"""The rules of names: spans that hold names and are none of people, organizations, places."""

import re
from pathlib import Path

from pydantic import Field, field_validator

from custody_records.rulebook import Rule, RuleFile, read


class ClaimRule(Rule):
    """``pattern`` claims its group ``name`` (or ``name2``), else all that it matches.

    ``cue`` is a cheap pattern that must occur in the text before ``pattern`` is tried.
    """

    pattern: str = Field(min_length=1)
    cue: str = Field(min_length=1)

    @field_validator("pattern", "cue")
    @classmethod
    def _compiles(cls, value: str) -> str:
        re.compile(value)
        return value

    def patterns(self) -> dict[str, str]:
        """Return the rule's regular expressions by name."""
        return {"pattern": self.pattern, "cue": self.cue}


class ClaimFile(RuleFile):
    """``names/claims.yaml``."""

    rules: tuple[ClaimRule, ...]


def load(rules: Path) -> tuple[ClaimRule, ...]:
    """Return the rules of names."""
    return read(rules / "names" / "claims.yaml", ClaimFile).rules
