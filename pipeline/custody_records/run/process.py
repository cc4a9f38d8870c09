"""Settings of a process that works on articles: one BLAS thread, a garbage collector that spares.

The model's matrices are small: ``--jobs`` uses the cores better than threads. Model and rules are
half a million objects that stay; Python's collector looks at all of them again and again while they
are made, and later at the new ones every time that an article has made a few hundred.

Imports nothing that imports numpy: the libraries read their variables once, when they load.
"""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

_VARIABLES = (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


def one_thread() -> None:
    """Ask for one thread, in this process and its children; a user's own setting stands."""
    for name in _VARIABLES:
        os.environ.setdefault(name, "1")


_THRESHOLDS = 100_000, 20, 20


def collect_seldom() -> None:
    """Have the collector look at new objects seldom; to be called in a process of its own.

    A library must not do this to its host for good: see ``collecting_seldom``.
    """
    gc.set_threshold(*_THRESHOLDS)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Do the same for a block; the host's own settings stand after it."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
