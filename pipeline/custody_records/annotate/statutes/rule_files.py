"""The rule files of citations, countries, offences, and how citations lean on the text around."""

import re
from typing import Any, Literal

from pydantic import Field, model_validator

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


class CitationFile(RuleFile):
    """``citations.yaml``; its head says what each key is for."""

    conjunctions: tuple[str, ...]
    joins: tuple[str, ...]
    to: tuple[str, ...]
    of: tuple[str, ...]
    determiners: tuple[str, ...]
    ahead: tuple[str, ...]
    number_sign: Regex
    plural: tuple[Regex, ...]
    digit_endings: tuple[str, ...]
    follows_list: tuple[str, ...]
    counted: tuple[Regex, ...]
    us_title: Regex
    both: dict[Literal["en", "ru"], Regex]
    repeats: tuple[Regex, ...]
    same: Phrase
    behind_index: Regex
    behind_roman: Regex


class Country(RuleFile):
    """How legal texts name a country, and what a dot or a bracket means there."""

    id: str = Field(pattern=r"^[A-Z]{2}$")
    names: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    dot: Literal["whole", "part"] = "whole"
    bracket: Literal["part", "index"] = "part"
    letter: Literal["point", "part"] = "point"
    acts_of: Literal["articles", "sections"] = "articles"


class CountryWords(RuleData):
    """What stands between an instrument's name and a country; see the head of the file."""

    prepositions: tuple[str, ...]
    republic: Regex
    editions: tuple[str, ...]
    of_other: Regex
    united_nations: Regex
    us_title: Regex
    opens: Phrase
    body_behind: Phrase
    seat_before: Phrase


class CountryFile(RuleFile):
    """``countries.yaml``."""

    words: CountryWords
    countries: tuple[Country, ...]


class Nickname(Phrase):
    """An article by its number alone; ``language`` is that of the word that is left out."""

    language: Literal["en", "ru"]


class BareNumberRules(RuleFile):
    """``bare_numbers.yaml``."""

    announced: tuple[Phrase, ...]
    nicknames: tuple[Nickname, ...]
    spelled: tuple[Nickname, ...]
    subject: Phrase
    object: Phrase
    closes: Phrase


class ResolutionRules(RuleFile):
    """``resolution.yaml``."""

    between: tuple[Regex, ...]
    chapters: Regex
    gap: Regex
    prepositions: tuple[Regex, ...]
    linked: tuple[Regex, ...]
    penal: Phrase
    unnamed_list: Phrase
    legal_near: Phrase
    treaties: frozenset[str]
    kin: dict[str, tuple[str, ...]]


class ContextRules(RuleFile):
    """``context.yaml``."""

    penal_kinds: frozenset[str]
    no_penalties: frozenset[str]
    linked: tuple[Regex, ...]
    goes_on: Phrase
    each_sentenced: Phrase
    verdict: Phrase
    sentences: Phrase
    convicted: Phrase
    refers: Phrase
    cleared_before: Phrase
    cleared_list: Phrase
    convicted_between: Phrase
    cleared_behind: Phrase
    place_among: Phrase
    places: dict[str, int]
    for_offence: Phrase
    law_alone: Phrase
    law_imposes: Phrase
    anonymous: Phrase
    changed: Phrase
    last_alone: Phrase
    offence_between: Phrase
    next_article: Phrase
    cites: Phrase
    several: Phrase
