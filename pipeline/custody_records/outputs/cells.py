"""One value in one cell of a CSV: safe to open in a spreadsheet, and readable back.

A text that a spreadsheet could take for a formula gets an apostrophe in front (``=HYPERLINK(...)``
in a headline must not run on the desk of whoever opens the table). So does a text that begins
with an apostrophe itself, and the empty text, which is how the way back stays exact: an empty
cell is null, and one leading apostrophe is always ours.
"""

import json
from typing import Any

# OWASP's list for CSV injection, with the full-width forms that spreadsheets fold to ASCII.
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def to_cell(value: Any) -> str:
    """Return the cell for a plain value; lists and objects become JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        bare = value.lstrip(" \u00a0\ufeff\0")
        guarded = not value or value.startswith("'") or bare.startswith(_STARTS_FORMULA)
        return f"'{value}" if guarded else value
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def from_cell(cell: str) -> Any:
    """Return the text of a cell, None for an empty one; JSON lists and numbers stay text."""
    if not cell:
        return None
    return cell[1:] if cell.startswith("'") else cell
