"""A name that is known from one place of a text is the same elsewhere."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.overlaps import Candidate, Rank
from custody_records.annotate.russian.morphology.persons import PersonNames
from custody_records.annotate.russian.names.positions import capitals, tokens
from custody_records.annotate.russian.names.words import plain
from custody_records.annotate.russian.places.nominative import PlaceNames

_LEAST = 3  # letters of a surname


class Spread:
    """Yields candidates for surnames and places that the text has in full or beyond doubt.

    "Долинка", which the model takes for a person in the title, is the village of the text;
    "Оздоев" is the Руслан Оздоев of the lead where the model has missed him.
    """

    def __init__(self, people: PersonNames, places: PlaceNames) -> None:
        self.people = people
        self.places = places

    def find(self, doc: Doc, kept: Iterable[Candidate]) -> Iterator[Candidate]:
        """Yield what the settled names tell of the rest of the text."""
        settled = [(c, span) for c in kept if c.reading and (span := _tokens(doc, c)) is not None]
        people = [span for c, span in settled if c.reading == "person"]
        placed = [(c.rank, span) for c, span in settled if c.reading == "place"]
        surnames = {surname for span in people for surname in self._surnames(span)}
        known = [list(span) for rank, span in placed if rank > Rank.MODEL]
        places = {plain(self.places.name(words).lower()) for words in known}
        sure = {t.i for c, span in settled if c.rank > Rank.MODEL or len(span) > 1 for t in span}
        # "Назарова взяли под стражу": the model and the text know him, the gazetteer a village.
        single = [span[0] for _, span in placed if len(span) == 1]
        alone = {token.i for token in single if token.ent_type_ == "PERSON"}
        covered = {t.i for _, span in settled for t in span}
        for token in tokens(doc, capitals(doc)):
            if not token.is_alpha or len(token) < _LEAST:
                continue
            if token.i in sure:
                if token.i in alone and self._is_surname(token, surnames):
                    yield _candidate(token, "person.spread", "person", Rank.CLAIM)
            elif self._is_place(token, places):
                yield _candidate(token, "place.spread", "place")
            elif token.i not in covered and self._is_surname(token, surnames):
                yield _candidate(token, "person.spread", "person")

    def _surnames(self, span: Span) -> set[str]:
        words = [t for t in span if t.is_alpha and len(t) >= _LEAST]
        best = self.people.analyses(list(span)) if len(words) > 1 else []
        return set(best[0].name.lower().split()[1:]) if best else set()

    def _is_surname(self, token: Token, surnames: set[str]) -> bool:
        return any(_opens(token, surname) for surname in surnames) and any(
            a.name.lower() in surnames for a in self.people.analyses([token])
        )

    def _is_place(self, token: Token, places: set[str]) -> bool:
        return any(_opens(token, place) for place in places) and any(
            plain(form) in places for form in self.places.forms(token)
        )


def _opens(token: Token, name: str) -> bool:
    """Tell whether a word begins as a name does, which it does in every case."""
    return plain(token.lower_[0]) == plain(name[0])


def _tokens(doc: Doc, candidate: Candidate) -> Span | None:
    return doc.char_span(candidate.start, candidate.end, alignment_mode="expand")


def _candidate(token: Token, rule: str, kind: str, rank: Rank = Rank.GAZETTEER) -> Candidate:
    return Candidate(token.idx, token.idx + len(token), rule, rank, reading=kind)
