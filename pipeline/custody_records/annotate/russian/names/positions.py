"""Where in a doc the words stand that can be or open a name, without a look at each token."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np
from spacy.tokens import Doc, Token

from custody_records.annotate.cache import cached
from custody_records.annotate.russian.doc_lemmas import lemmas


def capitals(doc: Doc) -> list[int]:
    """Return the positions of the tokens that are not in lower case, in order."""
    return cached(doc, "names.capitals", _capitals)


def of_lemmas(doc: Doc, wanted: frozenset[str]) -> set[int]:
    """Return the positions of the tokens with one of these lemmas (lower case, е for ё)."""
    held = cached(doc, "names.lemmas", _by_lemma)
    return {i for lemma in held.keys() & wanted for i in held[lemma]}


def of_words(doc: Doc, words: Iterable[str], attribute: str = "ORTH") -> set[int]:
    """Return the positions of the tokens with one of these forms, as printed or LOWER."""
    hashes = np.array([doc.vocab.strings[word] for word in words], dtype=np.uint64)
    return set(np.flatnonzero(np.isin(doc.to_array(attribute), hashes)).tolist())


def tokens(doc: Doc, positions: Iterable[int]) -> Iterator[Token]:
    """Yield the tokens at positions, in order."""
    return (doc[i] for i in sorted(positions))


def _capitals(doc: Doc) -> list[int]:
    found: list[int] = np.flatnonzero(doc.to_array("IS_LOWER") == 0).tolist()
    return found


def _by_lemma(doc: Doc) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for i, lemma in enumerate(lemmas(doc)):
        found[lemma].append(i)
    return found
