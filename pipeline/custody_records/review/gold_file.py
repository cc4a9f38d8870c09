"""Gold on disk, as the review writes it: one record at a time, everything else left as it is."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from custody_records.compare.gold.draft import gold_entry
from custody_records.compare.gold.read import Records
from custody_records.contract import FIELDS
from custody_records.lock import alone
from custody_records.outputs.write import write_text
from custody_records.review.document import ARTICLE, Document
from custody_records.review.mentions import first

Gold = dict[str, Any]


def assemble(document: Document, before: Mapping[str, Any] | None) -> Gold:
    """Return the gold record of a document; fields that it does not cover stay as they were."""
    held = dict(before or {})
    kept = [d for d in document.decisions.values() if d.kept]
    about = next((d.value for d in kept if d.field == ARTICLE), held.get("article") or {})
    record: Gold = {"article": {**about, "id": document.article}}
    if document.state != "reviewed":
        record["state"] = document.state
    for field in FIELDS:
        if field in document.fields:
            values = [d.value for d in kept if d.field == field]
            values.sort(key=lambda value: (first(value) is None, first(value) or 0))
            record[field] = [gold_entry(value) for value in values]
        elif field in held:
            record[field] = held[field]
    return record


class GoldFile:
    """A JSONL file, or a folder of ``ID.gold.json``."""

    def __init__(self, path: Path, lock: Path) -> None:
        """Read what is there; ``lock`` is the folder that writers hold. Raises GoldError."""
        self.path = path
        self.lock = lock
        self.folder = path.is_dir() or path.suffix not in (".jsonl", ".json")
        self._seen = self._stamp()
        self._held = self._read()

    def __contains__(self, id_: str) -> bool:
        """Tell whether an article has a gold record."""
        return id_ in self._now()

    def get(self, id_: str) -> Gold | None:
        """Return an article's gold record, None if there is none."""
        return self._now().get(id_)

    def reviewed(self) -> Records:
        """Return the records that count."""
        return self._now().reviewed()

    def put(self, record: Gold) -> None:
        """Write one record, atomically; the lines of other articles stay as they are."""
        with alone(self.lock):
            self._put(record, self._now())

    def _put(self, record: Gold, held: Records) -> None:
        id_ = record["article"]["id"]
        known = held.place(id_)
        own = self.path / f"{id_}.gold.json" if self.folder else self.path
        path = known.path if known else own
        if path.suffix == ".json":
            write_text(path, json.dumps(record, ensure_ascii=False, indent=1) + "\n")
            return
        line = json.dumps(record, ensure_ascii=False)
        lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
        if known:
            lines[known.line - 1] = line
        else:
            lines = [*(text for text in lines if text.strip()), line]
        write_text(path, "\n".join(lines).rstrip("\n") + "\n")

    def _now(self) -> Records:
        """Return what the file holds now: a person or another server may have written it."""
        stamp = self._stamp()
        if stamp != self._seen:
            self._held = self._read()
            self._seen = stamp
        return self._held

    def _stamp(self) -> list[tuple[str, int, int]]:
        """Return what tells whether something was written since."""
        paths = sorted(self.path.rglob("*gold.json*")) if self.folder else [self.path]
        held = [(path, path.stat()) for path in paths if path.exists()]
        return [(str(path), told.st_mtime_ns, told.st_size) for path, told in held]

    def _read(self) -> Records:
        if self.folder and not any(self.path.rglob("*gold.json*")):
            return Records()
        return Records(self.path) if self.path.exists() else Records()
