"""Parts of speech, morphology and dependencies, by slovnet's models."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from custody_records.annotate.model.arithmetic import one_thread
from custody_records.annotate.russian.engine import files
from custody_records.annotate.russian.engine.batches import Sentences
from custody_records.annotate.russian.engine.tree import ROOT, one_tree

_ATTRIBUTES = ("POS", "TAG", "MORPH", "HEAD", "DEP")
_SPACE = "SPACE"


class SlovnetSyntax:
    """Sets ``pos``, ``tag``, ``morph``, ``head`` and ``dep`` (Universal Dependencies)."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._morph = files.model("morph").infer
        self._syntax = files.model("syntax").infer
        self._tags: dict[int, tuple[int, int, int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one doc; its sentences are set."""
        if not len(doc):
            return doc
        with one_thread():
            return self._annotated(doc)

    def _annotated(self, doc: Doc) -> Doc:
        table = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
        sentences = Sentences(doc)
        self._hang_spaces(doc, table)
        for indices, tags in sentences.through(self._morph, self._read_tags):
            for i, tag in zip(indices, tags, strict=True):
                table[i, :3] = self._tag(int(tag))
        for indices, (heads, relations) in sentences.through(self._syntax, self._read_trees):
            tree = one_tree([int(head) - 1 for head in heads])
            for n, (i, head) in enumerate(zip(indices, tree, strict=True)):
                label = "ROOT" if head == ROOT else self._label(int(relations[n]))
                table[i, 3] = _distance(0 if head == ROOT else indices[head] - i)
                table[i, 4] = self.vocab.strings.add(label)
        doc.from_array(list(_ATTRIBUTES), table)  # type: ignore[arg-type] # any 2-d array of 64 bits
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Yield the docs; each is a batch of its own, so that its result hangs on it alone."""
        return map(self, docs)

    def _tag(self, tag: int) -> tuple[int, int, int]:
        """Return (POS, TAG, MORPH) as spaCy's numbers."""
        if tag not in self._tags:
            printed = self._morph.decoder.tags_vocab.decode(tag)
            pos, _, features = printed.partition("|")
            self._tags[tag] = (
                self.vocab.strings.add(pos),
                self.vocab.strings.add(pos),
                self.vocab.morphology.add(features),
            )
        return self._tags[tag]

    def _label(self, relation: int) -> str:
        label: str = self._syntax.decoder.rels_vocab.decode(relation)
        return "parataxis" if label == "root" else label

    def _read_tags(self, batch: Any) -> Iterator[Any]:
        tags = self._morph.model.head.decode(
            self._morph.model(batch.word_id, batch.shape_id, batch.pad_mask)
        )
        return _without_padding(tags, batch.pad_mask)

    def _read_trees(self, batch: Any) -> Iterator[Any]:
        model, mask = self._syntax.model, ~batch.pad_mask
        found = model(batch.word_id, batch.shape_id, batch.pad_mask)
        heads = model.head.decode(found.head_id, mask)
        relations = model.rel.decode(found.rel_id, mask)
        return zip(
            _without_padding(heads, batch.pad_mask),
            _without_padding(relations, batch.pad_mask),
            strict=True,
        )

    def _hang_spaces(self, doc: Doc, table: Any) -> None:
        """Hang white space on the word before it, or after it at the text's beginning."""
        pos = self.vocab.strings.add(_SPACE)
        for token in doc:
            if token.is_space:
                table[token.i, :2] = pos
                table[token.i, 3] = _distance(-1 if token.i else min(1, len(doc) - 1))
                table[token.i, 4] = self.vocab.strings.add("dep")


def _distance(words: int) -> int:
    """Return a head's distance as spaCy's arrays have it: 64 bits, no sign."""
    return words % 2**64


def _without_padding(rows: Any, padding: Any) -> Iterator[Any]:
    for row, pad in zip(rows, padding, strict=True):
        yield row[~pad]
