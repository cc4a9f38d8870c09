"""Which articles are reviewed, and in which order."""

import hashlib
from collections.abc import Iterable


def sample(ids: Iterable[str], count: int, seed: int) -> list[str]:
    """Draw ``count`` ids, all equally likely, so that figures from them are unbiased.

    The same seed draws the same ids whatever their order, and a larger count keeps those of a
    smaller one.
    """
    ranked = sorted(ids, key=lambda id_: hashlib.sha256(f"{seed} {id_}".encode()).digest())
    return sorted(ranked[:count])
