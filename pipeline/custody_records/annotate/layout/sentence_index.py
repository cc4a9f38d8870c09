"""Sentence bounds by character, looked up by position."""

from bisect import bisect_right
from typing import Self

from spacy.tokens import Doc

from custody_records.annotate.cache import cached
from custody_records.annotate.text import text_of

# No sentence of an article is longer; a text without stops must not make the steps slow.
_REACH = 1_000


class Sentences:
    """Start offsets of a text's sentences, ascending, and the text's length."""

    def __init__(self, starts: list[int], length: int) -> None:
        self.starts = starts or [0]
        self.length = length

    @classmethod
    def of(cls, doc: Doc) -> Self:
        """Take the sentences of a doc, once for all that ask."""
        return cached(doc, "sentence_bounds", cls._read)

    @classmethod
    def _read(cls, doc: Doc) -> Self:
        marks, starts = doc.to_array(["SENT_START", "IDX"]).T
        return cls(starts[marks == 1].tolist(), len(text_of(doc)))

    def index(self, position: int) -> int:
        """Return which sentence holds a position."""
        return max(0, bisect_right(self.starts, position) - 1)

    def around(self, position: int) -> tuple[int, int]:
        """Return start and end of the sentence that holds a position, or of its part nearby."""
        index = self.index(position)
        following = self.starts[index + 1] if index + 1 < len(self.starts) else self.length
        return max(self.starts[index], position - _REACH), min(following, position + _REACH)

    def back(self, position: int, count: int) -> int:
        """Return the start of the sentence ``count`` before the one that holds a position."""
        return max(self.starts[max(0, self.index(position) - count)], position - count * _REACH)
