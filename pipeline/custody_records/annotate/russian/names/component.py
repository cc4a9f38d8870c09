"""Decide once, for every name-like span of a Russian text, what kind of thing it names.

The same contract as ``names`` for English: ``doc.spans["names"]``, each with ``span._.name``.
"""

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.names.name import write_names
from custody_records.annotate.overlaps import Candidate, Rank, resolve
from custody_records.annotate.russian.names.spread import Spread

Finder = Callable[[Doc], Iterator[Candidate]]

_EARLIER = ("facilities", "statutes", "timex")


class RussianNames:
    """Writes ``doc.spans["names"]``."""

    def __init__(self, finders: Sequence[Finder], spread: Spread) -> None:
        self.finders = finders
        self.spread = spread

    def __call__(self, doc: Doc) -> Doc:
        """Gather the proposals, settle the overlaps, leave the typed names."""
        candidates = list(_claims(doc))
        for find in self.finders:
            candidates.extend(find(doc))
        kept, _ = resolve(candidates)
        candidates.extend(self.spread.find(doc, kept))
        kept, lost = resolve(candidates)
        write_names(doc, kept)
        for loser, winner in lost:
            note(doc, Decision("names", loser.rule, loser.start, loser.end, "lost", winner.rule))
        return doc


def _claims(doc: Doc) -> Iterator[Candidate]:
    for group in _EARLIER:
        for span in doc.spans.get(group, ()):
            yield Candidate(span.start_char, span.end_char, group, Rank.CLAIM)
