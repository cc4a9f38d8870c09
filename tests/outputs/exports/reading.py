"""Records from the files of the lossless formats, for the tests that nothing is lost in them."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from openpyxl import load_workbook
from sqlite_utils import Database

from custody_records.contract import ENTRIES, FIELDS
from custody_records.outputs.exports import rows
from custody_records.outputs.exports.xlsx import LONG


def records(tables: dict[str, list[rows.Row]]) -> Iterator[dict[str, Any]]:
    """Yield the records that the rows were made of, in the order of the articles."""
    entries: dict[tuple[str, str], list[rows.Row]] = defaultdict(list)
    for field in FIELDS:
        names = ENTRIES[field].model_fields
        for row in tables.get(field, ()):
            entries[row["article_id"], field].append({name: row[name] for name in names})
    for row in tables[rows.ARTICLES]:
        article = dict(row)
        version, extracted = article.pop("schema_version"), article.pop("extracted")
        fields = {field: entries[article["id"], field] for field in extracted}
        yield {"schema_version": version, "article": article, **fields}


def parquet(path: Path) -> list[rows.Row]:
    """Return the rows of a file; whole numbers are integers again."""
    return [_whole(row) for row in pq.read_table(path).to_pylist()]


def _whole(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _whole(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_whole(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def sqlite(path: Path) -> dict[str, list[rows.Row]]:
    """Return the tables of a written database as rows."""
    database = Database(path)
    tables = {}
    for table in rows.TABLES:
        held = rows.structured(table)
        tables[table] = [
            {n: json.loads(v) if n in held and v is not None else v for n, v in row.items()}
            for row in database[table].rows
        ]
    return tables


def xlsx(path: Path) -> dict[str, list[rows.Row]]:
    """Return the tables of a written workbook, from its technical sheets."""
    book = load_workbook(path, read_only=True)
    pieces: dict[tuple[str, int, str], str] = {}
    for sheet, number, name, _, text in list(book[LONG].iter_rows(values_only=True))[1:]:
        key = (str(sheet), int(str(number)), str(name))
        pieces[key] = pieces.get(key, "") + str(text)
    tables: dict[str, list[rows.Row]] = {}
    for table in rows.TABLES:
        title = f"{table} data"
        lines = book[title].iter_rows(values_only=True)
        names = [str(name) for name in next(lines)]
        tables[table] = []
        for number, line in enumerate(lines, start=1):
            cells: list[Any] = list(line) + [None] * (len(names) - len(line))
            row = dict(zip(names, cells, strict=True))
            for name in names:
                row[name] = pieces.get((title, number, name), row[name])
                if isinstance(row[name], date):
                    row[name] = row[name].isoformat()
                if name in rows.structured(table) and row[name] is not None:
                    row[name] = json.loads(row[name])
            tables[table].append(row)
    return tables
