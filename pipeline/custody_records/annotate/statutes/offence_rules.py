"""The file ``offences.yaml`` as models."""

import re
from typing import Any, Literal

from pydantic import model_validator

from custody_records.rulebook import Phrase, Regex, Rule, RuleData, RuleFile


class Offence(Rule):
    """Where the name of an offence stands; see the head of ``offences.yaml``."""

    side: Literal["before", "after"]
    starts_line: bool = False
    kind: Literal["noun", "any"] | None = None
    led: Regex = ""
    pattern: Regex


class OffenceWords(RuleData):
    """What tells the name of an offence from something else."""

    kinds: Phrase
    doing: Phrase
    lead_in: Phrase
    of_somebody: Phrase
    deed: Phrase
    no_name: Phrase
    sentence: Phrase
    not_in_deed: Phrase
    helping: Phrase
    respective: Phrase
    names_joined: Phrase


class OffenceFile(RuleFile):
    """``offences.yaml``; the pieces of ``shared`` are put into the patterns that name them."""

    shared: dict[str, Regex]
    words: OffenceWords
    offences: tuple[Offence, ...]

    @model_validator(mode="before")
    @classmethod
    def _filled_in(cls, given: Any) -> Any:
        shared = given.get("shared", {})
        names = "|".join(map(re.escape, shared))
        rows = [
            row | {"pattern": re.sub(rf"\{{({names})\}}", lambda m: shared[m[1]], row["pattern"])}
            for row in given.get("offences", ())
            if names and "pattern" in row
        ]
        return given | ({"offences": rows} if rows else {})
