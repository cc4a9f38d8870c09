"""Make a tree of what the parser says of each word alone."""

from collections.abc import Sequence

ROOT = -1


def one_tree(heads: Sequence[int]) -> list[int]:
    """Return the heads with one root and no cycle; ``ROOT`` is the root's head.

    The parser chooses each word's head by itself: two words may hang on each other, and several
    may be roots. The first root stays; further roots, and one word of each cycle, hang on it.
    O(n) for n words.
    """
    fixed = list(heads)
    root = next((i for i, head in enumerate(fixed) if head == ROOT), None)
    if root is None:
        root = 0
        fixed[0] = ROOT
    for i, head in enumerate(fixed):
        if head == ROOT and i != root:
            fixed[i] = root
    settled = [False] * len(fixed)
    settled[root] = True
    for i in range(len(fixed)):
        path: list[int] = []
        seen: set[int] = set()
        at = i
        while not settled[at] and at not in seen:
            seen.add(at)
            path.append(at)
            at = fixed[at]
        if at in seen:
            fixed[at] = root
        for passed in path:
            settled[passed] = True
    return fixed
