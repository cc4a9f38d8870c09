"""The words of a doc's sentences as one array, as the models take them.

Between two sentences, and at both ends, lies a row that is no word: the models' windows of three
words find nothing there, so that no sentence needs padding and none sees another.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Numbers = NDArray[np.int64]
Form = tuple[int, int]
ROWS = 1000  # words a block: what the models hold in memory at a time
_FORMS = 100_000
NO_WORD = -1


@dataclass(frozen=True, slots=True)
class Block:
    """Whole sentences of a doc, a row a word.

    ``tokens``: the row's token, ``NO_WORD`` between sentences. ``distinct``: (word, shape) of each
    form, in the models' vocabulary; ``forms``: the row's place among them. ``sentences``: (first,
    behind the last row) of each; the row before a sentence is no word.
    """

    tokens: Numbers
    forms: Numbers
    distinct: list[Form]
    sentences: list[tuple[int, int]]


class Encoder:
    """Cuts docs into blocks; each form is looked up in the models' vocabulary once."""

    def __init__(self, encoder: Any) -> None:
        """``encoder`` is a slovnet model's: all of them have one vocabulary."""
        self._numbers = lru_cache(_FORMS)(self._numbered)
        self._encoder = encoder
        self.padding: Form = (encoder.words_vocab.pad_id, encoder.shapes_vocab.pad_id)

    def blocks(self, doc: Doc) -> Iterator[Block]:
        """Yield the doc's words without white space; its sentences are set."""
        rows: list[int] = [NO_WORD]
        numbers = [self.padding]
        sentences: list[tuple[int, int]] = []
        for tokens, forms in self._sentences(doc):
            if len(rows) > 1 and len(rows) + len(tokens) > ROWS:
                yield _block(rows, numbers, sentences)
                rows, numbers, sentences = [NO_WORD], [self.padding], []
            sentences.append((len(rows), len(rows) + len(tokens)))
            rows += [*tokens, NO_WORD]
            numbers += [*forms, self.padding]
        if sentences:
            yield _block(rows, numbers, sentences)

    def _sentences(self, doc: Doc) -> Iterator[tuple[list[int], list[Form]]]:
        """Yield each sentence's tokens and the numbers of their forms."""
        strings, numbers = doc.vocab.strings, self._numbers
        table = doc.to_array(["ORTH", "IS_SPACE", "SENT_START"]).tolist()
        tokens: list[int] = []
        forms: list[Form] = []
        for i, (form, space, start) in enumerate(table):
            if start == 1 and tokens:
                yield tokens, forms
                tokens, forms = [], []
            if not space:
                tokens.append(i)
                forms.append(numbers(strings[form]))
        if tokens:
            yield tokens, forms

    def _numbered(self, word: str) -> Form:
        # The models' embeddings were made of texts without the letter.
        plain = word.replace("ё", "е").replace("Ё", "Е")
        ((form,), (shape,)) = self._encoder.item([plain])
        return form, shape


def _block(rows: list[int], numbers: list[Form], sentences: list[tuple[int, int]]) -> Block:
    distinct = {pair: n for n, pair in enumerate(dict.fromkeys(numbers))}
    forms = np.array([distinct[pair] for pair in numbers])
    return Block(np.array(rows), forms, list(distinct), sentences)
