"""Read gold: a folder of ``*.gold.json``, or one JSONL file."""

import json
from pathlib import Path
from typing import Any


def read_gold(path: Path) -> dict[str, dict[str, Any]]:
    """Return article id → gold record."""
    if path.is_dir():
        texts = [file.read_text(encoding="utf-8") for file in sorted(path.glob("*.gold.json"))]
    else:
        texts = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    records = [json.loads(text) for text in texts]
    return {record["article"]["id"]: record for record in records}
