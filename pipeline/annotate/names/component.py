"""Decide once, for every name-like stretch, what kind of thing it names.

People, organizations and places are read from one decision, so that a stretch cannot be two of
them. Each room proposes candidates (``Candidate.reading`` is the Kind), the model's entities are
one more proposer, and ``overlaps.resolve`` decides who wins. A stretch that facilities, statutes
or time expressions hold is out of reach.
"""

from collections.abc import Callable, Iterable

from spacy.tokens import Doc

from pipeline.annotate import trail
from pipeline.annotate.names.name import Name
from pipeline.annotate.overlaps import Candidate, Rank, resolve

# A proposer sees the doc with ``doc.ents`` and the spans of the earlier components.
Proposer = Callable[[Doc], Iterable[Candidate]]

EARLIER = ("facilities", "statutes", "timex")


class Names:
    """Writes ``doc.spans["names"]``, each span with ``span._.name``."""

    def __init__(self, proposers: Iterable[Proposer]) -> None:
        self.proposers = tuple(proposers)

    def __call__(self, doc: Doc) -> Doc:
        """Gather the proposals, settle the overlaps, leave the typed names."""
        candidates = [
            Candidate(span.start_char, span.end_char, group, Rank.CLAIM)
            for group in EARLIER
            for span in doc.spans.get(group, ())
        ]
        for propose in self.proposers:
            candidates.extend(propose(doc))
        kept, lost = resolve(candidates)
        spans = []
        for candidate in kept:
            if candidate.reading is None:
                continue
            span = doc.char_span(
                candidate.start, candidate.end, label="NAME", alignment_mode="expand"
            )
            if span is None:
                continue
            span._.name = Name(candidate.start, candidate.end, candidate.reading, candidate.rule)
            spans.append(span)
        doc.spans["names"] = spans
        for loser, winner in lost:
            trail.note(
                doc,
                trail.Decision("names", loser.rule, loser.start, loser.end, "lost", winner.rule),
            )
        return doc
