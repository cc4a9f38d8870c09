"""Limits of time and memory for parsers of foreign documents."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from custody_records.ingest.errors import RefusedError

_LIBRARIES = 256_000_000  # bytes of memory that a parser may need for itself


class _OverError(BaseException):
    """No parser's ``except Exception`` may swallow it."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise RefusedError if the block takes longer.

    By a signal, so only in the main thread of a POSIX system; elsewhere the block runs on.
    """
    in_main = threading.current_thread() is threading.main_thread()
    if not in_main or not hasattr(signal, "setitimer"):
        yield
        return

    def over(number: int, frame: FrameType | None) -> None:
        raise _OverError

    before = signal.signal(signal.SIGALRM, over)
    # Repeated: the first may arrive within a destructor, where Python drops exceptions.
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.05)
    try:
        yield
    except _OverError as error:
        raise RefusedError(f"takes longer than {seconds:g} s to read; raise --timeout") from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


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
