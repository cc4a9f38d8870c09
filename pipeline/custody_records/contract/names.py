"""People, organisations and places: entries that a name identifies."""

from pydantic import Field

from custody_records.contract.base import Entry, Link


class Person(Entry):
    """A named human being; ``name`` is the fullest form printed, ``age`` in whole years."""

    name: str = Field(min_length=1)
    roles: list[str]
    age: int | None = Field(ge=0, le=150)


class Organization(Entry):
    """A named body; ``name`` is the fullest form printed, without "the" or a possessive."""

    name: str = Field(min_length=1)


class Place(Entry):
    """A named country, region, settlement, district, river or mountain."""

    name: str = Field(min_length=1)
    link: Link | None = None
