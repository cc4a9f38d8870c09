"""XLSX: one workbook, a sheet a table, dates as dates, no text taken for a formula or a link."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from openpyxl import load_workbook

from custody_records.outputs.exports import rows
from custody_records.outputs.exports.source import Source, SourceError
from custody_records.outputs.write import beside

NAME = "records.xlsx"
# Excel's own limits.
_CELL = 32_767
_ROWS = 1_048_576
# A cell longer than Excel allows stands in pieces in this sheet.
_LONG = "long cells"
_LONG_HEADER = ("sheet", "row", "column", "piece", "text")
_POINTER = "→ long cells"
_DAYS = {"articles": "published", "dates": "value"}


def write(source: Source, folder: Path) -> list[Path]:
    """Write the workbook and return its path. Raises SourceError if Excel could not hold it."""
    path = folder / NAME
    with beside(path) as part:
        options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": False,
                   "strings_to_numbers": False}  # fmt: skip
        book = xlsxwriter.Workbook(part, options)
        # No clock in the file: the same records give the same bytes.
        book.set_properties({"created": datetime(2000, 1, 1), "author": "custody-records"})
        head = book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        long: list[tuple[Any, ...]] = []
        for table in rows.TABLES:
            _sheet(book, table, source, head, day, long)
        sheet = book.add_worksheet(_LONG)
        for number, cells in enumerate([_LONG_HEADER, *long]):
            for column, cell in enumerate(cells):
                sheet.write(number, column, cell)
        book.close()
    return [path]


def _sheet(
    book: Any, table: str, source: Source, head: Any, day: Any, long: list[tuple[Any, ...]]
) -> None:
    sheet = book.add_worksheet(table)
    names = rows.columns(table)
    sheet.write_row(0, 0, names, head)
    sheet.freeze_panes(1, 0)
    number = 0
    for record in source.records():
        for row in _rows(table, record):
            number += 1
            if number >= _ROWS:
                raise SourceError(f"{table}: more rows than Excel holds; export sqlite instead")
            for column, name in enumerate(names):
                value = row[name]
                if isinstance(value, list | dict):
                    value = rows.as_json(value)
                if name == _DAYS.get(table) and (found := _day(value)):
                    sheet.write_datetime(number, column, found, day)
                elif isinstance(value, str) and len(value) > _CELL:
                    pieces = [value[i : i + _CELL] for i in range(0, len(value), _CELL)]
                    long.extend((table, number, name, i, p) for i, p in enumerate(pieces))
                    sheet.write_string(number, column, _POINTER)
                elif isinstance(value, str):
                    sheet.write_string(number, column, value)
                elif value is not None:
                    sheet.write_number(number, column, value)
    sheet.autofilter(0, 0, max(number, 1), len(names) - 1)


def _rows(table: str, record: dict[str, Any]) -> Iterator[rows.Row]:
    if table == rows.ARTICLES:
        yield rows.article_row(record)
    else:
        yield from rows.entry_rows(record, table)


def _day(value: Any) -> date | None:
    """Return a full calendar day that Excel can hold (from 1900 on), else None."""
    try:
        found = date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None
    return found if found and found.year >= 1900 and found.isoformat() == value else None


def read(path: Path) -> dict[str, list[rows.Row]]:
    """Return the tables of a written workbook."""
    import json

    book = load_workbook(path, read_only=True)
    pieces: dict[tuple[str, int, str], str] = {}
    for sheet, number, name, _, text in list(book[_LONG].iter_rows(values_only=True))[1:]:
        key = (str(sheet), int(str(number)), str(name))
        pieces[key] = pieces.get(key, "") + str(text)
    tables: dict[str, list[rows.Row]] = {}
    for table in rows.TABLES:
        lines = book[table].iter_rows(values_only=True)
        names = [str(name) for name in next(lines)]
        tables[table] = []
        for number, line in enumerate(lines, start=1):
            cells: list[Any] = list(line) + [None] * (len(names) - len(line))
            row = dict(zip(names, cells, strict=True))
            for name in names:
                row[name] = pieces.get((table, number, name), row[name])
                if isinstance(row[name], datetime):
                    row[name] = row[name].date().isoformat()
                if name in rows.structured(table) and row[name] is not None:
                    row[name] = json.loads(row[name])
            tables[table].append(row)
    return tables
