"""One writer at a time: a lock of the system's, which ends with the process that holds it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def lock(number: int, *, wait: bool) -> None:
    """Lock an open file (its number) for this process. OSError if another has it and is to keep it.

    ``wait``: until the other lets go.
    """
    try:
        import fcntl
    except ImportError:  # not a POSIX system
        import msvcrt

        how = msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK  # type: ignore[attr-defined,unused-ignore]
        os.lseek(number, 0, os.SEEK_SET)  # it locks from where the file stands
        msvcrt.locking(number, how, 1)  # type: ignore[attr-defined,unused-ignore]
        return
    fcntl.flock(number, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a folder against every other writer; let go at the end, or when the process dies."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a+b") as file:
        lock(file.fileno(), wait=True)
        yield
