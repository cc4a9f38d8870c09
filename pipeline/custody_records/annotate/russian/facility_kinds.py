"""What a Russian text calls its facilities: by nouns beside a mention, or pointing to it."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from custody_records.annotate.russian.facility_words import FacilityPlaceWords
from custody_records.annotate.russian.names.positions import of_words, tokens
from custody_records.annotate.text import text_of
from custody_records.contract.values import FacilityKind

_BEFORE = 4  # tokens before a facility in which its noun stands
_LEVEL = 60  # characters beside a facility in which its level of security stands


class FacilityKinds:
    """Reads kinds beside mentions and nouns."""

    def __init__(self, words: FacilityPlaceWords) -> None:
        self.words = words
        self._level_before = re.compile(rf"(?:{words.level})\s[«(]?$")
        self._level_behind = re.compile(rf"{words.explained}(?:{words.level})")

    def beside(self, doc: Doc, first: int, end: int) -> tuple[FacilityKind | None, bool]:
        """Return what stands beside a mention's tokens says, and whether it goes before the code's.

        It does where a modifier says it: "женская колония ИК-5".
        """
        kind, modified = self._before(doc, first)
        if kind is None:
            kind = self._level(doc, first, end)
        return kind, modified

    def of_noun(self, noun: Token) -> FacilityKind | None:
        """Return what a noun with its modifiers says, None if it is none for a facility."""
        kind = self.words.kinds.get(noun.lemma_)
        return kind and self._modified(noun, kind)

    def nouns(self, doc: Doc, inside: set[int]) -> Iterator[Token]:
        """Yield the nouns for facilities that are not ``inside`` mentions."""
        yield from tokens(doc, of_words(doc, self.words.kinds, "LEMMA") - inside)

    def names_the_regime(self, noun: Token) -> bool:
        """Tell whether a noun goes on as "колония строгого режима" does."""
        behind = noun.doc[noun.i + 1 : noun.i + 3]
        return any(t.lemma_ in self.words.regime for t in behind)

    def points_back(self, noun: Token) -> bool:
        """Tell "эту колонию": the facility that was named last."""
        before = noun.doc[max(0, noun.i - 2) : noun.i]
        return any(t.lemma_ in self.words.demonstratives for t in before)

    def _before(self, doc: Doc, first: int) -> tuple[FacilityKind | None, bool]:
        for i in range(first - 1, max(first - _BEFORE, -1), -1):
            said = self.of_noun(doc[i])
            if said is not None:
                return said, said != self.words.kinds[doc[i].lemma_]
            if i == first - 1 and doc[i].lemma_ in self.words.modifiers:
                return self.words.modifiers[doc[i].lemma_], True  # "женская ИК-4"
            if doc[i].is_punct and doc[i].text not in "«(№":
                break
        return None, False

    def _level(self, doc: Doc, first: int, end: int) -> FacilityKind | None:
        """Return the kind of "учреждение №28 (максимальной безопасности)"."""
        text = text_of(doc)
        start, stop = doc[first].idx, doc[end - 1].idx + len(doc[end - 1])
        found = self._level_before.search(text[max(0, start - _LEVEL) : start])
        found = found or self._level_behind.match(text, stop, stop + _LEVEL)
        return self.words.levels[found["level"]] if found else None

    def _modified(self, noun: Token, kind: FacilityKind) -> FacilityKind:
        before = [noun.nbor(-n) for n in range(1, min(3, noun.i) + 1)]
        found = (self.words.modifiers.get(token.lemma_) for token in before)
        return next((one for one in found if one), kind)
