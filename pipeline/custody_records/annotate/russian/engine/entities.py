"""Names of people, bodies and places, by slovnet's recogniser."""

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc, Span

from custody_records.annotate.model.arithmetic import one_thread
from custody_records.annotate.russian.engine import files
from custody_records.annotate.russian.engine.batches import Sentences

# The labels of spaCy's English models, so that what reads entities knows one set.
_LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}


class SlovnetEntities:
    """Sets ``doc.ents`` with the labels PERSON, ORG and GPE."""

    def __init__(self) -> None:
        self._ner = files.model("ner").infer

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one doc; its sentences are set."""
        spans: list[Span] = []
        with one_thread():
            for indices, tags in Sentences(doc).through(self._ner, self._read):
                names = [self._ner.decoder.tags_vocab.decode(t) for t in tags]
                spans += _spans(doc, indices, names)
        doc.ents = sorted(spans, key=lambda span: span.start)
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Yield the docs; each is a batch of its own, so that its result hangs on it alone."""
        return map(self, docs)

    def _read(self, batch: Any) -> Iterator[Any]:
        model = self._ner.model
        found = model(batch.word_id, batch.shape_id, batch.pad_mask)
        yield from model.head.crf.decode(found, ~batch.pad_mask)


def _spans(doc: Doc, indices: list[int], tags: list[str]) -> Iterator[Span]:
    """Yield the spans of a sentence's BIO tags."""
    start = 0
    label = ""
    for n, tag in enumerate([*tags, "O"]):
        move, _, kind = tag.partition("-")
        if label and (move != "I" or kind != label):
            yield Span(doc, indices[start], indices[n - 1] + 1, label=_LABELS[label])
            label = ""
        if kind and not label:
            start, label = n, kind
