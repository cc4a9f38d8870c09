"""Split a doc into sentences by its punctuation and lines."""

from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.layout.boundaries import Boundaries
from custody_records.annotate.layout.bounded import bounded
from custody_records.annotate.layout.rules import load
from custody_records.annotate.resources import lexicon_of
from custody_records.annotate.text import text_of

# In the form of spaCy's arrays: a token starts a sentence, or stands inside one.
_START, _INSIDE = 1, -1


class NewsSentences:
    """Sets ``token.is_sent_start`` throughout the doc."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        self.boundaries = Boundaries(load(rules), lexicon_of(nlp, rules).function_words)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token of each sentence; white space belongs to the sentence before."""
        starts, lengths, spaces = doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).T.astype(np.int64)
        words = np.flatnonzero(spaces == 0)
        marks = np.full((len(doc), 1), _INSIDE, dtype=np.int64)
        marks[:1] = _START
        bounds = np.array(list(self.boundaries.find(text_of(doc))), dtype=np.int64)
        if words.size and bounds.size:
            # The word that a boundary stands before; within a word ("p.m.Monday") it ends nothing.
            at = np.searchsorted((starts + lengths)[words], bounds, side="right")
            bounds, at = bounds[at < words.size], at[at < words.size]
            marks[words[at[bounds <= starts[words[at]]]]] = _START
        marks[bounded(doc, np.flatnonzero(marks == _START))] = _START
        # Not token by token: each setting of is_sent_start looks at every token of the doc.
        if len(doc):
            doc.from_array(["SENT_START"], marks.astype(np.uint64))  # type: ignore[arg-type] # any 2-d array of 64 bits
        return doc
