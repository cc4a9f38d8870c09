"""What the words of sentences mean, by navec's vectors: verbs, and beside them other words."""

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc, Span

from custody_records.annotate.events.weights import Floats
from custody_records.annotate.russian.engine.files import embeddings
from custody_records.annotate.russian.names.words import plain
from custody_records.annotate.text import lower_of

# Part of a sentence's row in which a word of a coarse tag counts.
_PARTS = {"VERB": 0, "NOUN": 1, "ADJ": 1, "ADV": 1}
_NUMBERS = 2  # parts
_WEIGHT = 0.5  # length of each part of a row; that of the features' row is 1
_TINY = 1e-6


class Meanings:
    """Answers for the sentences of one doc, of whose words those inside mentions mean nothing."""

    def __init__(self, doc: Doc, words: Sequence[str | None]) -> None:
        """``words``: what the classifier sees of each token."""
        held = embeddings()
        lower, tags = lower_of(doc), doc.to_array("POS").tolist()
        parts = {doc.vocab.strings[tag]: part for tag, part in _PARTS.items()}
        seen = (i for i, word in enumerate(words) if word and word.islower() and tags[i] in parts)
        known = {i: plain(lower[i]) for i in seen}
        known = {i: form for i, form in known.items() if form in held.vocab}
        rows = {form: row for row, form in enumerate(dict.fromkeys(known.values()))}
        numbers = np.array([held.vocab[form] for form in rows], dtype=np.intp)
        codes = held.pq.codes[held.pq.qdims, held.pq.indexes[numbers]]
        self._vectors: Floats = codes.reshape(len(numbers), held.pq.dim)
        # token → its part and the row of its vector
        self._words = {i: (parts[tags[i]], rows[form]) for i, form in known.items()}

    def of(self, sentences: Sequence[Span]) -> Floats:
        """Return a row for each sentence: each part is the mean direction of its words."""
        found = [
            (n, *told) for n, sentence in enumerate(sentences) for _, told in self._in(sentence)
        ]
        sums = np.zeros((len(sentences), _NUMBERS, self._vectors.shape[1]), np.float32)
        if found:
            at, part, row = np.array(found).T
            np.add.at(sums, (at, part), self._vectors[row])
        lengths = np.maximum(np.linalg.norm(sums, axis=-1, keepdims=True), _TINY)
        rows: Floats = (sums * (_WEIGHT / lengths)).reshape(len(sentences), -1)
        return rows

    def shares(self, sentence: Span, weights: Floats) -> dict[int, float]:
        """Return what each word, by its place in its sentence, adds to its row's product."""
        words = self._in(sentence)
        by_part = weights.reshape(_NUMBERS, -1)
        sums = np.zeros_like(by_part)
        for _, (part, row) in words:
            sums[part] += self._vectors[row]
        lengths = np.maximum(np.linalg.norm(sums, axis=-1), _TINY)
        return {
            i - sentence.start: float(self._vectors[row] @ by_part[part] * _WEIGHT / lengths[part])
            for i, (part, row) in words
        }

    def _in(self, sentence: Span) -> list[tuple[int, tuple[int, int]]]:
        span = range(sentence.start, sentence.end)
        return [(i, self._words[i]) for i in span if i in self._words]
