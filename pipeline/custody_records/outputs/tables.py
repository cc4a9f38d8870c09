"""One CSV a field, for spreadsheets: a row an entry, the article's id and the entry's number first.

The columns are the contract's own names, in its order; what is a list or an object there
(mentions, roles, penalties, link, provenance) is JSON in its cell. ``articles.csv`` has a row an
article. Quotes stand around every cell: a bare ``;`` or tab would split it in some locales.
"""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from custody_records.contract import ENTRIES, FIELDS, ArticleInfo
from custody_records.outputs.cells import from_cell, to_cell

TABLES = ("articles", *FIELDS)
ENCODING = "utf-8-sig"  # Excel reads UTF-8 only behind a byte order mark
_LAST = ("evidence", "mentions", "provenance")  # long cells, to the right


def columns(table: str) -> tuple[str, ...]:
    """Return the header of a table."""
    if table == "articles":
        return tuple(ArticleInfo.model_fields)
    names = ENTRIES[table].model_fields
    return (
        "article_id",
        "entry",
        *(n for n in names if n not in _LAST),
        *(n for n in _LAST if n in names),
    )


def header(table: str) -> str:
    """Return a table's first line."""
    return _lines([columns(table)])


def rows(table: str, record: dict[str, Any]) -> str:
    """Return the lines of one record (in its dumped form) in one table; may be empty."""
    article = record["article"]
    if table == "articles":
        return _lines([[to_cell(article[name]) for name in columns(table)]])
    names = columns(table)[2:]
    return _lines(
        [to_cell(article["id"]), str(number), *(to_cell(entry[name]) for name in names)]
        for number, entry in enumerate(record.get(table, ()), start=1)
    )


def read_table(path: Path) -> Iterator[tuple[str, BaseModel]]:
    """Yield (article id, entry) of a written table, every entry as the record has it."""
    model = ENTRIES[path.stem]
    listed = {n for n, field in model.model_fields.items() if _is_json(field.annotation)}
    with path.open(encoding=ENCODING, newline="") as file:
        for row in csv.DictReader(file):
            cells = {name: from_cell(cell) for name, cell in row.items()}
            article = cells.pop("article_id")
            del cells["entry"]
            for name in listed:
                cells[name] = json.loads(cells[name] or "null")
            yield article, model.model_validate(cells, strict=False)


def _is_json(annotation: Any) -> bool:
    """Tell whether a field's cells hold JSON: it is a list or a model, or one of them or null."""
    if get_origin(annotation) is list:
        return True
    if isinstance(annotation, type):
        return issubclass(annotation, BaseModel)
    return any(_is_json(option) for option in get_args(annotation))


def _lines(table: Any) -> str:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(table)
    return text.getvalue()
