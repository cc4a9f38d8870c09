"""Split a doc into sentences by its punctuation and lines."""

from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from pipeline.annotate.names.lexicon import lexicon
from pipeline.annotate.sentences.boundaries import Boundaries
from pipeline.annotate.sentences.rules import load

# In the form of spaCy's arrays: a token starts a sentence, or stands inside one.
_START, _INSIDE = 1, -1


class NewsSentences:
    """Sets ``token.is_sent_start`` throughout the doc."""

    def __init__(self, rules: Path) -> None:
        self.boundaries = Boundaries(load(rules), lexicon(rules).words.function_words)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token of each sentence; white space belongs to the sentence before."""
        starts = iter(self.boundaries.find(doc.text))
        following = next(starts, -1)
        marks = np.full((len(doc), 1), _INSIDE, dtype=np.int64)
        for token in doc:
            opens = token.i == 0
            while 0 <= following < token.idx + len(token) and not token.is_space:
                # A stop inside a token ("p.m.Monday") ends nothing.
                opens = opens or following <= token.idx
                following = next(starts, -1)
            if opens:
                marks[token.i] = _START
        # Not token by token: each setting of is_sent_start looks at every token of the doc.
        if len(doc):
            doc.from_array(["SENT_START"], marks.astype(np.uint64))  # type: ignore[arg-type] # any 2-d array of 64 bits
        return doc
