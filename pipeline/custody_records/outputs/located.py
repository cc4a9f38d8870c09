"""How exactly a link's point tells where a thing is, and in which country it lies.

A place's point is a settlement's own; a region's is its administrative centre's and a country's
its capital's, which says where to write on a map and not where anything happened.
"""

import csv
from functools import cache
from typing import Any, Literal

from custody_records.rulebook import rules_dir

Precision = Literal["settlement", "region", "country"]
_ISO = "iso-3166-2"
_GEONAMES = "geonames"


def precision(link: dict[str, Any]) -> Precision:
    """Return what the point of a link stands for."""
    if link["authority"] == _ISO:
        return "region"
    if link["authority"] == _GEONAMES and link["id"] in _country_ids():
        return "country"
    return "settlement"


def point(entry: dict[str, Any]) -> tuple[float, float] | None:
    """Return (longitude, latitude) of an entry's link in degrees WGS 84, None without one."""
    link = entry.get("link")
    if not link or link["latitude"] is None or link["longitude"] is None:
        return None
    return link["longitude"], link["latitude"]


def country(link: dict[str, Any] | None) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country that a place's link lies in."""
    if link is None:
        return None
    if link["authority"] == _ISO:
        return str(link["id"])[:2]
    if link["authority"] == _GEONAMES:
        return _country_ids().get(link["id"]) or _settlements().get(link["id"])
    return None


@cache
def country_names() -> dict[str, str]:
    """Return the English name of every country by its code."""
    with (rules_dir() / "country" / "countries.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["names"].split(";")[0] for row in csv.DictReader(file)}


@cache
def _country_ids() -> dict[str, str]:
    with (rules_dir() / "places" / "country_ids.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["code"] for row in csv.DictReader(file)}


@cache
def _settlements() -> dict[str, str]:
    with (rules_dir() / "places" / "settlements.csv").open(encoding="utf-8", newline="") as file:
        return {row[1]: row[2] for row in csv.reader(file)}
