"""Which mentions of places are one place.

Mentions of one name are; so are mentions of a country or settlement under two names that stand
for the same known place ("U.S." and "United States").
"""

from typing import ClassVar

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import Entity, Made, PlaceEntity
from custody_records.annotate.entities.resolver import TypeResolver, UnionFind, made_by, mentions_of
from custody_records.annotate.places.reading import PlaceReading
from custody_records.contract import Link
from custody_records.contract.fold import place_key


class Places(TypeResolver):
    """Clusters places."""

    field: ClassVar[str] = "places"
    attribute: ClassVar[str] = "place"

    def link(self, doc: Doc, found: list[PlaceReading], clusters: UnionFind) -> None:
        """Join mentions by name; a name that is new by the known place that it stands for."""
        first_of_name: dict[str, int] = {}
        name_of_known: dict[str, str] = {}
        for index, reading in enumerate(found):
            name = place_key(reading.name)
            if name not in first_of_name and reading.link and reading.link.kind != "region":
                known = f"{reading.link.authority}:{reading.link.id}"
                name = name_of_known.setdefault(known, name)
            clusters.join(first_of_name.setdefault(name, index), index)

    def entity(self, id_: int, group: list[PlaceReading]) -> PlaceEntity:
        """Return the place; its name is the longest, of one length not the dateline's capitals."""
        fullest = max(group, key=lambda r: (len(r.name), not r.name.isupper()))
        made = [
            Made("gazetteer", m.id) if m.id.startswith("place.gazetteer") else m
            for m in made_by(group)
        ]
        known_as = next((r.link for r in group if r.link), None)
        kind = known_as.kind if known_as else None
        country = known_as.country if known_as else None
        linked = next((r for r in group if r.link and r.link.authority and r.link.id), None)
        link = None
        if linked and (known := linked.link):
            link = Link(
                authority=str(known.authority),
                id=str(known.id),
                latitude=known.latitude,
                longitude=known.longitude,
            )
            made.append(Made("gazetteer", linked.choice or "", known.country))
        return PlaceEntity(
            id=id_,
            canonical=fullest.name,
            mentions=mentions_of(group),
            made=tuple(made),
            link=link,
            country=country,
            kind=kind,
        )

    def is_merged(self, reading: PlaceReading, group: list[PlaceReading], entity: Entity) -> bool:
        """Tell whether the mention has another name than the first."""
        return place_key(reading.name) != place_key(group[0].name)
