"""Split a doc into sentences by its punctuation and lines."""

from pathlib import Path

from spacy.tokens import Doc

from pipeline.annotate.names.lexicon import lexicon
from pipeline.annotate.sentences.boundaries import Boundaries
from pipeline.annotate.sentences.rules import load


class NewsSentences:
    """Sets ``token.is_sent_start`` throughout the doc."""

    def __init__(self, rules: Path) -> None:
        self.boundaries = Boundaries(load(rules), lexicon(rules).words.function_words)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token of each sentence; white space belongs to the sentence before."""
        starts = iter(self.boundaries.find(doc.text))
        following = next(starts, -1)
        for token in doc:
            opens = token.i == 0
            while 0 <= following < token.idx + len(token) and not token.is_space:
                # A stop inside a token ("p.m.Monday") ends nothing.
                opens = opens or following <= token.idx
                following = next(starts, -1)
            token.is_sent_start = opens
        return doc
