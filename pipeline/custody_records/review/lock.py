"""One writer at a time: threads of a server, and several servers on the same gold."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from custody_records.lock import lock


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a folder against every other writer; let go at the end, or when the process dies."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a+b") as file:
        lock(file.fileno(), wait=True)
        yield
