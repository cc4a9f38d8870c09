"""XLSX: one workbook for people, events first; the records' own tables on technical sheets.

The first sheets show what ``sheets`` makes of the records: widths that fit, wrapped text, a
frozen header, filters, days as days shown at their own precision. The sheets called ``... data``
hold every value with its JSON, offsets and rules: all that the records say. No text is taken for a
formula or a link.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from custody_records.outputs import sheets
from custody_records.outputs.calendar_days import first_day, precision_of
from custody_records.outputs.exports import rows
from custody_records.outputs.exports.source import Source, SourceError
from custody_records.outputs.write import beside, to_json

NAME = "records.xlsx"
# Excel's own limits.
_CELL = 32_767
_ROWS = 1_048_576
_FIRST_YEAR = 1900
# A cell longer than Excel allows stands in pieces in this sheet.
LONG = "long cells"
_LONG_HEADER = ("sheet", "row", "column", "piece", "text")
_POINTER = "→ long cells"
_DAYS = ("date", "published")
_SHOWN_AS = {"day": "yyyy-mm-dd", "month": "yyyy-mm", "year": "yyyy"}
# Widths in characters; a column that is not named here is as wide as a word or two.
_WIDTHS = {
    "event": 56, "evidence": 64, "article title": 42, "title": 52, "link": 30, "to whom": 28,
    "by whom": 28,
    "who says so": 28, "what": 26, "facility": 22, "place": 20, "roles": 40, "printed as": 40,
    "name": 36, "law": 40, "penalties": 36, "offence": 30, "figure": 40, "unit": 30,
    "said of them": 36, "also called": 30, "publisher": 20, "author": 20, "notice": 40,
    "kind": 24, "source": 24, "dateline": 24, "country": 9, "age": 6, "entry": 7, "value": 9,
    "max": 9, "part": 7, "point": 7, "mentions": 9, "language": 9, "latitude": 10, "longitude": 10,
}  # fmt: skip
_WIDTH = 14
_WEB = re.compile(r"https?://[^\s<>\"]{1,2000}\Z", re.IGNORECASE)
_LINKS = 60_000  # a sheet; Excel's limit is 65,530
_LINE, _MOST_LINES = 15, 10  # points a line, and lines before a cell is cut on the screen


def write(source: Source, folder: Path) -> list[Path]:
    """Write the workbook and return its path. Raises SourceError if Excel could not hold it."""
    path = folder / NAME
    with beside(path) as part:
        options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": False,
                   "strings_to_numbers": False}  # fmt: skip
        book = xlsxwriter.Workbook(part, options)
        # No clock in the file: the same records give the same bytes.
        book.set_properties({"created": datetime(2000, 1, 1), "author": "custody-records"})
        writer = _Writer(book)
        for name in sheets.SHEETS:
            found = (row for record in source.records() for row in sheets.rows(name, record))
            writer.for_people(name, sheets.columns(name), found)
        for table in rows.TABLES:
            found = (list(row) for record in source.records() for row in _cells(table, record))
            writer.technical(f"{table} data", rows.columns(table), found)
        writer.long_cells()
        book.close()
    return [path]


class _Writer:
    """Writes sheets row by row; what no cell can hold goes to the sheet of long cells."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._head = book.add_format(
            {
                "bold": True,
                "valign": "vcenter",
                "text_wrap": True,
                "bottom": 1,
                "bg_color": "#F1EDE5",
            }
        )
        self._text = book.add_format({"text_wrap": True, "valign": "top"})
        self._plain = book.add_format({"valign": "top"})
        self._days = {
            precision: book.add_format({"num_format": form, "valign": "top", "align": "left"})
            for precision, form in _SHOWN_AS.items()
        }
        self._long: list[tuple[str, int, str, int, str]] = []

    def for_people(
        self, name: str, columns: tuple[str, ...], found: Iterable[list[sheets.Cell]]
    ) -> None:
        sheet = self._sheet(name, columns)
        for number, column in enumerate(columns):
            form = self._plain if column == "link" else self._text
            sheet.set_column(number, number, _WIDTHS.get(column, _WIDTH), form)
        sheet.set_row(0, 30)
        sheet.set_landscape()
        sheet.set_paper(8)  # A3
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        last = self._rows(sheet, name, columns, found, days=_DAYS)
        sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)

    def technical(self, name: str, columns: tuple[str, ...], found: Iterable[list[Any]]) -> None:
        self._rows(self._sheet(name, columns), name, columns, found, days=())

    def long_cells(self) -> None:
        sheet = self._book.add_worksheet(LONG)
        for number, cells in enumerate([_LONG_HEADER, *self._long]):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                else:
                    sheet.write_number(number, column, cell)

    def _sheet(self, name: str, columns: tuple[str, ...]) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.write_row(0, 0, columns, self._head)
        sheet.freeze_panes(1, 0)
        return sheet

    def _rows(
        self,
        sheet: Any,
        name: str,
        columns: tuple[str, ...],
        found: Iterable[list[Any]],
        days: tuple[str, ...],
    ) -> int:
        """Write rows and return the last one's number. Raises SourceError past Excel's limit."""
        number = 0
        for number, row in enumerate(found, start=1):
            if number >= _ROWS:
                raise SourceError(f"{name}: more rows than Excel holds; export sqlite instead")
            if days:
                sheet.set_row(number, _height(columns, row))
            for column, value in enumerate(row):
                if columns[column] in days and self._day(sheet, number, column, value):
                    continue
                if days and columns[column] == "link" and self._link(sheet, number, column, value):
                    continue
                self._cell(sheet, (name, number, columns[column]), column, value)
        return number

    def _day(self, sheet: Any, row: int, column: int, value: Any) -> bool:
        """Write a value as a day shown at its precision; False for what no spreadsheet knows."""
        day, form = first_day(value), self._days.get(precision_of(value) or "")
        if form is None or day is None or day.year < _FIRST_YEAR:
            return False
        sheet.write_datetime(row, column, day, form)
        return True

    def _link(self, sheet: Any, row: int, column: int, value: Any) -> bool:
        """Write a web address as a link; False for any other text and where Excel takes no more."""
        if not isinstance(value, str) or not _WEB.match(value) or row > _LINKS:
            return False
        return bool(sheet.write_url(row, column, value, self._plain, string=value) == 0)

    def _cell(self, sheet: Any, place: tuple[str, int, str], column: int, value: Any) -> None:
        _, number, _ = place
        if isinstance(value, str) and len(value) > _CELL:
            pieces = [value[i : i + _CELL] for i in range(0, len(value), _CELL)]
            self._long.extend((*place, i, piece) for i, piece in enumerate(pieces))
            sheet.write_string(number, column, _POINTER)
        elif isinstance(value, str):
            sheet.write_string(number, column, value)
        elif value is not None:
            sheet.write_number(number, column, value)


def _height(columns: tuple[str, ...], row: list[Any]) -> int:
    """Return the points that a row's longest wrapped cell takes; not every program works it out."""
    lines = [
        -(-len(value) * 11 // (10 * _WIDTHS.get(column, _WIDTH)))  # a tenth more: words do not fill
        for column, value in zip(columns, row, strict=True)
        if isinstance(value, str) and column != "link"
    ]
    return _LINE * min(max(lines, default=1), _MOST_LINES)


def _cells(table: str, record: dict[str, Any]) -> Iterator[Iterator[Any]]:
    for row in rows.of(record, table):
        values = (row.get(name) for name in rows.columns(table))  # older records lack some
        yield (to_json(v) if isinstance(v, list | dict) else v for v in values)
