"""No sentence is endless: a text without full stops is cut where a reader would pause."""

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

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
