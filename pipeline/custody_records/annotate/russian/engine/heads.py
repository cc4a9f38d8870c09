"""What slovnet's models read off the encoded rows: names, tags, trees; with the same result."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from custody_records.annotate.russian.engine.batches import Numbers
from custody_records.annotate.russian.engine.encoder import Floats

Sentences = list[tuple[int, int]]
ROOT = -1


def tags(head: Any, rows: Floats) -> Numbers:
    """Return the number of each row's morphological tag."""
    found: Numbers = head(rows).argmax(-1)
    return found


class Names:
    """The likeliest BIO tags of whole sentences (Viterbi), all sentences a step at a time."""

    def __init__(self, head: Any) -> None:
        self._proj = head.proj
        self._moves = head.crf.transitions.array  # from tag x to tag

    def __call__(self, rows: Floats, sentences: Sentences) -> Iterator[tuple[int, Numbers]]:
        """Yield (sentence, its rows' tags)."""
        emitted = self._proj(rows)
        order = sorted(range(len(sentences)), key=lambda n: _length(sentences[n]), reverse=True)
        firsts = np.array([sentences[n][0] for n in order])
        lengths = np.array([_length(sentences[n]) for n in order])
        alive = [int((lengths > step).sum()) for step in range(int(lengths[0]))]
        score = emitted[firsts]
        came: list[NDArray[np.intp]] = []  # the best tag before each tag, step by step
        for step, count in enumerate(alive[1:], 1):
            ways = score[:count, :, np.newaxis] + self._moves
            came.append(ways.argmax(1))
            score[:count] = ways.max(1) + emitted[firsts[:count] + step]
        chosen = score.argmax(1)
        path = np.zeros((len(alive), len(order)), dtype=np.int64)
        for step in range(len(alive) - 1, -1, -1):
            count = alive[step]
            path[step, :count] = chosen[:count]
            if step:
                chosen[:count] = came[step - 1][np.arange(count), chosen[:count]]
        for at, n in enumerate(order):
            yield n, path[: lengths[at], at]


class Trees:
    """Each word's head and relation."""

    def __init__(self, model: Any) -> None:
        self._head, self._rel = model.head, model.rel
        self._relations = self._rel.kernel.array.shape[1] // self._rel.kernel.array.shape[0]

    def __call__(self, rows: Floats, sentences: Sentences) -> tuple[Numbers, Numbers]:
        """Return (row of the head, number of the relation) a row.

        A root's head is the row before its sentence.
        """
        roots = [first - 1 for first, _ in sentences]
        heads = np.arange(len(rows))
        rooted = rows.copy()
        rooted[roots] = self._head.root.array
        above = self._head.head(rooted) @ self._head.kernel.array
        below = self._head.tail(rooted).T
        for first, end in sentences:
            scores = above[first:end] @ below[:, first - 1 : end]
            heads[first:end] = scores.argmax(-1) + (first - 1)
        rooted[roots] = self._rel.root.array
        chosen, which = np.unique(heads, return_inverse=True)
        above = self._rel.head(rooted[chosen]) @ self._rel.kernel.array
        above = above.reshape(len(chosen), self._relations, -1)[which]
        found = (above @ self._rel.tail(rows)[:, :, np.newaxis])[:, :, 0]
        return heads, found.argmax(-1)


def _length(sentence: tuple[int, int]) -> int:
    first, end = sentence
    return end - first


def mend(heads: Numbers, sentences: Sentences) -> None:
    """Have each sentence one root and no cycle, as ``one_tree`` has it; ``heads`` is written over.

    O(n log m) for n rows and a longest sentence of m.
    """
    firsts, ends = np.array(sentences).T
    lengths = ends - firsts
    sentence = np.repeat(np.arange(len(sentences)), lengths)
    words = np.arange(len(sentence)) + sentence + 1  # a row of no word before each sentence
    root = firsts[sentence] - 1
    reached = heads
    for _ in range(int(lengths.max()).bit_length()):
        reached = reached[reached]
    rooted = np.bincount(sentence[heads[words] == root], minlength=len(sentences)) == 1
    astray = np.bincount(sentence[reached[words] != root], minlength=len(sentences)) > 0
    for n in np.flatnonzero(~rooted | astray).tolist():
        first, end = sentences[n]
        heads[first:end] = np.array(one_tree((heads[first:end] - first).tolist())) + first


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
