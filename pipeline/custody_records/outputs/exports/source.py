"""Where an export reads: the records of a run and the bodies beside them, one at a time."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from custody_records.errors import UserError
from custody_records.outputs.basis import UnknownBasisError, stated_only
from custody_records.outputs.folder import body_path

Record = dict[str, Any]


class SourceError(UserError, ValueError):
    """Records that cannot be exported; the message names the file and the remedy."""


@dataclass(frozen=True, slots=True)
class Source:
    """A ``records.jsonl`` with ``bodies/`` beside it.

    ``stated_only`` blanks an event's facility, place and date where they are inferred.
    """

    path: Path
    with_bodies: bool = True
    stated_only: bool = False

    def records(self) -> Iterator[Record]:
        """Yield the records in the order of the file. Raises SourceError."""
        with self.path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    record = json.loads(line)
                    record["article"]["id"]
                except (ValueError, KeyError, TypeError) as error:
                    raise SourceError(
                        f"{self.path}:{number}: no record ({error}); run extract again"
                    ) from error
                yield self._stated(record) if self.stated_only else record

    def _stated(self, record: Record) -> Record:
        try:
            return stated_only(record)
        except UnknownBasisError as error:
            raise SourceError(f"{self.path}: {error}") from error

    def body(self, record: Record) -> str | None:
        """Return the text of a record's article; None if it is not there or left out."""
        if not self.with_bodies:
            return None
        try:
            path = body_path(self.path.parent, record["article"]["id"])
        except ValueError:
            return None
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def needed_body(self, record: Record) -> str:
        """Return the text of a record's article. Raises SourceError if it is not there."""
        body = self.body(record)
        if body is None:
            raise SourceError(f"{record['article']['id']}: its body is not beside {self.path}")
        return body


def mentions(entry: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """Return where an entry stands in the text; of an event, its evidence."""
    return entry.get("mentions") or entry.get("evidence") or ()
