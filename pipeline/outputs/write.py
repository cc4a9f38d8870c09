"""Write files whole or not at all: beside the target first, then renamed."""

import json
import os
from pathlib import Path
from typing import Any


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text with ``\\n`` line ends; an interrupted write leaves the old file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    with beside.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def to_json(data: Any) -> str:
    """Return one line of JSON with sorted keys."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
