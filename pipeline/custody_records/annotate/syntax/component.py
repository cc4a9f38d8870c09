"""The component ``sentence_syntax``: holds the stock syntax parts for whoever asks."""

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.model.greedy import GreedyParser
from custody_records.annotate.model.vectors import speed_up
from custody_records.annotate.syntax.coarse import CoarseTags
from custody_records.annotate.syntax.engine import SyntaxEngine

# The stock model's parts that only some sentences need, and those that nothing here needs:
# patterns name word forms, not lemmas, and coarse tags are read off the attribute ruler.
STOCK = ("tok2vec", "tagger", "parser")
_NEEDLESS = ("attribute_ruler", "lemmatizer", "senter")


def create(nlp: Language, rules: Path) -> "SentenceSyntax":
    """Create the component; it analyses nothing by itself until it is given the stock pipes."""
    return SentenceSyntax()


class SentenceSyntax:
    """Holds the pipeline's SyntaxEngine where later components find it."""

    def __init__(self) -> None:
        self.engine = SyntaxEngine()

    def take_from(self, nlp: Language) -> None:
        """Move the stock syntax components of ``nlp`` into the engine."""
        pipes: list[tuple[str, Any]] = [(n, nlp.get_pipe(n)) for n in STOCK if n in nlp.pipe_names]
        if "tok2vec" in nlp.pipe_names:
            tok2vec: Any = nlp.get_pipe("tok2vec")
            tok2vec.model = speed_up(tok2vec.model, nlp.vocab)
        pipes = [(n, GreedyParser(pipe) if n == "parser" else pipe) for n, pipe in pipes]
        if "attribute_ruler" in nlp.pipe_names:
            pipes.append(("coarse_tags", CoarseTags(nlp.get_pipe("attribute_ruler"))))
        self.engine = SyntaxEngine(pipes)
        for name in (*STOCK, *_NEEDLESS):
            if name in nlp.component_names:
                nlp.remove_pipe(name)

    def __call__(self, doc: Doc) -> Doc:
        """Change nothing."""
        return doc


def engine_of(nlp: Language) -> SyntaxEngine:
    """Return the engine of a pipeline: its component's, or one that takes docs as they are."""
    if "sentence_syntax" in nlp.pipe_names:
        component = nlp.get_pipe("sentence_syntax")
        assert isinstance(component, SentenceSyntax)  # noqa: S101 - our own factory's name
        return component.engine
    return SyntaxEngine()
