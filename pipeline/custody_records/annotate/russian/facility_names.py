"""Facilities by an official name with a capital: "в Бакинском следственном изоляторе".

Russian writes adjectives of towns small: "витебская тюрьма" is a jail known only by its town.
"""

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.facilities.reading import FacilityReading
from custody_records.annotate.readings import of_span, write
from custody_records.annotate.russian.facility_kinds import FacilityKinds
from custody_records.annotate.russian.facility_words import FacilityPlaceWords
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.morphology.phrases import Nominatives
from custody_records.annotate.russian.resources import morphology_of
from custody_records.rulebook import read

RULE = "facility.name.ru.titled"


class FacilityNames:
    """Adds such facilities to ``doc.spans["facilities"]``."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        self.words = read(rules / "facilities" / "ru.yaml", FacilityPlaceWords)
        self.kinds = FacilityKinds(self.words)
        self.phrases = Nominatives(morphology_of(nlp))

    def __call__(self, doc: Doc) -> Doc:
        """Read the names of a doc; its facilities with codes are found."""
        spans = list(doc.spans.get("facilities", ()))
        inside = {token.i for span in spans for token in span}
        found = [(span.start, span.end, of_span(span, "facility")) for span in spans]
        for noun in self.kinds.nouns(doc, inside):
            tokens = self._name(noun, inside)
            if tokens:
                reading = self._reading(noun, tokens)
                note(doc, Decision("facilities", RULE, reading.start, reading.end, "kept"))
                found.append((tokens.start, tokens.end, (reading,)))
        if len(found) > len(spans):
            write(doc, "facility", sorted(found, key=lambda one: one[:2]), single=True)
        return doc

    def _reading(self, noun: Token, tokens: Span) -> FacilityReading:
        return FacilityReading(
            start=tokens.start_char,
            end=tokens.end_char,
            rule=RULE,
            name=self.phrases.phrase(list(tokens), noun),
            kind=self.kinds.of_noun(noun),
        )

    def _name(self, noun: Token, inside: set[int]) -> Span | None:
        """Return the words of the name that a noun ends, None if it ends none."""
        adjectives = list(_adjectives(noun, inside))
        first = adjectives[-1] if adjectives else None
        if first is None or not first.is_title or feature(noun, "Number") == "Plur":
            return None
        general = first.lemma_ in self.words.general
        if first.is_sent_start or _is_numbered(noun) or general:
            return None
        return noun.doc[first.i : noun.i + 1]


def _adjectives(noun: Token, inside: set[int]) -> Iterator[Token]:
    """Yield the adjectives right before a noun, the nearest first."""
    for token in reversed(noun.doc[noun.sent.start : noun.i]):
        if token.i in inside or not token.is_alpha or token.pos_ not in ("ADJ", "PROPN"):
            return
        if feature(token, "Case") not in (feature(noun, "Case"), None):
            return
        yield token
        if token.is_title:
            return


def _is_numbered(noun: Token) -> bool:
    """Tell "Витебская колония №3", which goes by its number."""
    behind = noun.doc[noun.i + 1 : noun.i + 2]
    return any(token.text in ("№", "N", "«") or token.like_num for token in behind)
