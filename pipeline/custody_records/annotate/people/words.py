"""How roles and ages are worded: ``people/roles.yaml`` and ``people/ages.yaml``."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from custody_records.annotate.lexicon.lexicon import ENGLISH
from custody_records.annotate.numbers import load
from custody_records.annotate.people.ages import AgeFile, Ages
from custody_records.rulebook import RuleFile, read


class RoleFile(RuleFile):
    """``people/roles.yaml``; the file says what each list and pattern is for."""

    tails: frozenset[str]
    body_tails: frozenset[str]
    subjects: frozenset[str]
    held: frozenset[str]
    generic: frozenset[str]
    small: frozenset[str]
    closing: frozenset[str]
    openers: frozenset[str]
    small_in_office: frozenset[str]
    determiners: frozenset[str]
    closed: re.Pattern[str]
    of_body: re.Pattern[str]
    copula: re.Pattern[str]
    whence: re.Pattern[str]
    serves: re.Pattern[str]
    called: re.Pattern[str]
    origin: re.Pattern[str]
    adverbs: tuple[str, ...]
    once: tuple[str, ...]
    loose: frozenset[str]
    where: frozenset[str]
    aside: frozenset[str]
    ordinals: frozenset[str]
    relative: frozenset[str]
    agent_endings: tuple[str, ...]
    charge: tuple[str, ...]
    either: frozenset[str]
    office_tails: frozenset[str]
    be: frozenset[str]
    past: tuple[str, ...]
    ex: tuple[str, ...]
    fates: frozenset[str]
    honours: frozenset[str]
    restricting: frozenset[str]
    passing: frozenset[str]
    indefinite: frozenset[str]
    between_names: re.Pattern[str]
    naming: frozenset[str]
    some: frozenset[str]
    of_group: frozenset[str]
    pronouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """The wording of roles and ages; ``counts`` are cardinals above one, lower case."""

    roles: RoleFile
    ages: Ages
    counts: frozenset[str]

    @classmethod
    def read(cls, rules: Path) -> Self:
        """Read them from a folder of rules. Raises RuleError."""
        numbers = load(rules, ENGLISH)
        return cls(
            roles=read(rules / "people" / "roles.yaml", RoleFile),
            ages=Ages(read(rules / "people" / "ages.yaml", AgeFile), numbers),
            counts=frozenset(word for word, n in numbers.cardinals.items() if n > 1),
        )
