"""The component ``sentence_syntax``: holds the stock syntax parts for whoever asks."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from custody_records.annotate.model.stock import StockParts
from custody_records.annotate.model.vectors import speed_up
from custody_records.annotate.syntax.coarse import CoarseTags
from custody_records.annotate.syntax.codes import CodeNames
from custody_records.annotate.syntax.engine import SyntaxEngine


def parse(component: Any, docs: list[Doc]) -> list[Any]:
    """Return the final state of every doc, as ``component.predict`` does."""
    if component.cfg.get("beam_width", 1) != 1:
        found: list[Any] = component.predict(docs)
        return found
    states: list[Any] = component.moves.init_batch(docs)
    step = component.model.predict(docs)
    attrs = component.model.attrs
    known = attrs["has_upper"] and not attrs["unseen_classes"]
    scores = partial(_scores, step) if known else step.predict
    going = [state for state in states if not state.is_final()]
    while going:
        going = component.transition_states(going, scores(going))
    step.clear_memory()
    return states


def _scores(step: Any, states: list[Any]) -> Any:
    """Return a row of scores a state, as ``step.predict`` does where every class was learned."""
    return step.vec2scores.predict(step.state2vec.predict(step.get_token_ids(states)))


class GreedyParser:
    """The stock parser as a pipe, faster, with the same result; for docs that are sentences.

    spaCy's own loop gives up Python's global lock for a whole batch, and its state functions ask
    for it back at every look at a token: waiting for the lock is most of the loop's time. Here the
    same steps are taken with the lock held, by spaCy's own public parts, for many short texts at
    once: a step costs the same for one text as for hundreds.
    """

    def __init__(self, parser: Any) -> None:
        self.parser = parser

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Parse docs in batches."""
        for batch in minibatch(stream, size=batch_size):  # type: ignore[no-untyped-call]
            docs = list(batch)
            if any(len(doc) for doc in docs):
                self.parser.set_annotations(docs, parse(self.parser, docs))
            yield from docs


# The stock model's parts that only some sentences need, and those that nothing here needs:
# patterns name word forms, not lemmas, and coarse tags are read off the attribute ruler.
STOCK = ("tok2vec", "tagger", "parser")
_RULER = "attribute_ruler"
_NEEDLESS = (_RULER, "lemmatizer", "senter")


class SentenceSyntax:
    """Holds the pipeline's SyntaxEngine where later components find it.

    It analyses nothing by itself until it is given the stock pipes.
    """

    def __init__(self, nlp: Language, rules: Path) -> None:
        self.engine = SyntaxEngine(codes=CodeNames(rules))
        self._vocab = nlp.vocab
        self._parts: StockParts | None = None

    def take_from(self, nlp: Language) -> None:
        """Move the stock syntax components of ``nlp`` into the engine."""
        self._use(StockParts(nlp, (*STOCK, _RULER)))
        for name in (*STOCK, *_NEEDLESS):
            if name in nlp.component_names:
                nlp.remove_pipe(name)

    def _use(self, parts: StockParts) -> None:
        pipes: list[tuple[str, Any]] = []
        for name, pipe in parts.pipes.items():
            if name == "tok2vec":
                pipe.model = speed_up(pipe.model, self._vocab)
            if name == _RULER:
                pipes.append(("coarse_tags", CoarseTags(pipe)))
            else:
                pipes.append((name, GreedyParser(pipe) if name == "parser" else pipe))
        self._parts = parts
        self.engine.pipes = tuple(pipes)  # components hold this engine

    def __call__(self, doc: Doc) -> Doc:
        """Change nothing."""
        return doc

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the stock components with the pipeline."""
        if self._parts is not None:
            self._parts.to_disk(Path(path))

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "SentenceSyntax":
        """Read the stock components that ``to_disk`` wrote, if it wrote any."""
        if Path(path).is_dir():
            self._use(StockParts.from_disk(Path(path), self._vocab))
        return self


def engine_of(nlp: Language) -> SyntaxEngine:
    """Return the engine of a pipeline: its component's, or one that takes docs as they are."""
    if "sentence_syntax" in nlp.pipe_names:
        return cast(SentenceSyntax, nlp.get_pipe("sentence_syntax")).engine
    return SyntaxEngine()
