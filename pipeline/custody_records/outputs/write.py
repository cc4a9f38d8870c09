"""Write files whole or not at all: beside the target first, then renamed."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO


@contextmanager
def whole(path: Path, *, encoding: str = "utf-8", durable: bool = True) -> Iterator[TextIO]:
    """Open ``path`` for writing; it changes at the end of the block, or not at all.

    Line ends are written as they are given. ``durable`` waits until the disk has the bytes, so
    that a power cut leaves the old file or the new one; without it only a crash of this process
    does.
    """
    with beside(path) as part, part.open("w", encoding=encoding, newline="") as file:
        yield file
        if durable:
            file.flush()
            os.fsync(file.fileno())


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text with ``\\n`` line ends; an interrupted write leaves the old file."""
    with whole(path) as file:
        file.write(text)


def to_json(data: Any) -> str:
    """Return one line of JSON with sorted keys."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give a path to write to, for a library that opens files itself; renamed at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        yield part
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
