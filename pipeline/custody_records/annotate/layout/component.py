"""Split a doc into sentences by its punctuation and lines, none of them endless."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.layout.boundaries import Boundaries, load
from custody_records.annotate.resources import lexicon_of
from custody_records.annotate.text import text_of

LONGEST = 200  # tokens; the longest sentences of newspapers have half of it
_LATEST = 60  # tokens before the bound in which a pause is looked for
_PAUSES = (";", ":", ",", "—", "–", "-")


def bounded(doc: Doc, starts: NDArray[np.int64]) -> list[int]:
    """Return the tokens to start a sentence at in addition to ``starts`` (ascending, from 0).

    A piece ends behind the last pause before the bound, or at the bound. Many steps compare the
    words of a sentence with one another, so that a million words in one would take for ever.
    """
    if not len(starts):
        return []
    ends = np.append(starts[1:], len(doc))
    added: list[int] = []
    pauses: frozenset[int] | None = None
    orths: list[int] = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        if end - start <= LONGEST:
            continue
        if pauses is None:
            pauses = frozenset(doc.vocab.strings[sign] for sign in _PAUSES)
            orths = doc.to_array("ORTH").tolist()
        words = orths[start:end]
        at = 0
        while len(words) - at > LONGEST:
            window = range(at + LONGEST - 1, at + LONGEST - _LATEST, -1)
            at = next((i for i in window if words[i] in pauses), at + LONGEST - 1) + 1
            added.append(start + at)
    return added


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
