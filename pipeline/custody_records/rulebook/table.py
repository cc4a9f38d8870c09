"""Read one CSV table of rules into pydantic rows; an error names file, line and remedy."""

import csv
from io import StringIO
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ValidationError

from custody_records.rulebook.file import RuleError, text_of

Row = TypeVar("Row", bound=BaseModel)


def read_table(path: Path, row: type[Row]) -> list[Row]:
    """Return every row of a CSV file with a header, each as ``row``. Raises RuleError.

    A cell reaches the model as a string; an empty one as None, so that a row's defaults stand
    for what the table does not tell.
    """
    with StringIO(text_of(path), newline="") as lines:
        reader = csv.DictReader(lines, strict=True)
        found: list[Row] = []
        if not reader.fieldnames:
            raise RuleError(f"{path}:1: is empty: the first line names the columns")
        try:
            for cells in reader:
                if None in cells or None in cells.values():
                    raise RuleError(
                        f"{path}:{reader.line_num}: {len(reader.fieldnames or ())} cells are "
                        "expected: quote a cell that holds a comma"
                    )
                given = {name: value for name, value in cells.items() if value}
                found.append(row.model_validate(given))
        except ValidationError as error:
            raise RuleError(
                "\n".join(
                    f"{path}:{reader.line_num}: {'.'.join(map(str, problem['loc']))}: "
                    f"{problem['msg']}"
                    for problem in error.errors()
                )
            ) from error
        except csv.Error as error:
            raise RuleError(f"{path}:{reader.line_num}: not valid CSV: {error}") from error
    return found


def cells(value: object) -> object:
    """Split a cell that lists several values by ``;``; for use as a pydantic BeforeValidator."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(";") if part.strip())
    return value


# A cell of several values.
Cells = Annotated[tuple[str, ...], BeforeValidator(cells)]
