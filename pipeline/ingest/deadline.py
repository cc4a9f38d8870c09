"""A time limit for parsers of foreign documents."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from pipeline.ingest.errors import RefusedError


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
