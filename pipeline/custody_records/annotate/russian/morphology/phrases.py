"""Phrases in the nominative: the head noun and what agrees with it; the rest stays as printed."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from custody_records.annotate.cache import cached
from custody_records.annotate.russian.engine.lemmas import Morphology
from custody_records.annotate.russian.morphology.features import (
    CASES,
    GENDERS,
    NUMBERS,
    feature,
)
from custody_records.annotate.russian.morphology.shape import like
from custody_records.annotate.text import text_of

_ADJECTIVES = frozenset(["ADJ", "DET", "VERB", "PROPN", "NUM"])
_GENDERS = frozenset(GENDERS.values())
_CASES = {told: case for case, told in CASES.items()} | {"gen2": "Gen", "loc2": "Loc"}


def writes_yo(doc: Doc) -> bool:
    """Tell whether the text writes the letter ё."""
    return cached(doc, "yo", lambda doc: "ё" in text_of(doc))


class Nominatives:
    """Writes phrases in the nominative."""

    def __init__(self, morphology: Morphology) -> None:
        self.morphology = morphology

    def phrase(self, tokens: Sequence[Token], head: Token) -> str:
        """Return the phrase with its head, and the adjectives before it, in the nominative."""
        doc = head.doc
        yo = writes_yo(doc)
        case = self._case(head)
        written = {}
        if case not in ("Nom", None):
            written[head.i] = self.word(head, yo)
            gender = self._gender(head)
            for token in tokens:
                if self._agrees(token, head, case):
                    written[token.i] = self.adjective(token, head, gender, yo)
        parts = []
        for token in tokens:
            parts.append(written.get(token.i, token.text))
            parts.append(" " if token.whitespace_ or token.is_space else "")
        return " ".join("".join(parts).split())

    def _case(self, head: Token) -> str | None:
        """Return the head's case: the tagger's, unless the dictionary rules it out.

        "«Настоящему времени»" is tagged as a name in the nominative, which the form cannot be.
        """
        told = feature(head, "Case")
        readings = self.morphology.known(head.lower_)
        cases = [_CASES[str(r.tag.case)] for r in readings if r.tag.case in _CASES]
        if not cases or told in cases:
            return told
        return cases[0]

    def _agrees(self, token: Token, head: Token, case: str | None) -> bool:
        if token.i >= head.i or token.pos_ not in _ADJECTIVES:
            return False
        told = self._case(token)
        near = token.head.i == head.i or token.head.head.i == head.i or token.i == head.i - 1
        near = near or all(t.pos_ == "ADJ" for t in head.doc[token.i + 1 : head.i])
        return near and (told in (case, None) or token.i == head.i - 1)

    def word(self, token: Token, yo: bool) -> str:
        """Return a noun in the nominative, in its own number; abbreviations never change."""
        if token.is_upper and len(token) > 1:
            return token.text
        reading = self.morphology.best(token.lower_, token.pos_, str(token.morph))
        number = NUMBERS.get(feature(token, "Number") or "", "sing")
        made = reading.inflect({"nomn", number}) or reading.inflect({"nomn"})
        return like(token.text, made.word if made else token.lower_, yo=yo)

    def adjective(self, token: Token, head: Token, gender: str | None, yo: bool) -> str:
        """Return an adjective in the nominative, agreeing with its head."""
        # The tagger has "Ферганского" of "Ферганского областного суда" for a name.
        declined = any(r.tag.POS == "ADJF" for r in self.morphology.readings(token.lower_))
        pos = "ADJ" if declined else token.pos_
        reading = self.morphology.best(token.lower_, pos, str(token.morph))
        number = NUMBERS.get(feature(head, "Number") or "", "sing")
        wanted = {"nomn", number}
        if number == "sing" and gender:
            wanted.add(gender)
        made = reading.inflect(wanted) or reading.inflect({"nomn", number})
        return like(token.text, made.word if made else token.lower_, yo=yo)

    def one_of(self, noun: Token) -> str:
        """Return a noun in the nominative singular: "репортёр" of "репортёрам"."""
        reading = self.morphology.best(noun.lower_, noun.pos_, str(noun.morph))
        made = reading.inflect({"nomn", "sing"})
        return like(noun.lower_, made.word if made else noun.lower_, yo=writes_yo(noun.doc))

    def singular(self, adjective: Token, noun: Token) -> str:
        """Return "Павлодарская область" of an adjective and the plural noun that it shares."""
        yo = writes_yo(noun.doc)
        reading = self.morphology.best(noun.lower_, noun.pos_, str(noun.morph))
        made = reading.inflect({"nomn", "sing"})
        shown = like(noun.text, made.word if made else noun.lower_, yo=yo)
        gender = next(iter(_GENDERS & (made.tag.grammemes if made else frozenset())), "femn")
        word = self.morphology.best(adjective.lower_, "ADJ", str(adjective.morph))
        form = word.inflect({"nomn", "sing", gender})
        return f"{like(adjective.text, form.word if form else adjective.lower_, yo=yo)} {shown}"

    def _gender(self, head: Token) -> str | None:
        if head.is_upper and len(head) > 1 and feature(head, "Gender") != "Fem":
            return "masc"  # "Карасуйский РОВД"
        reading = self.morphology.best(head.lower_, head.pos_, str(head.morph))
        return next(iter(_GENDERS & reading.tag.grammemes), None)
