"""What an article is about: one entity for each distinct thing, with all of its mentions.

Plain values only, so that entities are written with their doc. Offsets are characters of the doc.
"""

from dataclasses import dataclass
from typing import Literal

from custody_records.contract import Link
from custody_records.contract.statute import Penalty
from custody_records.contract.values import DateModifier, FacilityKind, Maker, Qualifier

PlaceKind = Literal["country", "region", "area", "settlement"]
EntityType = Literal["facility", "statute", "person", "organization", "place", "date", "figure"]


@dataclass(frozen=True, slots=True)
class Made:
    """Which rule, model or gazetteer made an entity; ``base`` is what a value derives from."""

    by: Maker
    id: str
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One distinct thing. ``id`` is its index in ``doc._.entities``.

    ``canonical`` is what a record calls it where it takes part in something else: a facility's
    code or name, a person's fullest name, a date's value.
    """

    id: int
    type: EntityType
    canonical: str
    mentions: tuple[tuple[int, int], ...]
    made: tuple[Made, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityEntity(Entity):
    """A place of detention."""

    type: EntityType = "facility"
    code: str | None
    name: str | None
    kind: FacilityKind | None
    place: str | None
    country: str | None
    aliases: tuple[str, ...]
    link: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatuteEntity(Entity):
    """A rule of a legal instrument; ``title`` is that of a code in titles (United States)."""

    type: EntityType = "statute"
    instrument: str | None
    jurisdiction: str | None
    title: str | None
    article: str | None
    part: str | None
    point: str | None
    offence: str | None
    penalties: tuple[Penalty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEntity(Entity):
    """An entity that a record calls by its name alone."""

    @property
    def name(self) -> str:
        """Its fullest name."""
        return self.canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntity(NamedEntity):
    """A named human being; ``kin``: a role makes the person somebody's relative."""

    type: EntityType = "person"
    roles: tuple[str, ...]
    age: int | None
    kin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationEntity(NamedEntity):
    """A named body."""

    type: EntityType = "organization"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntity(NamedEntity):
    """A named place; ``kind`` and ``country`` (ISO 3166) are those of its link, or None."""

    type: EntityType = "place"
    link: Link | None
    country: str | None
    kind: PlaceKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateEntity(Entity):
    """A calendar value in TIMEX3 form; ``end`` closes a range."""

    type: EntityType = "date"
    value: str
    end: str | None
    modifier: DateModifier | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureEntity(Entity):
    """A counted number of things."""

    type: EntityType = "figure"
    value: int | float
    max: int | float | None
    qualifier: Qualifier | None
    unit: str
    predicate: str | None
