"""Sentences of a Russian text: its lines, cut by razdel."""

from bisect import bisect_left

import numpy as np
from spacy.tokens import Doc

from custody_records.annotate.text import text_of

_START, _INSIDE = 1, -1  # as in spaCy's arrays
# No sentence is longer in tokens: the parser's memory grows with the square of the length.
_LONGEST = 250


class RazdelSentences:
    """Sets ``token.is_sent_start`` throughout the doc; white space belongs to what is before it."""

    def __init__(self) -> None:
        from razdel import sentenize

        self._sentenize = sentenize

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token of each sentence."""
        if not len(doc):
            return doc
        marks = np.full((len(doc), 1), _INSIDE, dtype=np.int64)
        words = [token.i for token in doc if not token.is_space]
        starts = [doc[i].idx for i in words]
        for offset in self._offsets(text_of(doc)):
            at = bisect_left(starts, offset)
            if at < len(words) and starts[at] == offset:
                marks[words[at]] = _START
        marks[0] = _START
        last = 0
        for i in range(len(doc)):
            if marks[i] == _START:
                last = i
            elif i - last >= _LONGEST:
                marks[i], last = _START, i
        doc.from_array(["SENT_START"], marks.astype(np.uint64))  # type: ignore[arg-type] # any 2-d array of 64 bits
        return doc

    def _offsets(self, text: str) -> list[int]:
        """Return where sentences begin, in characters."""
        found = []
        line_start = 0
        for line in text.split("\n"):
            found += [line_start + sentence.start for sentence in self._sentenize(line)]
            line_start += len(line) + 1
        return found
