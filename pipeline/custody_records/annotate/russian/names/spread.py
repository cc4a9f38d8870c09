"""A name that is known from one place of a text is the same elsewhere."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from custody_records.annotate.overlaps import Candidate, Rank
from custody_records.annotate.russian.morphology.persons import PersonNames

_LEAST = 3  # letters of a surname


class Spread:
    """Yields candidates for surnames of people whose full name the text has."""

    def __init__(self, names: PersonNames) -> None:
        self.names = names

    def find(self, doc: Doc, kept: Iterable[Candidate]) -> Iterator[Candidate]:
        """Yield the bare surnames that the settled names tell of."""
        settled = [c for c in kept if c.reading is not None]
        surnames: set[str] = set()
        covered: set[int] = set()
        for candidate in settled:
            span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
            if span is None:
                continue
            covered |= set(range(span.start, span.end))
            if candidate.reading == "person":
                words = [t for t in span if t.is_alpha and len(t) >= _LEAST]
                if len(words) > 1:
                    best = self.names.analyses(list(span))
                    surnames |= {w.lower() for w in best[0].name.split()[1:]} if best else set()
        if not surnames:
            return
        for token in doc:
            if token.i in covered or not token.is_alpha or token.is_lower or len(token) < _LEAST:
                continue
            if any(a.name.lower() in surnames for a in self.names.analyses([token])):
                yield Candidate(
                    token.idx, token.idx + len(token), "person.surname", Rank.GAZETTEER,
                    reading="person",
                )  # fmt: skip
