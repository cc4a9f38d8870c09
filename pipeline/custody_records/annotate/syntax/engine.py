"""Tags and parses for the sentences that need them, and for no others.

The stock tagger, lemmatizer and parser cost as much as the entity recogniser. A step that needs
them for a sentence calls ``engine.of(sentence)``; steps that know early which sentences they
will need name them with ``engine.request``, so that all of a doc's are analysed in one batch.
"""

from collections.abc import Callable, Iterable
from typing import Any

from spacy.tokens import Doc, Span

from custody_records.annotate.cache import cached
from custody_records.annotate.layout.dateline import dateline_of
from custody_records.annotate.model.arithmetic import one_thread
from custody_records.annotate.syntax.codes import CodeNames
from custody_records.annotate.text import excerpt

Pipe = Callable[[Doc], Doc]
_BATCH = 128  # sentences; the vectors of more do not fit in the processor's cache


class SyntaxEngine:
    """Runs the stock syntax components over single sentences and remembers the result.

    ``pipes`` are the model's own components in order (tok2vec, tagger, parser), then coarse tags;
    there are no lemmas. Without pipes (a doc that some other pipeline has parsed) ``of`` gives a
    copy of the sentence with the parse that it has.
    """

    def __init__(
        self, pipes: Iterable[tuple[str, Any]] = (), codes: CodeNames | None = None
    ) -> None:
        """``codes``: how codes of facilities are parsed; None parses them as printed."""
        self.pipes: tuple[tuple[str, Any], ...] = tuple(pipes)
        self.codes = codes

    def of(self, sentence: Span) -> Span:
        """Return the sentence with tags, coarse tags and parse.

        The span returned is a doc of its own; token ``i`` of it is ``sentence[i]``.
        """
        known = self._known(sentence.doc)
        if sentence.start not in known:
            if self.pipes and not sentence.doc.has_annotation("DEP"):  # looks at every token
                self.request([sentence])
            else:
                known[sentence.start] = sentence.as_doc()[:]
        return known[sentence.start]

    def request(self, sentences: Iterable[Span]) -> None:
        """Analyse several sentences of one doc in batches."""
        wanted = [s for s in sentences if s.start not in self._known(s.doc)]
        if not wanted or not self.pipes:
            return
        wanted.sort(key=len)  # a batch takes as many steps as its longest sentence
        copies: Iterable[Doc] = [self._copy(sentence) for sentence in wanted]
        for _, pipe in self.pipes:
            copies = pipe.pipe(copies, batch_size=_BATCH)
        with one_thread():
            for sentence, copy in zip(wanted, copies, strict=True):
                self._known(sentence.doc)[sentence.start] = copy[:]

    def _copy(self, sentence: Span) -> Doc:
        """Return the tokens alone as a doc; ``as_doc`` would copy every annotation, too.

        A dateline is parsed apart: in "QUITO, July 19 - Ten inmates were killed" it would be taken
        for the subject.
        """
        first = _first_of_story(sentence)
        starts = [True if n == first else None for n in range(len(sentence))] if first else []
        forms = self.codes.forms(sentence) if self.codes else None
        return excerpt(sentence.doc, sentence.start, sentence.end, starts, forms)

    @staticmethod
    def _known(doc: Doc) -> dict[int, Span]:
        return cached(doc, "syntax", lambda _: dict[int, Span]())


def _first_of_story(sentence: Span) -> int | None:
    """Return the index of the first token after a dateline that the sentence begins with."""
    start, end = dateline_of(sentence.doc) or (0, 0)
    if not (start <= sentence.start_char < end < sentence.end_char):
        return None
    return next((n for n, token in enumerate(sentence) if token.idx >= end), None)
