"""Read records and gold: one JSONL file, or a folder of ``*.gold.json``.

Records stay on disk: an index of ids and offsets is kept, and each is parsed when it is asked
for, so that memory does not grow with their size.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

Loaded = dict[str, Any]


class GoldError(ValueError):
    """A gold or record file that cannot be compared; the message names file, line and remedy."""


class _Place(NamedTuple):
    path: Path
    offset: int
    size: int
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Records(Mapping[str, Loaded]):
    """Article id → record, in the order of the ids."""

    def __init__(self, path: Path) -> None:
        """Index a JSONL file, a JSON file or a folder. Raises GoldError."""
        found: dict[str, _Place] = {}
        for place in _places(path):
            id_ = _parse(place)["article"]["id"]
            if id_ in found:
                raise GoldError(
                    f"{place}: article {id_!r} stands in {found[id_]} already; keep one"
                )
            found[id_] = place
        self._index = dict(sorted(found.items()))

    def __getitem__(self, id_: str) -> Loaded:
        return _parse(self._index[id_])

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)


def read_gold(path: Path) -> Records:
    """Return the records of a JSONL file, of one JSON file, or of a folder. Raises GoldError."""
    return Records(path)


def _parse(place: _Place) -> Loaded:
    with place.path.open("rb") as file:
        file.seek(place.offset)
        text = file.read(place.size)
    try:
        record = json.loads(text)
    except ValueError as error:
        raise GoldError(f"{place}: not JSON ({error}); mend or remove it") from error
    article = record.get("article") if isinstance(record, dict) else None
    if not isinstance(article, dict) or not isinstance(article.get("id"), str):
        raise GoldError(f"{place}: no article.id; every record names its article")
    return dict(record)


def _places(path: Path) -> Iterator[_Place]:
    if path.is_dir():
        files = sorted(path.glob("*.gold.json"))
        if not files:
            raise GoldError(f"{path}: no *.gold.json in this folder")
        yield from (_Place(file, 0, file.stat().st_size, 1) for file in files)
    elif path.suffix == ".json":
        yield _Place(path, 0, path.stat().st_size, 1)
    else:
        offset = 0
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _Place(path, offset, len(line), number)
                offset += len(line)
