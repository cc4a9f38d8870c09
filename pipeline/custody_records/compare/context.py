"""The sentence around an entry: the bodies lie beside the records that a run wrote."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from custody_records.compare.keys import Entry
from custody_records.outputs.folder import body_path

_REACH = 160


class Bodies:
    """Reads ``bodies/<id>.txt`` beside a records file, a few at a time."""

    def __init__(self, records: Path) -> None:
        self.folder = records.parent
        self.body = lru_cache(maxsize=16)(self._read)

    def _read(self, id_: str) -> str | None:
        try:
            path = body_path(self.folder, id_)
        except ValueError:
            return None
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def sentence(self, id_: str, entry: Entry | None) -> str | None:
        """Return the span of the line that an entry's first mention stands in."""
        body = self.body(id_)
        if body is None or entry is None:
            return None
        start, end = next(places(body, entry), (-1, -1))
        if start < 0:
            return None
        left = max(body.rfind("\n", 0, start) + 1, start - _REACH)
        right = body.find("\n", end)
        right = min(right if right >= 0 else len(body), end + _REACH)
        return body[left:right].strip()


def places(body: str, entry: Entry) -> Iterator[tuple[int, int]]:
    """Yield where an entry stands in the body: its offsets, or wherever gold's bare text occurs."""
    for mention in printed(entry):
        if isinstance(mention, dict):
            yield mention["start"], mention["end"]
        elif words := r"\s+".join(map(re.escape, mention.split())):
            # Whole words only: the figure "ten" is not in "content". A line may be broken inside.
            for found in re.finditer(rf"(?<!\w){words}(?!\w)", body):
                yield found.span()


def printed(entry: Entry) -> tuple[Any, ...]:
    """Return an entry's mentions or evidence: objects with offsets, or gold's bare texts."""
    found = entry.get("mentions") or entry.get("evidence") or ()
    return (found,) if isinstance(found, str) else tuple(found)
