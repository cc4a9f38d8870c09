"""Spans that look like time and are not: phone numbers, newspapers, streets, "24/7"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from custody_records.rulebook import Rule, read


class Lookalike(Rule):
    """A regular expression that claims what it matches; ``value`` if it names an event by date.

    Every match holds one of the ``cues``; a rule without any is tried on every text.
    """

    pattern: str
    cues: tuple[str, ...] = ()
    value: str | None = None

    def patterns(self) -> dict[str, str]:
        """Return the rule's regular expression."""
        return {"pattern": self.pattern}


class LookalikeFile(BaseModel):
    """The file ``lookalikes.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: list[Lookalike]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claimed span and the rule that claims it."""

    start: int
    end: int
    rule: Lookalike


class Lookalikes:
    """The rules of ``lookalikes.yaml``, compiled."""

    def __init__(self, rules: list[Lookalike]) -> None:
        self.rules = rules
        self._compiled = [(rule, re.compile(rule.pattern)) for rule in rules]

    @classmethod
    def load(cls, folder: Path) -> "Lookalikes":
        """Read ``lookalikes.yaml`` in ``folder``. Raises RuleError."""
        return cls(read(folder / "lookalikes.yaml", LookalikeFile).rules)

    def claims(self, text: str) -> Iterator[Claim]:
        """Yield the claimed spans, by rule and then in text order."""
        for rule, pattern in self._compiled:
            if rule.cues and not any(cue in text for cue in rule.cues):
                continue
            for match in pattern.finditer(text):
                yield Claim(match.start(), match.end(), rule)
