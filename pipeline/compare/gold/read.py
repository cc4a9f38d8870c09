"""Read records and gold: one JSONL file, or a folder of ``*.gold.json``."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Loaded = dict[str, Any]


class GoldError(ValueError):
    """A gold or record file that cannot be compared; the message names file, line and remedy."""


def read_records(path: Path) -> Iterator[Loaded]:
    """Yield the records of a JSONL file, of one JSON file, or of a folder's ``*.gold.json``.

    Raises GoldError for what is no record or stands twice.
    """
    seen: dict[str, str] = {}
    for place, text in _texts(path):
        try:
            record = json.loads(text)
        except json.JSONDecodeError as error:
            raise GoldError(f"{place}: not JSON ({error}); mend or remove the line") from error
        article = record.get("article") if isinstance(record, dict) else None
        id_ = article.get("id") if isinstance(article, dict) else None
        if not isinstance(id_, str):
            raise GoldError(f"{place}: no article.id; every record names its article")
        if id_ in seen:
            raise GoldError(f"{place}: article {id_!r} stands in {seen[id_]} already; keep one")
        seen[id_] = place
        yield record


def read_gold(path: Path) -> dict[str, Loaded]:
    """Return article id → record, in the order of the ids. Raises GoldError."""
    return {r["article"]["id"]: r for r in sorted(read_records(path), key=_id)}


def _id(record: Loaded) -> str:
    return str(record["article"]["id"])


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    if path.is_dir():
        files = sorted(path.glob("*.gold.json"))
        if not files:
            raise GoldError(f"{path}: no *.gold.json in this folder")
        for file in files:
            yield str(file), file.read_text(encoding="utf-8")
    elif path.suffix == ".json":
        yield str(path), path.read_text(encoding="utf-8")
    else:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield f"{path}:{number}", line
