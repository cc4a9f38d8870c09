"""GeoJSON (RFC 7946): facilities and places that have coordinates, each once, for a map.

A feature is a thing of the corpus with its articles, their dates and the events tied to it.
``precision`` tells what its point is of: a settlement, a region (its centre). Countries have no
point: a dot on a capital says that something happened there. Entries without a link are left out;
their number is told.
"""

from pathlib import Path
from typing import Any

from custody_records.outputs.basis import inferred
from custody_records.outputs.exports.source import Source
from custody_records.outputs.exports.things import facility_key, place_key, thing_id
from custody_records.outputs.located import country, point, precision
from custody_records.outputs.write import to_json, write_text

NAME = "records.geojson"


def write(source: Source, folder: Path) -> list[Path]:
    """Write the collection and return its path."""
    found: dict[str, dict[str, Any]] = {}
    unplaced = 0
    for record in source.records():
        for field, key_of in (("facilities", facility_key), ("places", place_key)):
            for entry in record.get(field) or ():
                link = entry.get("link")
                if not link or (point(entry) is None and precision(link) != "country"):
                    unplaced += 1
                    continue
                id_ = thing_id(field, *key_of(entry)[0])
                feature = found.setdefault(id_, _feature(id_, field, entry, link))
                _add(feature["properties"], record, entry, field)
    collection = {
        "type": "FeatureCollection",
        "features": [found[id_] for id_ in sorted(found)],
        "unplaced": unplaced,
    }
    path = folder / NAME
    write_text(path, to_json(collection) + "\n")
    return [path]


def _feature(id_: str, field: str, entry: dict[str, Any], link: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": id_,
        "geometry": None
        if precision(link) == "country"
        else {"type": "Point", "coordinates": [link["longitude"], link["latitude"]]},
        "properties": {
            "field": field,
            "name": entry.get("code") or entry["name"],
            "kind": entry.get("kind"),
            "precision": precision(link),
            "verified": link.get("verified"),
            "country": entry.get("country") or country(link),
            "authority": link["authority"],
            "authority_id": link["id"],
            "articles": [],
            "events": [],
        },
    }


def _add(properties: dict[str, Any], record: dict[str, Any], entry: Any, field: str) -> None:
    article = record["article"]
    told = {name: article[name] for name in ("id", "title", "published", "url")}
    if told not in properties["articles"]:
        properties["articles"].append(told)
    names = {entry.get("code"), entry["name"]} - {None}
    tied = "facility" if field == "facilities" else "place"
    properties["events"] += [
        {
            "type": e["type"],
            "status": e["status"],
            "date": e["date"],
            "inferred": list(inferred(e)),
            "article": article["id"],
        }
        for e in record.get("events") or ()
        if e[tied] in names
    ]
