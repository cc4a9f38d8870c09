"""A record as the outputs hold it: made where the record is made, so that writing is copying."""

import json
from dataclasses import dataclass
from typing import Any, Self

from custody_records.contract import Record
from custody_records.outputs.tables import TABLES, rows
from custody_records.outputs.write import to_json


@dataclass(frozen=True, slots=True)
class Rendered:
    """One article's part of every output: its line, its body, its rows of each table."""

    record: str
    body: str
    tables: dict[str, str]

    @classmethod
    def of(cls, record: Record, body: str) -> Self:
        """Render a record. Raises UnicodeEncodeError for text that UTF-8 cannot write."""
        return cls._of(record.dump(), body)

    @classmethod
    def _of(cls, data: dict[str, Any], body: str) -> Self:
        line = to_json(data) + "\n"
        # A lone surrogate (JSON's "\ud800") would otherwise fail later, half way through a file.
        line.encode("utf-8")
        body.encode("utf-8")
        return cls(line, body, {table: rows(table, data) for table in TABLES})

    def with_article(self, **changes: str) -> Self:
        """Return the same with other values in the record's ``article``."""
        data = json.loads(self.record)
        data["article"].update(changes)
        return self._of(data, self.body)
