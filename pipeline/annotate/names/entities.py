"""What the model proposes: its entities, each with the kind that its label stands for."""

from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.annotate.names.name import Kind
from pipeline.annotate.overlaps import Candidate, Rank

KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
}


def propose(doc: Doc) -> Iterator[Candidate]:
    """Yield a candidate for each entity of the model that is a name."""
    for entity in doc.ents:
        kind = KINDS.get(entity.label_)
        if kind:
            yield Candidate(
                entity.start_char, entity.end_char, "model.ner", Rank.MODEL, reading=kind
            )
