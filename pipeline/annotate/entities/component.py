"""The stock entity recogniser, run sentence by sentence on vectors of the whole text.

No entity crosses the start of a sentence, and the recogniser's state knows of nothing but the
entity that is open; so at the start of a sentence it is as at the start of a text. Its vectors
do look across (four words either way) and are computed over the whole text, as the model was
trained. The entities are the same; a hundred sentences take the steps of the longest of them.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.pipeline.tok2vec import Tok2VecListener
from spacy.tokens import Doc, Span
from spacy.util import minibatch
from thinc.api import Model

from pipeline.annotate import greedy
from pipeline.annotate.vectors import speed_up

_BATCH = 16  # docs; the vectors of more do not fit in the processor's cache


class SentenceEntities:
    """Writes ``doc.ents``; the sentences must be set."""

    def __init__(self) -> None:
        self._recognizer: Any = None
        self._vectors: Any = None
        self._given: dict[str, Any] = {}

    def take_from(self, nlp: Language, name: str = "ner") -> bool:
        """Move the recogniser ``name`` of ``nlp`` in here; False if it is of another kind."""
        recognizer = nlp.get_pipe(name)
        if not isinstance(recognizer, EntityRecognizer):
            return False
        model = recognizer.model
        vectors = model.get_ref("tok2vec")
        if model.layers[0] is not vectors or any(
            isinstance(layer, Tok2VecListener) for layer in vectors.walk()
        ):
            return False
        nlp.remove_pipe(name)
        given: Model[list[Doc], Any] = Model("given_vectors", self._give)
        model.layers[0] = given
        model.set_ref("tok2vec", given)
        self._recognizer, self._vectors = recognizer, speed_up(vectors, nlp.vocab)
        return True

    def __call__(self, doc: Doc) -> Doc:
        """Find the entities of one doc."""
        self._find([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Find the entities of many docs."""
        for batch in minibatch(stream, size=min(batch_size, _BATCH)):  # type: ignore[no-untyped-call]
            docs = list(batch)
            self._find(docs)
            yield from docs

    def _find(self, docs: list[Doc]) -> None:
        docs = [doc for doc in docs if len(doc)]
        if not docs or self._recognizer is None:
            return
        sentences = [sentence for doc in docs for sentence in doc.sents]
        pieces = [_piece(sentence) for sentence in sentences]
        self._given["vectors"] = self._vectors.predict(docs)
        try:
            states = greedy.parse(self._recognizer, pieces)
        finally:
            self._given.clear()
        self._recognizer.set_annotations(pieces, states)
        found: dict[int, list[Span]] = {id(doc): [] for doc in docs}
        for sentence, piece in zip(sentences, pieces, strict=True):
            start = sentence.start
            found[id(sentence.doc)] += [
                Span(sentence.doc, start + e.start, start + e.end, label=e.label)
                for e in piece.ents
            ]
        for doc in docs:
            doc.set_ents(found[id(doc)])

    def _give(self, model: Any, docs: list[Doc], is_train: bool) -> tuple[Any, Any]:
        """Be the first layer of the recogniser: pieces in order have their docs' vectors."""
        return self._given["vectors"], lambda _: []


def _piece(sentence: Span) -> Doc:
    """Return a sentence as a doc of its own."""
    words, spaces = [], []
    for token in sentence:
        words.append(token.text)
        spaces.append(bool(token.whitespace_))
    return Doc(sentence.doc.vocab, words=words, spaces=spaces)
