"""Which of many sets of words have none in a sentence, told by one operation on whole numbers."""

from collections import defaultdict
from collections.abc import Iterable, Set
from typing import Generic, TypeVar

Word = TypeVar("Word", str, int)


class WordSets(Generic[Word]):
    """Sets of words, a bit each."""

    def __init__(self, sets: Iterable[frozenset[Word]]) -> None:
        """Number the sets in their order: those that are asked for most go first."""
        self._bits: dict[frozenset[Word], int] = {
            words: 1 << number for number, words in enumerate(dict.fromkeys(sets))
        }
        self._held: dict[Word, int] = defaultdict(int)
        for words, bit in self._bits.items():
            for word in words:
                self._held[word] |= bit

    def bits(self, sets: Iterable[frozenset[Word]]) -> int:
        """Return the bits of some of the sets."""
        return sum(self._bits[words] for words in set(sets))

    def missing(self, words: Set[Word]) -> int:
        """Return a number that has the bits of the sets of which none of the words is one."""
        met = 0
        for word in words & self._held.keys():
            met |= self._held[word]
        return ~met
