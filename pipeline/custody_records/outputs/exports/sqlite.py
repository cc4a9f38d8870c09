"""SQLite: normalised tables with foreign keys, views that people ask for, full-text search.

``records.db`` holds everything; ``metadata.json`` beside it tells Datasette titles, facets and
links (``datasette FOLDER`` reads it; ``datasette FOLDER/records.db`` alone would not).
"""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from custody_records.contract import FIELDS
from custody_records.outputs.basis import SETTINGS, basis_of, told
from custody_records.outputs.calendar_days import first_day, precision_of
from custody_records.outputs.exports import rows
from custody_records.outputs.exports.datasette import metadata
from custody_records.outputs.exports.source import Record, Source, mentions
from custody_records.outputs.exports.things import Things
from custody_records.outputs.located import point, precision
from custody_records.outputs.sentence import sentence
from custody_records.outputs.write import beside, to_json, write_text

NAME = "records.db"
# The lists of an event that people ask for.
_PARTICIPANTS = ("subjects", "actors", "sources")
_SEARCHED = {"bodies": ["body"], "articles": ["title"], "events": ["event", "evidence_text"]}
# What the tables have beside the contract's fields, for those who read them as they are.
_ADDED = {
    "events": (
        "event",
        "date_precision",
        "day",
        "told",
        "evidence_text",
        *(f"{n}_basis" for n in SETTINGS),
    ),
    "facilities": ("latitude", "longitude", "point_is_of"),
    "places": ("latitude", "longitude", "point_is_of"),
}
# Columns that come first, and those that come last: facts, then their article, then the rest.
_FIRST = ("event", "date", "date_precision", "code", "name", "title", "instrument", "value", "type",
          "status", "facility", "place", "told", "evidence_text")  # fmt: skip
_LAST = ("day", "mentions", "evidence", "provenance", "basis", "link", "extracted",
         "schema_version", "thing_id", "thing_sure", "id", "article_id", "entry",
         "source", "sha256")  # fmt: skip


def write(source: Source, folder: Path) -> list[Path]:
    """Write the database and Datasette's metadata, and return their paths."""
    path = folder / NAME
    with beside(path) as part:
        database = Database(part)
        # The file is renamed when it is whole: nothing in it needs to survive a crash before.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        _create(database)
        things = Things()
        for record in source.records():
            _insert(database, record, source.body(record), things)
        for table, words in _SEARCHED.items():
            database[table].enable_fts(words)  # type: ignore[union-attr]
        views = files("custody_records.outputs.exports").joinpath("views.sql")
        database.executescript(views.read_text(encoding="utf-8"))
        columns = {t: list(database[t].columns_dict) for t in rows.TABLES}
        database.vacuum()
        database.conn.close()
    about = folder / "metadata.json"
    write_text(
        about, json.dumps(metadata(columns), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    )
    return [path, about]


def _create(database: Database) -> None:
    kinds: dict[str, type] = dict.fromkeys(rows.columns("articles"), str)
    database["articles"].create(_readable("articles", kinds), pk="id")  # type: ignore[union-attr]
    database["bodies"].create(  # type: ignore[union-attr]
        {"article_id": str, "body": str},
        pk="article_id",
        foreign_keys=[("article_id", "articles", "id")],
    )
    for field in FIELDS:
        kinds = {
            name: _kind(field, name) for name in (*rows.columns(field), *_ADDED.get(field, ()))
        }
        if field in Things.FIELDS:
            kinds |= {"thing_id": str, "thing_sure": int}
        database[field].create(  # type: ignore[union-attr]
            _readable(field, kinds), pk="id", foreign_keys=[("article_id", "articles", "id")]
        )
        database[field].create_index(["article_id"])  # type: ignore[union-attr]
        if field in Things.FIELDS:
            database[field].create_index(["thing_id"])  # type: ignore[union-attr]
    for name, parts, parent in (
        ("people_roles", {"role": str}, "people"),
        ("statutes_penalties", {"kind": str, "min": float, "max": float, "unit": str}, "statutes"),
        ("events_participants", {"part": str, "name": str}, "events"),
    ):
        database[name].create(  # type: ignore[union-attr]
            {"entry_id": str, **parts}, foreign_keys=[("entry_id", parent, "id")]
        )
    database["mentions"].create(  # type: ignore[union-attr]
        {"field": str, "entry_id": str, "article_id": str, "start": int, "end": int, "text": str},
        foreign_keys=[("article_id", "articles", "id")],
    )


def _readable(table: str, kinds: dict[str, type]) -> dict[str, type]:
    """Return columns in the order of reading; the id of an article is a fact, of an entry none."""
    last = [name for name in _LAST if (table, name) != ("articles", "id")]
    return {name: kinds[name] for name in sorted(kinds, key=lambda n: _order(n, last))}


def _order(name: str, last: list[str]) -> tuple[int, int]:
    if name in _FIRST:
        return 0, _FIRST.index(name)
    if name in last:
        return 3, last.index(name)
    return (2 if name.startswith("article_") else 1), 0


def _kind(field: str, name: str) -> type:
    if name in ("latitude", "longitude"):
        return float
    if name in rows.structured(field):
        return str
    if (field, name) in {("figures", "value"), ("figures", "max")}:
        return float
    return int if name in {"entry", "age"} else str


def _insert(database: Database, record: Record, body: str | None, things: Things) -> None:
    article = rows.article_row(record)
    id_ = article["id"]
    database["articles"].insert({n: _cell(v) for n, v in article.items()})  # type: ignore[union-attr]
    if body is not None:
        database["bodies"].insert({"article_id": id_, "body": body})  # type: ignore[union-attr]
    for field in FIELDS:
        entries = list(rows.entry_rows(record, field))
        database[field].insert_all(_row(field, row, things) for row in entries)  # type: ignore[union-attr]
        database["mentions"].insert_all(  # type: ignore[union-attr]
            {"field": field, "entry_id": row["id"], "article_id": id_, **mention}
            for row in entries
            for mention in mentions(row)
        )
    _insert_parts(database, record)


def _insert_parts(database: Database, record: Record) -> None:
    def of(field: str) -> Iterator[rows.Row]:
        return rows.entry_rows(record, field)

    database["people_roles"].insert_all(  # type: ignore[union-attr]
        {"entry_id": row["id"], "role": role} for row in of("people") for role in row["roles"]
    )
    database["statutes_penalties"].insert_all(  # type: ignore[union-attr]
        {"entry_id": row["id"], **penalty} for row in of("statutes") for penalty in row["penalties"]
    )
    database["events_participants"].insert_all(  # type: ignore[union-attr]
        {"entry_id": row["id"], "part": part, "name": name}
        for row in of("events")
        for part in _PARTICIPANTS
        for name in row[part]
    )


def _row(field: str, row: rows.Row, things: Things) -> rows.Row:
    cells = {name: _cell(value) for name, value in row.items()}
    if field in Things.FIELDS:
        thing, sure = things.of(field, row["article_id"], row["entry"], row)
        cells |= {"thing_id": thing, "thing_sure": int(sure)}
    return cells | _added(field, row)


def _added(field: str, row: rows.Row) -> rows.Row:
    if field == "events":
        day = first_day(row["date"])
        evidence = "\n".join(" ".join(found["text"].split()) for found in row["evidence"])
        return {
            "event": sentence(row),
            "date_precision": precision_of(row["date"]),
            "day": day.isoformat() if day else None,
            "told": told(row),
            "evidence_text": evidence,
            **{f"{setting}_basis": basis_of(row, setting) for setting in SETTINGS},
        }
    if field not in _ADDED:
        return {}
    at = point(row)
    return {
        "latitude": at[1] if at else None,
        "longitude": at[0] if at else None,
        "point_is_of": precision(row["link"]) if row.get("link") else None,
    }


def _cell(value: Any) -> Any:
    return to_json(value) if isinstance(value, list | dict) else value
