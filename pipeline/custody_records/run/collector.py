"""The garbage collector of a process that is a run's own: it need not walk through the model."""

import gc

_THRESHOLDS = 20_000, 20, 20


def spare_what_stays() -> None:
    """Leave what is loaded now out of every later collection; to be called in a process of its own.

    Model and rules are half a million objects that stay; a collection every time that an article
    has made a few thousand would look at all of them. A library must not do this to its host.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
