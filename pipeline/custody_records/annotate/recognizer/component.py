"""The stock entity recogniser, on vectors and with decisions that are computed in bulk.

Its vectors look across sentences (four words either way), as the model was trained; no entity
crosses the start of a sentence. The entities are those that the recogniser finds by itself.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.pipeline.tok2vec import Tok2VecListener
from spacy.tokens import Doc, Span
from spacy.util import minibatch
from thinc.api import NumpyOps

from custody_records.annotate.model.arithmetic import one_thread
from custody_records.annotate.model.stock import StockParts
from custody_records.annotate.model.vectors import speed_up
from custody_records.annotate.recognizer.biluo import Biluo, Words

_BATCH = 16  # docs; the vectors of more do not fit in the processor's cache


class SentenceEntities:
    """Writes ``doc.ents``; the sentences must be set.

    It does nothing until it is given the stock recogniser.
    """

    def __init__(self, nlp: Language, rules: Path) -> None:
        self._vocab = nlp.vocab
        self._parts: StockParts | None = None
        self._decide: Biluo | None = None
        self._vectors: Any = None

    def take_from(self, nlp: Language, name: str = "ner") -> bool:
        """Move the recogniser ``name`` of ``nlp`` in here; False if it is of another kind."""
        parts = StockParts(nlp, [name])
        if not self._use(parts.pipes[name]):
            return False
        self._parts = parts
        nlp.remove_pipe(name)
        return True

    def _use(self, recognizer: Any) -> bool:
        if not isinstance(recognizer, EntityRecognizer):
            return False
        model = recognizer.model
        vectors = model.get_ref("tok2vec")
        if not isinstance(model.ops, NumpyOps) or any(
            isinstance(layer, Tok2VecListener) for layer in vectors.walk()
        ):
            return False
        try:
            self._decide = Biluo(recognizer)
        except ValueError:
            return False
        self._vectors = speed_up(vectors, self._vocab)
        return True

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the stock recogniser with the pipeline."""
        if self._parts is not None:
            self._parts.to_disk(Path(path))

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "SentenceEntities":
        """Read the stock recogniser that ``to_disk`` wrote, if it wrote one."""
        if Path(path).is_dir():
            self._parts = StockParts.from_disk(Path(path), self._vocab)
            self._use(next(iter(self._parts.pipes.values())))
        return self

    def __call__(self, doc: Doc) -> Doc:
        """Find the entities of one doc."""
        with one_thread():
            self._find([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Find the entities of many docs."""
        for batch in minibatch(stream, size=min(batch_size, _BATCH)):  # type: ignore[no-untyped-call]
            docs = list(batch)
            with one_thread():
                self._find(docs)
            yield from docs

    def _find(self, docs: list[Doc]) -> None:
        docs = [doc for doc in docs if len(doc)]
        if not docs or self._decide is None:
            return
        vectors = self._vectors.predict(docs)
        starts, space = np.concatenate([_flags(doc) for doc in docs]).T
        words = Words(vectors, np.append(starts[1:] == 1, True), space.astype(bool))
        found = deque(self._decide.entities(words))
        begin = 0
        for doc in docs:
            entities = []
            while found and found[0][0] < begin + len(doc):
                start, end, label = found.popleft()
                entities.append(Span(doc, start - begin, end - begin, label=label))
            doc.set_ents(entities)
            begin += len(doc)


def _flags(doc: Doc) -> NDArray[np.uint64]:
    """Return a row a word: whether a sentence starts with it (1), whether it is white space."""
    flags: NDArray[np.uint64] = np.asarray(doc.to_array(["SENT_START", "IS_SPACE"]), np.uint64)
    flags[0, 0] = 1
    return flags
