"""The garbage collector while a batch is worked on: it need not walk through the model.

Model and rules are half a million objects that stay. Python's collector looks at all of them
whenever enough new ones have been made, and at the new ones every time that an article has made
a few hundred.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = 100_000, 20, 20


def spare_what_stays() -> None:
    """Leave what is loaded now out of every later collection; to be called in a process of its own.

    A library must not do this to its host for good: see ``sparing_what_stays``.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)


@contextmanager
def sparing_what_stays() -> Iterator[None]:
    """Do the same for a block, without collecting; the host's own settings stand after it."""
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    if not frozen:
        gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        if not frozen:
            gc.unfreeze()
