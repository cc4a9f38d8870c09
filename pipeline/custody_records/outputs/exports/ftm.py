"""FollowTheMoney entities, a JSON object a line: ready for ``ftm`` tools and for Aleph.

Article, Person, Organization, PublicBody, Address and Event, with a Mention for what the text
printed and a Documentation link from the article to each thing; ``proof`` of everything is the
article. Two people or bodies of one name in two articles stay two entities unless they share a
role (see ``things``); Aleph's own cross-referencing proposes the rest to a person.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from followthemoney import model

from custody_records.outputs.basis import inferred
from custody_records.outputs.exports.source import Record, Source
from custody_records.outputs.exports.things import Things, thing_id
from custody_records.outputs.write import to_json, whole

NAME = "records.ftm.json"
Shape = tuple[str, dict[str, Any]]  # schema and properties
_PUBLIC = re.compile(
    r"\b(?:ministry|court|prosecutor|police|service|department|parliament|senate|agency|"
    r"administration|directorate|inspectorate|committee of the|national guard|ombudsman)\b",
    re.IGNORECASE,
)


def write(source: Source, folder: Path) -> list[Path]:
    """Write the entities, as the records tell them.

    A thing that several articles tell stands in several lines with one id: fragments, which
    FollowTheMoney's stores and Aleph merge, so that memory does not grow with the corpus here.
    """
    path = folder / NAME
    with whole(path) as file:
        for entity in entities(source):
            data = entity.to_dict()
            entity.schema.validate(data)  # the library's own check
            data["properties"] = {k: sorted(v) for k, v in data["properties"].items()}
            file.write(to_json(data) + "\n")
    return [path]


def entities(source: Source) -> Iterator[Any]:
    """Yield every entity and link of every record."""
    things = Things()
    for record in source.records():
        article = _article(record, source.body(record))
        yield article
        known: dict[str, str] = {}
        for field, shape in _SHAPES.items():
            for number, entry in enumerate(record.get(field) or (), start=1):
                id_, _ = things.of(field, record["article"]["id"], number, entry)
                schema, properties = shape(entry)
                yield from _thing(article, schema, id_, properties, entry)
                known[entry.get("code") or entry["name"]] = id_
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


def _body(entry: dict[str, Any]) -> Shape:
    schema = "PublicBody" if _PUBLIC.search(entry["name"]) else "Organization"
    return schema, {"name": entry["name"]}


def _facility(entry: dict[str, Any]) -> Shape:
    return "PublicBody", {
        "name": [n for n in (entry["code"], entry["name"]) if n],
        "alias": entry["aliases"],
        "idNumber": entry["code"],
        "legalForm": entry["kind"],
        "country": entry["country"],
        "address": entry["place"],
    }


def _place(entry: dict[str, Any]) -> Shape:
    link = entry.get("link") or {}
    return "Address", {
        "full": entry["name"],
        "name": entry["name"],
        "latitude": str(link["latitude"]) if link.get("latitude") is not None else None,
        "longitude": str(link["longitude"]) if link.get("longitude") is not None else None,
    }


_SHAPES: dict[str, Callable[[dict[str, Any]], Shape]] = {
    "people": lambda entry: ("Person", {"name": entry["name"], "position": entry["roles"]}),
    "organizations": _body,
    "facilities": _facility,
    "places": _place,
}


def _event(article: Any, number: int, entry: dict[str, Any], known: dict[str, str]) -> Any:
    involved = [known[n] for n in (*entry["subjects"], *entry["actors"]) if n in known]
    day = entry["date"] if entry["date"] and "X" not in entry["date"] else None
    properties = {
        "name": entry["type"].replace("_", " "),
        "date": day,
        "location": entry["place"],
        "involved": involved + [known[n] for n in (entry["facility"],) if n in known],
        "notes": [f"status: {entry['status']}", *(f"inferred: {n}" for n in inferred(entry))],
        "summary": [span["text"] for span in entry["evidence"]],
        "proof": article.id,
    }
    return _make("Event", thing_id("event", article.id, number), properties)
