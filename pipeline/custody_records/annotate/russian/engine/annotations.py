"""Parts of speech, morphology, dependencies and names, by slovnet's models in one go."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from custody_records.annotate.model.arithmetic import one_thread
from custody_records.annotate.russian.engine import files, heads
from custody_records.annotate.russian.engine.batches import NO_WORD, Block, Encoder
from custody_records.annotate.russian.engine.encoder import Encoders, Floats

_ATTRIBUTES = ("POS", "TAG", "MORPH", "HEAD", "DEP")
_SPACE = "SPACE"
# The labels of spaCy's English models, so that what reads entities knows one set.
_LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}


class SlovnetAnnotations:
    """Sets ``pos``, ``tag``, ``morph``, ``head``, ``dep`` (Universal Dependencies) and ``ents``."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        morph, syntax, ner = (files.model(kind) for kind in ("morph", "syntax", "ner"))
        self._encoder = Encoder(ner.encoder)
        self._encoders = Encoders([morph.model, syntax.model, ner.model])
        self._morph = morph.model.head
        self._trees = heads.Trees(syntax.model)
        self._names = heads.Names(ner.model.head)
        self._tags = self._numbers_of_tags(morph.decoder.tags_vocab.items)
        labels = ["parataxis" if label == "root" else label for label in _items(syntax, "rels")]
        self._relations = np.array([vocab.strings.add(label) for label in labels], dtype=np.uint64)
        self._root = vocab.strings.add("ROOT")
        self._bio = [tag.partition("-")[::2] for tag in _items(ner, "tags")]

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one doc; its sentences are set."""
        if not len(doc):
            return doc
        table = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
        spans: list[Span] = []
        self._hang_spaces(doc, table)
        with one_thread():
            for block in self._encoder.blocks(doc):
                tags, trees, names = self._encoders(block)
                inside = block.tokens != NO_WORD
                words = block.tokens[inside]
                table[words, :3] = self._tags[heads.tags(self._morph, tags[inside])]
                self._hang(block, trees, table)
                for n, found in self._names(names, block.sentences):
                    spans += self._spans(doc, block.tokens[slice(*block.sentences[n])], found)
        doc.from_array(list(_ATTRIBUTES), table)  # type: ignore[arg-type] # any 2-d array of 64 bits
        doc.ents = sorted(spans, key=lambda span: span.start)
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Yield the docs; each is a batch of its own, so that its result hangs on it alone."""
        return map(self, docs)

    def _numbers_of_tags(self, tags: list[str]) -> NDArray[np.uint64]:
        """Return (POS, TAG, MORPH) as spaCy's numbers, a row a tag "NOUN|Case=Gen"."""
        rows = []
        for tag in tags:
            pos, _, features = tag.partition("|")
            number = self.vocab.strings.add(pos)
            rows.append((number, number, self.vocab.morphology.add(features)))
        return np.array(rows, dtype=np.uint64)

    def _hang(self, block: Block, rows: Floats, table: NDArray[np.uint64]) -> None:
        """Write the heads and relations of a block's words."""
        above, relations = self._trees(rows, block.sentences)
        heads.mend(above, block.sentences)
        inside = block.tokens != NO_WORD
        tokens, up = block.tokens[inside], block.tokens[above[inside]]
        root = up == NO_WORD
        table[tokens, 3] = np.where(root, 0, up - tokens).astype(np.uint64)
        table[tokens, 4] = np.where(root, self._root, self._relations[relations[inside]])

    def _spans(self, doc: Doc, tokens: NDArray[np.int64], tags: Any) -> Iterator[Span]:
        """Yield the spans of a sentence's BIO tags."""
        if (tags == tags[0]).all() and not self._bio[tags[0]][1]:
            return
        start = 0
        label = ""
        for n, (move, kind) in enumerate([*(self._bio[tag] for tag in tags.tolist()), ("O", "")]):
            if label and (move != "I" or kind != label):
                span = int(tokens[start]), int(tokens[n - 1]) + 1
                yield Span(doc, *span, label=_LABELS[label])
                label = ""
            if kind and not label:
                start, label = n, kind

    def _hang_spaces(self, doc: Doc, table: NDArray[np.uint64]) -> None:
        """Hang white space on the word before it, or after it at the text's beginning."""
        pos, dep = self.vocab.strings.add(_SPACE), self.vocab.strings.add("dep")
        for i in np.flatnonzero(doc.to_array("IS_SPACE")).tolist():
            table[i, :2] = pos
            table[i, 3] = np.int64(-1 if i else min(1, len(doc) - 1)).astype(np.uint64)
            table[i, 4] = dep


def _items(model: Any, of: str) -> list[str]:
    items: list[str] = getattr(model.decoder, f"{of}_vocab").items
    return items
