"""Known places: countries, regions, areas and settlements, looked up by name."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from spacy.language import Language

from custody_records.annotate.country.rules import load_countries
from custody_records.annotate.places.rules import load_contexts
from custody_records.annotate.resources import shared
from custody_records.contract.fold import ARTICLE, place_key
from custody_records.rulebook import Cells, RuleData, read_table
from custody_records.rulebook.sorted_table import SortedTable

PlaceKind = Literal["country", "region", "area", "settlement"]
GEONAMES, ISO = "geonames", "iso-3166-2"


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A known place. ``country`` is ISO 3166-1 alpha-2; degrees are WGS 84.

    A country's point is its capital's, a region's its administrative centre's. An area that no
    authority numbers has no ``id``.
    """

    kind: PlaceKind
    country: str | None
    authority: str | None = None
    id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    capital: bool = False


class _Region(RuleData):
    code: str
    names: Cells
    centre: str


class _Area(RuleData):
    """``own``: a place of its own although countries.csv has it as a name of its country."""

    name: str
    country: str | None = None
    own: bool = False


class PlaceGazetteer:
    """What ``rules/places`` and ``rules/country`` know."""

    def __init__(self, rules: Path) -> None:
        folder = rules / "places"
        # The generic words that end the name of a region.
        self.generic = load_contexts(rules).patterns.generic
        self._settlements = SortedTable(folder / "settlements.csv")
        self._subdivisions = SortedTable(folder / "subdivisions.csv")
        self._country_ids = SortedTable(folder / "country_ids.csv")
        self._countries: dict[str, list[list[str]]] = {}
        self.adjectives: set[str] = set()
        self._small: dict[str, list[tuple[PlaceKind, str | None, str | None]]] = {}
        areas = read_table(folder / "areas.csv", _Area)
        own = {area.name for area in areas if area.own}
        for country in load_countries(rules):
            for name in country.names:
                if name in own:
                    continue
                self._small.setdefault(place_key(name), []).append(("country", country.code, None))
            self.adjectives.update(place_key(adjective) for adjective in country.adjectives)
        for area in areas:
            held = self._small.setdefault(place_key(area.name), [])
            if not any(kind == "country" for kind, _, _ in held):
                held.append(("area", area.country, None))
        self._regions: dict[str, list[_Region]] = {}
        for region in read_table(folder / "regions.csv", _Region):
            for name in region.names:
                self._regions.setdefault(place_key(name), []).append(region)
        self._known = lru_cache(maxsize=8192)(self._find)  # a long run brings ever new names
        # First words of countries and areas as printed in text, lower case: a cheap first look.
        self.first_words = {re.split(r"[ -]", name)[0] for name in self._small}
        self.first_words |= {name.replace(" ", "-") for name in self._small}

    @staticmethod
    @cache
    def of(rules: Path) -> "PlaceGazetteer":
        """Return the gazetteer of a folder of rules; the proposer and the linker share it."""
        return PlaceGazetteer(rules)

    def find(self, name: str) -> tuple[KnownPlace, ...]:
        """Return every known place of that name, larger settlements first."""
        return self._known(place_key(name))

    def _find(self, folded: str) -> tuple[KnownPlace, ...]:
        found = (*self.wide(folded), *self.regions(folded), *self.settlements(folded))
        return found or self.settlements(f"{ARTICLE}{folded}")  # "The Hague" without its article

    def wide(self, name: str) -> tuple[KnownPlace, ...]:
        """Return the countries and areas of that name."""
        found = []
        for kind, country, _ in self._small.get(place_key(name), ()):
            rows = self._country(country) if kind == "country" and country else []
            if rows:
                _, id_, latitude, longitude = rows[0]
                found.append(
                    KnownPlace(
                        kind, country, GEONAMES, id_, _degrees(latitude), _degrees(longitude)
                    )
                )
            else:
                found.append(KnownPlace(kind, country))
        return tuple(found)

    def regions(self, name: str) -> tuple[KnownPlace, ...]:
        """Return the regions of that name (without their generic word)."""
        folded = place_key(name)
        found = [self._region(region) for region in self._regions.get(folded, ())]
        if not found:
            found = [
                KnownPlace("region", country, ISO, code)
                for _, code, country in self._subdivisions.find(folded)
            ]
        return tuple(found)

    def _region(self, region: _Region) -> KnownPlace:
        country = region.code[:2]
        centre = next((c for c in self.settlements(region.centre) if c.country == country), None)
        return KnownPlace(
            "region",
            country,
            ISO,
            region.code,
            centre.latitude if centre else None,
            centre.longitude if centre else None,
        )

    def settlements(self, name: str) -> tuple[KnownPlace, ...]:
        """Return the settlements of that name, the largest first."""
        return tuple(self._settlement(row) for row in self._settlements.find(place_key(name)))

    def _settlement(self, row: list[str]) -> KnownPlace:
        _, id_, country, latitude, longitude, population = row
        capital = any(place[2:] == [latitude, longitude] for place in self._country(country))
        point = float(latitude), float(longitude)
        return KnownPlace("settlement", country, GEONAMES, id_, *point, int(population), capital)

    def _country(self, code: str) -> list[list[str]]:
        if code not in self._countries:
            self._countries[code] = self._country_ids.find(code)
        return self._countries[code]


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None


def gazetteer_of(nlp: Language, rules: Path) -> PlaceGazetteer:
    """Return the pipeline's gazetteer of a folder of rules. Raises RuleError."""
    return shared(nlp, "gazetteer", rules, lambda: PlaceGazetteer(rules))
