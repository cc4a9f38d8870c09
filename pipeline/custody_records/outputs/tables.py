"""One CSV a field, for spreadsheets: the rows of ``sheets``, safe to open.

Quotes stand around every cell: a bare ``;`` or tab would split it in some locales.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from custody_records.outputs.sheets import SHEETS, columns
from custody_records.outputs.sheets import rows as rows_of

TABLES = SHEETS
ENCODING = "utf-8-sig"  # Excel reads UTF-8 only behind a byte order mark
# OWASP's list for CSV injection, with the full-width forms that spreadsheets fold to ASCII.
_STARTS_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def header(table: str) -> str:
    """Return a table's first line."""
    return _lines([columns(table)])


def rows(table: str, record: dict[str, Any]) -> str:
    """Return the lines of one record (in its dumped form) in one table; may be empty."""
    return _lines([to_cell(cell) for cell in row] for row in rows_of(table, record))


def _lines(table: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(table)
    return text.getvalue()


def to_cell(value: str | int | float | None) -> str:
    """Return the cell for a value: an apostrophe before what a spreadsheet could run."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    if value[:1].isalnum():  # as most: nothing to guard against
        return value
    for char in value:  # up to the first that is seen
        if char in _STARTS_FORMULA:
            return f"'{value}"
        if char.isprintable() and not char.isspace():
            break
    return value
