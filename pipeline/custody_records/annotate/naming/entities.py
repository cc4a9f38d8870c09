"""What the model proposes: its entities, with their boundaries repaired and their kind judged."""

from collections.abc import Iterator

from spacy.tokens import Doc

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.name import Kind
from custody_records.annotate.names.words import words_of
from custody_records.annotate.naming.bounds import Bounds
from custody_records.annotate.naming.judge import Judge
from custody_records.annotate.naming.single import SingleWords
from custody_records.annotate.naming.votes import Votes
from custody_records.annotate.organizations.rules import SubjectFile
from custody_records.annotate.overlaps import MODEL, Candidate, Rank
from custody_records.annotate.people.runs import NameRuns
from custody_records.annotate.text import entities_of

KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
}


class ModelEntities:
    """Proposes the model's entities; what cannot be a name of its kind is left out."""

    def __init__(self, lexicon: NameLexicon, runs: NameRuns, subjects: SubjectFile) -> None:
        self.bounds = Bounds(lexicon, runs)
        self.single = SingleWords(lexicon, subjects.subjects)
        self.judge = Judge(lexicon, runs, subjects)

    def __call__(self, doc: Doc) -> Iterator[Candidate]:
        """Yield a candidate for each entity that is a name."""
        words = words_of(doc)
        votes = Votes()
        found = []
        for start, end, label in entities_of(doc):
            kind = KINDS.get(label)
            if kind is None:
                continue
            for first, last in self.bounds.of(words, start, end, kind):
                found.append((first, last, kind))
                votes.count(words, first, last, kind)
        for first, last, kind in found:
            judge = self.single.kind if first == last else self.judge.kind
            judged = judge(words, first, last, kind, votes)
            if judged:
                start, end = words.span(first, last)
                yield Candidate(start, end, MODEL, Rank.MODEL, reading=judged)
