"""The rule files of statutes, as models: an unknown key or a regex that fails is an error."""

import re
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from pipeline.rulebook.rule import Rule

Level = Literal[
    "order", "article", "section", "rule", "part", "paragraph", "item", "point", "subpoint"
]


class Strict(BaseModel):
    """A table row that refuses unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def compiles(pattern: str) -> str:
    """Return the pattern if it is a regular expression. Raises ValueError."""
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return pattern


class Marker(Rule):
    """Words that announce the number of a legal rule, before, behind or by an ordinal."""

    level: Level
    strong: bool = False
    cased: bool = False
    before: list[str] = []
    after: list[str] = []
    ordinal: list[str] = []

    @field_validator("before", "after", "ordinal")
    @classmethod
    def _compiles(cls, patterns: list[str]) -> list[str]:
        return [compiles(pattern) for pattern in patterns]


class Markers(Strict):
    """``markers.yaml``."""

    markers: list[Marker]


class Country(Strict):
    """How instruments name a country, and what signs behind a number mean there."""

    id: str = Field(pattern=r"^[A-Z]{2}$")
    names: list[str]
    before: list[str]
    dot: Literal["whole", "part"]
    bracket: Literal["part", "index"]


class Countries(Strict):
    """``countries.yaml``."""

    countries: list[Country]


class Code(Strict):
    """A kind of instrument that many countries have."""

    id: str
    name: str
    kind: str = "code"
    family: str | None = None
    articles: int | None = None
    names: list[str]
    abbreviations: list[str] = []
    source: str


class Codes(Strict):
    """``codes.yaml``."""

    codes: list[Code]


class Version(Strict):
    """A code of one country while it was in force; ``to`` is its last day, None if it still is."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    id: str
    code: str
    country: str
    official: str
    since: date = Field(alias="from")
    to: date | None = None
    inserted: list[str] = []
    undivided: list[str] = []
    source: str

    @cached_property
    def known_inserted(self) -> frozenset[str]:
        """Articles with an index."""
        return frozenset(self.inserted)

    @cached_property
    def known_undivided(self) -> frozenset[str]:
        """Articles with none inserted behind them."""
        return frozenset(self.undivided)


class Versions(Strict):
    """``in_force.yaml``."""

    in_force: list[Version]


class Instrument(Strict):
    """A treaty or law that is one instrument; see the head of ``instruments.yaml``."""

    id: str
    name: str
    kind: str
    jurisdiction: str | None = None
    unit: Literal["article", "rule"] = "article"
    articles: int | None = None
    names: list[str]
    abbreviations: list[str] = []
    beside: list[str] = []
    only: list[str] = []
    source: str


class Instruments(Strict):
    """``instruments.yaml``."""

    instruments: list[Instrument]


class Title(Rule):
    """A way in which the titles of laws are printed."""

    kind: str
    head: str
    walk: Literal["left", "right"]
    pattern: str
    beside: bool = False
    not_left: list[str] = []
    not_right: list[str] = []

    @field_validator("head", "pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        return compiles(pattern)


class Titles(Strict):
    """``titles.yaml``."""

    titles: list[Title]


class Lookalike(Rule):
    """What looks like a reference and is none."""

    pattern: str

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        return compiles(pattern)


class Lookalikes(Strict):
    """``lookalikes.yaml``."""

    lookalikes: list[Lookalike]
