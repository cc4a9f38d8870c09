"""Run the stock parser faster, with the same result.

spaCy's own loop gives up Python's global lock for a whole batch, and its state functions ask for
it back at every look at a token: waiting for the lock is most of the loop's time. Here the same
steps are taken with the lock held, by spaCy's own public parts, for many short texts at once: a
step costs the same for one text as for hundreds.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc
from spacy.util import minibatch


def parse(component: Any, docs: list[Doc]) -> list[Any]:
    """Return the final state of every doc, as ``component.predict`` does."""
    if component.cfg.get("beam_width", 1) != 1:
        found: list[Any] = component.predict(docs)
        return found
    states: list[Any] = component.moves.init_batch(docs)
    step = component.model.predict(docs)
    going = [state for state in states if not state.is_final()]
    while going:
        going = component.transition_states(going, step.predict(going))
    step.clear_memory()
    return states


class GreedyParser:
    """The stock parser as a pipe; for docs that are sentences."""

    def __init__(self, parser: Any) -> None:
        self.parser = parser

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Parse docs in batches."""
        for batch in minibatch(stream, size=batch_size):  # type: ignore[no-untyped-call]
            docs = list(batch)
            if any(len(doc) for doc in docs):
                self.parser.set_annotations(docs, parse(self.parser, docs))
            yield from docs
