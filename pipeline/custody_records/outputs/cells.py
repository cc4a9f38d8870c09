"""One value in one cell of a CSV, safe to open in a spreadsheet.

A text that a spreadsheet could take for a formula gets an apostrophe in front: ``=HYPERLINK(...)``
in a headline must not run on the desk of whoever opens the table.
"""

# OWASP's list for CSV injection, with the full-width forms that spreadsheets fold to ASCII.
_STARTS_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
_STARTS_FIELD = frozenset("\t\r\n")


def to_cell(value: str | int | float | None) -> str:
    """Return the cell for a plain value."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    if value[:1].isalnum():  # as most: nothing to guard against
        return value
    for char in value:  # up to the first that is seen
        if char in _STARTS_FORMULA or char in _STARTS_FIELD:
            return f"'{value}"
        if char.isprintable() and not char.isspace():
            break
    return value
