"""The component ``event_triggers``: which sentences tell an event, and by which words.

It runs before ``attributions``, so that both read the same few parsed sentences.
"""

from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.annotate.events.outlook import looks_of
from pipeline.annotate.events.triggers import Hit, Triggers
from pipeline.annotate.syntax.engine import SyntaxEngine

# doc.user_data key: first token of a sentence → its hits.
HITS = "custody.event_hits"


class EventTriggers:
    """Writes ``doc.spans["event_sentences"]`` and the hits of each."""

    def __init__(self, vocab: Vocab, folder: Path, engine: SyntaxEngine) -> None:
        self.engine = engine
        self.triggers = Triggers(vocab, folder)

    def __call__(self, doc: Doc) -> Doc:
        """Parse the sentences that may tell an event, and match the patterns in them."""
        looks = looks_of(doc, self.triggers.lexicon, doc.sents)
        candidates = [
            (sentence, patterns)
            for sentence in doc.sents
            if (
                patterns := [
                    pattern
                    for pattern in self.triggers.possible(sentence)
                    if looks[sentence.start].allows(pattern.rule, self.triggers.lexicon)
                ]
            )
        ]
        self.engine.request([sentence for sentence, _ in candidates])
        hits: dict[int, list[Hit]] = {}
        told = []
        for sentence, patterns in candidates:
            found = self.triggers.find(self.engine.of(sentence), patterns)
            if found:
                hits[sentence.start] = found
                told.append(sentence)
        doc.user_data[HITS] = hits
        doc.spans["event_sentences"] = told
        return doc
