"""FollowTheMoney entities, a JSON object a line: ready for ``ftm`` tools and for Aleph.

Article, Person, Organization, PublicBody, Address and Event, with a Mention for what the text
printed and a Documentation link from the article to each thing; ``proof`` of everything is the
article. Two people or bodies of one name in two articles stay two entities unless they share a
role (see ``things``); Aleph's own cross-referencing proposes the rest to a person.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from followthemoney import model

from pipeline.outputs.exports.source import Record, Source
from pipeline.outputs.exports.things import Names, facility_key, place_key, thing_id
from pipeline.outputs.write import whole

NAME = "records.ftm.json"
_PUBLIC = re.compile(
    r"\b(?:ministry|court|prosecutor|police|service|department|parliament|senate|agency|"
    r"administration|directorate|inspectorate|committee of the|national guard|ombudsman)\b",
    re.IGNORECASE,
)


def write(source: Source, folder: Path) -> list[Path]:
    """Write the entities; one that several articles tell stands once, with all they tell."""
    merged: dict[str, Any] = {}
    for entity in entities(source):
        if entity.id in merged:
            merged[entity.id].merge(entity)
        else:
            merged[entity.id] = entity
    path = folder / NAME
    with whole(path) as file:
        for id_ in sorted(merged):
            data = merged[id_].to_dict()
            merged[id_].schema.validate(data)  # the library's own check
            data["properties"] = {k: sorted(v) for k, v in data["properties"].items()}
            file.write(json.dumps(data, ensure_ascii=False, sort_keys=True) + "\n")
    return [path]


def entities(source: Source) -> Iterator[Any]:
    """Yield every entity and link of every record."""
    people, bodies = Names("people"), Names("organizations")
    for record in source.records():
        article = _article(record, source.body(record))
        yield article
        known: dict[str, str] = {}
        for number, entry in enumerate(record.get("people") or (), start=1):
            thing = people.add(record["article"]["id"], number, entry["name"], entry["roles"])
            properties = {"name": entry["name"], "position": entry["roles"]}
            yield from _thing(article, "Person", thing.id, properties, entry)
            known[entry["name"]] = thing.id
        for number, entry in enumerate(record.get("organizations") or (), start=1):
            thing = bodies.add(record["article"]["id"], number, entry["name"], [])
            schema = "PublicBody" if _PUBLIC.search(entry["name"]) else "Organization"
            yield from _thing(article, schema, thing.id, {"name": entry["name"]}, entry)
            known[entry["name"]] = thing.id
        for entry in record.get("facilities") or ():
            id_ = thing_id("facilities", *facility_key(entry)[0])
            yield from _thing(article, "PublicBody", id_, _facility(entry), entry)
            known[entry["code"] or entry["name"]] = id_
        for entry in record.get("places") or ():
            id_ = thing_id("places", *place_key(entry)[0])
            yield from _thing(article, "Address", id_, _place(entry), entry)
        for number, entry in enumerate(record.get("events") or (), start=1):
            yield _event(article, number, entry, known)


def _make(schema: str, id_: str, properties: dict[str, Any]) -> Any:
    entity = model.make_entity(schema)
    entity.id = id_
    for name, value in properties.items():
        if value is not None:
            entity.add(name, value, quiet=True)
    return entity


def _article(record: Record, body: str | None) -> Any:
    article = record["article"]
    properties = {
        "name": article["title"] or article["id"],
        "title": article["title"],
        "author": article["author"],
        "publisher": article["publisher"],
        "publishedAt": article["published"],
        "sourceUrl": article["url"],
        "language": article["language"],
        "fileName": article["source"],
        "notes": article["notice"],
        "bodyText": body,
    }
    return _make("Article", thing_id("article", article["id"], article["sha256"]), properties)


def _thing(
    article: Any, schema: str, id_: str, properties: dict[str, Any], entry: dict[str, Any]
) -> Iterator[Any]:
    thing = _make(schema, id_, {**properties, "proof": article.id})
    yield thing
    link = {"document": article.id, "entity": id_, "role": "mentioned", "proof": article.id}
    yield _make("Documentation", thing_id("link", article.id, id_), link)
    for text in sorted({mention["text"] for mention in entry["mentions"]}):
        told = {"document": article.id, "resolved": id_, "detectedSchema": schema, "name": text}
        yield _make("Mention", thing_id("mention", article.id, id_, text), told)


def _facility(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": [n for n in (entry["code"], entry["name"]) if n],
        "alias": entry["aliases"],
        "idNumber": entry["code"],
        "legalForm": entry["kind"],
        "country": entry["country"],
        "address": entry["place"],
    }


def _place(entry: dict[str, Any]) -> dict[str, Any]:
    link = entry.get("link") or {}
    return {
        "full": entry["name"],
        "name": entry["name"],
        "latitude": str(link["latitude"]) if link.get("latitude") is not None else None,
        "longitude": str(link["longitude"]) if link.get("longitude") is not None else None,
    }


def _event(article: Any, number: int, entry: dict[str, Any], known: dict[str, str]) -> Any:
    involved = [known[n] for n in (*entry["subjects"], *entry["actors"]) if n in known]
    day = entry["date"] if entry["date"] and "X" not in entry["date"] else None
    properties = {
        "name": entry["type"].replace("_", " "),
        "date": day,
        "location": entry["place"],
        "involved": involved + [known[n] for n in (entry["facility"],) if n in known],
        "notes": f"status: {entry['status']}",
        "summary": [stretch["text"] for stretch in entry["evidence"]],
        "proof": article.id,
    }
    return _make("Event", thing_id("event", article.id, number), properties)
