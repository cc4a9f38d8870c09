"""The file ``countries.yaml`` as models."""

from typing import Literal

from pydantic import Field

from custody_records.rulebook import Phrase, Regex, RuleData, RuleFile


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
