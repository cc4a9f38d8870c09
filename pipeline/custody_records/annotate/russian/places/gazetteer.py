"""Known places by their Russian names: ``rules/places/ru``."""

import re
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from custody_records.annotate.places.gazetteer import GEONAMES, KnownPlace, PlaceKind
from custody_records.contract.fold import place_key
from custody_records.rulebook import Cells, RuleData, read_table
from custody_records.rulebook.sorted_table import SortedTable

_LONG, _SHORT = 4, 2  # letters at the beginning of long and of short names
_CITY = 50_000
_FIVE_DIGITS = re.compile(rb"\d{5,}")  # of a population that may be a city's


class _Country(RuleData):
    code: str
    names: Cells


class _Area(RuleData):
    name: str
    kind: PlaceKind
    country: str | None = None
    aliases: Cells = ()


class RussianGazetteer:
    """Countries and areas by their own tables, settlements from GeoNames."""

    def __init__(self, rules: Path) -> None:
        folder = rules / "places" / "ru"
        self._settlements = SortedTable(folder / "settlements.csv")
        self._country_ids = SortedTable(rules / "places" / "country_ids.csv")
        self._wide: dict[str, list[tuple[PlaceKind, str | None]]] = {}
        self.full: dict[str, str] = {}
        for country in read_table(folder / "countries.csv", _Country):
            for name in country.names:
                self._wide.setdefault(place_key(name), []).append(("country", country.code))
                if name.isupper():
                    self.full[name] = country.names[0]
        for area in read_table(folder / "areas.csv", _Area):
            for name in (area.name, *area.aliases):
                self._wide.setdefault(place_key(name), []).append((area.kind, area.country))
                self.full[name] = area.name
        self.find = lru_cache(20_000)(self._find)
        cities = self._settlements.firsts_with(_FIVE_DIGITS)
        self._openings = {_stem(name) for names in (self._wide, cities) for name in names}
        two = [key.split(" ") for key in self._wide]
        self._pairs = {(_stem(a), _stem(b)) for a, b in self._settlements.pairs()}
        self._pairs |= {(_stem(pair[0]), _stem(pair[1])) for pair in two if len(pair) == 2}

    @staticmethod
    @cache
    def of(rules: Path) -> "RussianGazetteer":
        """Return the gazetteer of a folder of rules."""
        return RussianGazetteer(rules)

    def _find(self, name: str) -> tuple[KnownPlace, ...]:
        """Return every known place of that name, larger settlements first."""
        return (*self.wide(name), *self._rows(name))

    def may_know(self, word: str) -> bool:
        """Tell whether a country, region, area or city can begin as a word (lower case) does."""
        return any(stem in self._openings for stem in _stems(word))

    def begins(self, first: str, second: str) -> bool:
        """Tell whether any name of two words can have these, in whatever case of theirs.

        Most that have the letters turn out to be none; what has not need not be declined.
        """
        return any(pair in self._pairs for pair in product(_stems(first), _stems(second)))

    def wide(self, name: str) -> tuple[KnownPlace, ...]:
        """Return the countries, regions and areas of that name."""
        found = []
        for kind, country in self._wide.get(place_key(name), ()):
            rows = self._country_ids.find(country) if kind == "country" and country else []
            if rows:
                _, id_, latitude, longitude = rows[0]
                point = float(latitude or 0), float(longitude or 0)
                found.append(KnownPlace(kind, country, GEONAMES, id_, *point))
            else:
                found.append(KnownPlace(kind, country))
        return tuple(found)

    def cities(self, name: str) -> tuple[KnownPlace, ...]:
        """Return the settlements of that name with so many people that the bare name tells."""
        return tuple(k for k in self.find(name) if k.population >= _CITY)

    def _rows(self, name: str) -> tuple[KnownPlace, ...]:
        found = []
        for row in self._settlements.find(place_key(name)):
            _, id_, country, latitude, longitude, population = row
            point = float(latitude), float(longitude)
            found.append(
                KnownPlace("settlement", country, GEONAMES, id_, *point, population=int(population))
            )
        return tuple(found)


def _stem(name: str) -> str:
    """Return the letters of a name that no case changes: "Орёл" and "Елец" lose a vowel."""
    return name[:_LONG] if len(name) > 2 * _LONG - 2 else name[:_SHORT]


def _stems(form: str) -> tuple[str, str]:
    """Return what the stem can be of a name that a word (lower case) is a form of."""
    key = place_key(form)
    return key[:_LONG], key[:_SHORT]
