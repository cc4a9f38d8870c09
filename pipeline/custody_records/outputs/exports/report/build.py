"""``report.html``: the corpus as one page, for people who would rather look than read."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from custody_records.contract import FIELDS
from custody_records.contract.fold import fold
from custody_records.outputs.exports.report.facilities import sections
from custody_records.outputs.exports.report.map import basemap
from custody_records.outputs.exports.source import Record, Source
from custody_records.outputs.exports.things import place_key, thing_id
from custody_records.outputs.page.render import render
from custody_records.outputs.write import write_text

NAME = "report.html"
_SHOWN = ("title", "publisher", "author", "published", "published_basis", "url", "notice")


def write(source: Source, folder: Path) -> list[Path]:
    """Write the page and return its path."""
    articles, records = [], []
    for record in source.records():
        articles.append(_article(record, source.body(record)))
        records.append(record)
    data = {
        "articles": articles,
        "fields": list(FIELDS),
        "glance": glance(records),
        "facilities": sections(records),
        "basemap": basemap(),
        "points": _points(records),
    }
    path = folder / NAME
    write_text(path, render("custody_records.outputs.exports.report", data))
    return [path]


def glance(records: list[Record]) -> dict[str, Any]:
    """Return what the corpus holds: counts, articles by month, the most frequent things.

    People and organisations are counted by name: the page says so, and merges nobody.
    """
    tops: dict[str, Counter[str]] = {field: Counter() for field in (*_NAMED, "events")}
    for record in records:
        for field, name_of in _NAMED.items():
            names = {fold(name): name for e in record.get(field) or () if (name := name_of(e))}
            tops[field].update(names.values())
        tops["events"].update(e["type"].replace("_", " ") for e in record.get("events") or ())
    months = Counter((r["article"]["published"] or "no date")[:7] for r in records)
    return {
        "counts": {f: sum(len(r.get(f) or ()) for r in records) for f in FIELDS},
        "months": sorted(months.items()),
        "top": {field: _most(counted) for field, counted in tops.items()},
    }


def _most(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:12]


def _statute(entry: dict[str, Any]) -> str | None:
    """Return an entry's short form; None where the instrument is unknown."""
    if entry["instrument"] is None:
        return None
    numbers = [f"art. {entry['article']}"] if entry["article"] else []
    numbers += [f"part {entry['part']}"] if entry["part"] else []
    country = f" ({entry['jurisdiction']})" if entry["jurisdiction"] else ""
    return ", ".join([entry["instrument"] + country, *numbers])


def _article(record: Record, body: str | None) -> dict[str, Any]:
    article = record["article"]
    stretches: list[list[Any]] = []
    for field in FIELDS:
        for entry in record.get(field) or ():
            makers = ", ".join(maker["id"] for maker in entry["provenance"])
            told = [field, describe(field, entry), makers]
            for mention in entry.get("mentions") or entry.get("evidence") or ():
                stretches.append([mention["start"], mention["end"], *told])
    return {
        "id": article["id"],
        **{name: article[name] for name in _SHOWN},
        "body": body or "",
        "stretches": sorted(stretches),
        "absent": [field for field in FIELDS if field not in record],
    }


def describe(field: str, entry: dict[str, Any]) -> str:
    """Return the canonical value of an entry in one line."""
    if field == "statutes":
        offence = f": {entry['offence']}" if entry["offence"] else ""
        named = {**entry, "instrument": entry["instrument"] or "unknown instrument"}
        return f"{_statute(named)}{offence}"
    parts = {
        "facilities": ("code", "name", "kind", "place", "country"),
        "people": ("name", "age"),
        "dates": ("value", "end", "modifier"),
        "figures": ("qualifier", "value", "max", "unit", "predicate"),
        "events": ("type", "status", "facility", "place", "date"),
    }.get(field, ("name",))
    line = " · ".join(str(entry[p]).replace("_", " ") for p in parts if entry[p] is not None)
    roles = "; ".join(entry.get("roles") or ())
    return f"{line} · {roles}" if roles else line


_NAMED: dict[str, Callable[[dict[str, Any]], str | None]] = {
    "statutes": _statute,
    "people": lambda entry: str(entry["name"]),
    "organizations": lambda entry: str(entry["name"]),
}


def _points(records: list[Record]) -> list[dict[str, Any]]:
    """Return the points of the map: linked facilities and places, with their articles."""
    found: dict[str, dict[str, Any]] = {}
    for record in records:
        for field in ("facilities", "places"):
            for entry in record.get(field) or ():
                link = entry["link"]
                if not link or link["latitude"] is None or link["longitude"] is None:
                    continue
                name = (entry.get("code") or entry["name"]) if field == "facilities" else None
                id_ = thing_id(field, name, *place_key(entry)[0])
                point = found.setdefault(
                    id_,
                    {
                        "field": field,
                        "name": name or entry["name"],
                        "at": [link["longitude"], link["latitude"]],
                        "articles": [],
                    },
                )
                if record["article"]["id"] not in point["articles"]:
                    point["articles"].append(record["article"]["id"])
    return [found[id_] for id_ in sorted(found)]
