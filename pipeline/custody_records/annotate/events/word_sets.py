"""Which of many sets of words have one in a sentence, told by one operation on whole numbers."""

from collections import defaultdict
from collections.abc import Iterable, Set
from typing import Generic, TypeVar

Word = TypeVar("Word", str, int)


class WordSets(Generic[Word]):
    """Sets of words, a bit each: the sooner a set is told, the lower its bit."""

    def __init__(self) -> None:
        self._bits: dict[frozenset[Word], int] = {}
        self._held: dict[Word, int] = defaultdict(int)

    def bits(self, sets: Iterable[frozenset[Word]]) -> int:
        """Return the bits of some sets."""
        return sum(map(self._bit, set(sets)))

    def _bit(self, words: frozenset[Word]) -> int:
        if words not in self._bits:
            self._bits[words] = 1 << len(self._bits)
            for word in words:
                self._held[word] |= self._bits[words]
        return self._bits[words]

    def met(self, words: Set[Word]) -> int:
        """Return a number that has the bits of the sets of which one of the words is one."""
        met = 0
        for word in words & self._held.keys():
            met |= self._held[word]
        return met
