"""The map under the points: the world's larger towns as faint dots, in plain degrees.

There are no tiles and no coastline file: where people live draws the continents well enough to
tell where a colony stands. Source: the gazetteer of settlements in ``rules/places`` (GeoNames,
CC BY 4.0).
"""

import csv
from functools import cache

from custody_records.rulebook import rules_dir

_LEAST = 100_000  # inhabitants


@cache
def basemap() -> list[list[float]]:
    """Return [longitude, latitude] of every town above the least size, in degrees WGS 84."""
    with (rules_dir() / "places" / "settlements.csv").open(encoding="utf-8", newline="") as file:
        towns = {
            row["id"]: [round(float(row["longitude"]), 1), round(float(row["latitude"]), 1)]
            for row in csv.DictReader(file)
            if int(row["population"] or 0) >= _LEAST
        }
    return sorted(towns.values())
