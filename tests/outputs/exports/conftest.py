"""A run's outputs, hand-made: what every export is tried on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from custody_records.outputs.exports.source import Source


def article(id_: str, **told: Any) -> dict[str, Any]:
    """Return the article part of a record."""
    empty = dict.fromkeys(("publisher", "author", "url", "published", "dateline"))
    return {
        "id": id_,
        "source": f"{id_}.txt",
        "title": id_,
        **empty,
        "published_basis": "none",
        "language": "en",
        "sha256": "0" * 64,
        "notice": None,
        "duplicate_of": None,
        **told,
    }


@pytest.fixture
def source_of(tmp_path: Path) -> Callable[[list[dict[str, Any]], dict[str, str]], Source]:
    """Write records and bodies as a run would."""

    def make(records: list[dict[str, Any]], bodies: dict[str, str]) -> Source:
        folder = tmp_path / "run"
        (folder / "bodies").mkdir(parents=True, exist_ok=True)
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (folder / "records.jsonl").write_text(lines, encoding="utf-8")
        for id_, body in bodies.items():
            (folder / "bodies" / f"{id_}.txt").write_text(body, encoding="utf-8")
        return Source(folder / "records.jsonl")

    return make
