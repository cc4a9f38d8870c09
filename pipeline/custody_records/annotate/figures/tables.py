"""Tables that a page's text has kept: label and number in lines or cells, or a row of numbers.

City            Almaty: 6          | Almaty | 6 |
Reports         Atyrau: 3          | Atyrau | 3 |
Almaty
6

Facility / Places / Inmates
Mukobeko / 400 / 1,731
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from custody_records.annotate.numbers import NumberReader

_LABEL = r"[^\W\d_][^\n|:\d]{0,40}?"
_DIGITS = r"\d{1,3}(?:[, ]\d{3})*|\d+"
_PAIR_OF_LINES = re.compile(rf"^[ \t]*({_LABEL})[ \t]*\n+[ \t]*({_DIGITS})[ \t]*$", re.M)
_CELLS = re.compile(
    rf"^[ \t|•*–-]*({_LABEL})[ \t]*(?:[|:\t–—-]|[ ]{{2,}})[ \t]*({_DIGITS})[ \t|;,.]*$", re.M
)
_ABOVE = 400  # characters in which a table's header stands
_FEWEST = 3
_ROW = re.compile(r"^[^\n]*[|/\t][^\n]*[|/\t][^\n]*$", re.M)
_CELL = re.compile(r"[^|/\t\n]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table with its label; ``total`` says that it sums the others up."""

    start: int
    end: int
    value: int | float
    label: str
    header: str | None
    total: bool


def cells(text: str, numbers: NumberReader, totals: frozenset[str]) -> Iterator[Cell]:
    """Yield the numbers of every table of at least three rows that follow one another."""
    for pattern in (_PAIR_OF_LINES, _CELLS):
        rows: list[re.Match[str]] = []
        for row in pattern.finditer(text):
            if rows and text[rows[-1].end() : row.start()].strip():
                yield from _table(text, rows, numbers, totals)
                rows = []
            rows.append(row)
        yield from _table(text, rows, numbers, totals)
    yield from _columns(text, numbers, totals)


def _columns(text: str, numbers: NumberReader, totals: frozenset[str]) -> Iterator[Cell]:
    """Yield the numbers of tables with a header of their own and two numbers a row or more."""
    headers: list[str] = []
    for line in _ROW.finditer(text):
        cells_of = [c for c in _CELL.finditer(text, line.start(), line.end()) if c[0].strip()]
        printed = [cell[0].strip() for cell in cells_of]
        if len(printed) < _FEWEST:
            continue
        if not any(re.fullmatch(_DIGITS, value) for value in printed):
            headers = printed
            continue
        if len(printed) != len(headers) or not all(
            re.fullmatch(_DIGITS, value) for value in printed[1:]
        ):
            continue
        for cell, header, value in zip(cells_of[1:], headers[1:], printed[1:], strict=True):
            number = next(numbers.read(value), None)
            if number:
                start = cell.start() + cell[0].index(value)
                total = printed[0].casefold() in totals
                yield Cell(start, start + len(value), number.value, printed[0], header, total)


def _table(
    text: str, rows: list[re.Match[str]], numbers: NumberReader, totals: frozenset[str]
) -> Iterator[Cell]:
    if len(rows) < _FEWEST:
        return
    header = _header(text, rows[0].start())
    for row in rows:
        number = next(numbers.read(row[2]), None)
        if number:
            yield Cell(
                start=row.start(2),
                end=row.end(2),
                value=number.value,
                label=row[1],
                header=header,
                total=row[1].casefold() in totals,
            )


def _header(text: str, start: int) -> str | None:
    """Return the last cell of the line or lines that head the table."""
    above = text[max(0, start - _ABOVE) : start].rstrip().rpartition("\n")[2].strip(" |\t")
    last = above.rpartition("|")[2].strip()
    return last if last and len(last) < 40 and last[-1].isalpha() else None
