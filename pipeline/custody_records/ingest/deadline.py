"""Limits of time and memory for parsers of foreign documents."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from custody_records import deadline as limits
from custody_records.ingest.errors import RefusedError

_LIBRARIES = 256_000_000  # bytes of memory that a parser may need for itself


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise RefusedError if the block takes longer."""
    try:
        with limits.deadline(seconds):
            yield
    except limits.DeadlineError as error:
        raise RefusedError(f"takes longer than {seconds:g} s to read; raise --timeout") from error


@contextmanager
def memory(most: int) -> Iterator[None]:
    """Raise RefusedError if the block unpacks more than so many bytes at once.

    The libraries themselves get room beside that: a process without any is no longer able to
    tell what is wrong.
    A stream of a PDF is unpacked by its library in one go, and fifty megabytes can hold fifty
    gigabytes of zeros. Only on Linux; elsewhere the block has all there is.
    """
    if sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    wanted = pages * resource.getpagesize() + _LIBRARIES + most
    resource.setrlimit(resource.RLIMIT_AS, (wanted if soft < 0 else min(wanted, soft), hard))
    try:
        yield
    except MemoryError as error:
        raise RefusedError(f"unpacks to more than {most:,} bytes; raise --max-unpacked") from error
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
