"""A limit of time for a block of code that works on foreign text."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 0.05  # seconds; the first signal may arrive within a destructor, where it is dropped


class DeadlineError(Exception):
    """A block took longer than its time."""


class _OverError(BaseException):
    """No ``except Exception`` within the block may swallow it."""


def available() -> bool:
    """Tell whether a deadline can be held here: in the main thread of a POSIX system."""
    in_main = threading.current_thread() is threading.main_thread()
    return in_main and hasattr(signal, "setitimer")


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise DeadlineError if the block takes longer than ``seconds``; 0 is no limit.

    By a signal, which also interrupts a regular expression. Where ``available`` says no the block
    runs without a limit.
    """
    if not seconds or not available():
        yield
        return

    def over(number: int, frame: FrameType | None) -> None:
        raise _OverError

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    except _OverError as error:
        raise DeadlineError(f"took longer than {seconds:g} s") from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
