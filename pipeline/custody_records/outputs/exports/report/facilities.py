"""A section a facility: what the corpus tells of it, in the order of time."""

from collections import Counter
from typing import Any

from custody_records.outputs.exports.source import Record
from custody_records.outputs.exports.things import facility_key, thing_id


def sections(records: list[Record]) -> list[dict[str, Any]]:
    """Return the facilities of the corpus with their articles and events, most told first."""
    found: dict[str, dict[str, Any]] = {}
    for record in records:
        for entry in record.get("facilities") or ():
            key, sure = facility_key(entry)
            id_ = thing_id("facilities", *key)
            section = found.setdefault(id_, _empty(id_, entry, sure))
            section["names"][entry["name"]] += 1
            for part in ("kind", "place", "country"):
                section[part][entry[part]] += 1
            section["timeline"] += _timeline(record, entry)
    told = [_settled(section) for section in found.values()]
    return sorted(told, key=lambda s: (-s["articles"], s["title"]))


def _empty(id_: str, entry: dict[str, Any], sure: bool) -> dict[str, Any]:
    counters: dict[str, Counter[Any]] = {
        part: Counter() for part in ("names", "kind", "place", "country")
    }
    return {"id": id_, "code": entry["code"], "sure": sure, "timeline": [], **counters}


def _timeline(record: Record, entry: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the events tied to the facility; an article without any is an item of its own."""
    article = record["article"]
    names = {entry["code"], entry["name"]} - {None}
    events = [e for e in record.get("events") or () if e["facility"] in names]
    item = {"article": article["id"], "title": article["title"] or article["id"]}
    if not events:
        return [{**item, "date": article["published"], "what": "named", "status": None}]
    return [
        {
            **item,
            "date": event["date"] or article["published"],
            "dated": event["date"] is not None,
            "what": event["type"].replace("_", " "),
            "status": event["status"].replace("_", " "),
            "who": "; ".join(event["subjects"]),
            "sources": "; ".join(event["sources"]),
            "evidence": event["evidence"][0]["text"] if event["evidence"] else "",
        }
        for event in events
    ]


def _settled(section: dict[str, Any]) -> dict[str, Any]:
    def most(part: str) -> Any:
        counted = [(n, v) for v, n in section[part].items() if v is not None]
        return max(counted, key=lambda pair: (pair[0], str(pair[1])))[1] if counted else None

    name = most("names")
    timeline = sorted(section["timeline"], key=lambda i: (i["date"] or "~", i["article"]))
    return {
        "id": section["id"],
        "title": ", ".join(part for part in (section["code"], name) if part),
        "sure": section["sure"],
        "kind": most("kind"),
        "place": most("place"),
        "country": most("country"),
        "articles": len({item["article"] for item in timeline}),
        "timeline": timeline,
    }
