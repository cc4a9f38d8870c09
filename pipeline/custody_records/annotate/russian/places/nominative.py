"""The nominative of a place's name."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from spacy.tokens import Span, Token

from custody_records.annotate.russian.engine.lemmas import Morphology
from custody_records.annotate.russian.morphology.features import CASES as CASE_NAMES
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.morphology.paradigms import CASES, Case, Paradigms
from custody_records.annotate.russian.morphology.phrases import Nominatives, writes_yo
from custody_records.annotate.russian.morphology.shape import like
from custody_records.annotate.russian.places.gazetteer import RussianGazetteer
from custody_records.annotate.tags import NOUNS

_PEOPLE = frozenset(["Name", "Surn", "Patr"])
_CACHE = 30_000  # words by case


class PlaceNames:
    """Finds the nominative of places' names."""

    def __init__(
        self,
        morphology: Morphology,
        paradigms: Paradigms,
        gazetteer: RussianGazetteer,
        regions: frozenset[str],
    ) -> None:
        self.morphology = morphology
        self.paradigms = paradigms
        self.gazetteer = gazetteer
        self.regions = regions
        self.phrases = Nominatives(morphology)
        self._names = lru_cache(_CACHE)(self._of_word)
        self._known = lru_cache(_CACHE)(self._in_gazetteer)

    def candidates(self, token: Token) -> list[str]:
        """Return the nominatives that a word can have, the likeliest first."""
        found = self._names(token.lower_, feature(token, "Case"))
        yo = writes_yo(token.doc)
        return list(dict.fromkeys(like(token.text, name, yo=yo) for name in found))

    def forms(self, token: Token) -> tuple[str, ...]:
        """Return the same in lower case, as they stand in a text with or without ё."""
        return self._names(token.lower_, feature(token, "Case"))

    def is_known(self, token: Token, *, cities: bool) -> bool:
        """Tell whether a word can be a country, region or area, or one of the ``cities``."""
        word = token.lower_
        return self.gazetteer.may_know(word) and self._known(word, feature(token, "Case"), cities)

    def is_no_name(self, token: Token) -> bool:
        """Tell whether the dictionary has no first name, patronymic or surname of that form."""
        readings = self.morphology.readings(token.lower_)
        return not any(_PEOPLE & reading.tag.grammemes for reading in readings)

    def _in_gazetteer(self, word: str, told: str | None, cities: bool) -> bool:
        return any(
            self.gazetteer.wide(name) or (cities and self.gazetteer.cities(name))
            for name in self._names(word, told)
        )

    def _of_word(self, word: str, told: str | None) -> tuple[str, ...]:
        """Return the nominatives of a word in lower case, tagged with a case."""
        cases: list[Case] = sorted(CASES, key=lambda case: case != told)
        found: dict[str, None] = {}
        if told in ("Nom", None):
            found[word] = None
        for case in cases:
            found |= dict.fromkeys(self._dictionary(word, case))
            found |= dict.fromkeys(self._by_endings(word, case))
        return tuple(found)

    def of_pair(self, pair: Span) -> Iterator[str]:
        """Yield the nominatives of an adjective and its noun, the likeliest first."""
        yield self.phrases.phrase(list(pair), pair[1])
        yield " ".join(pair.text.split())
        yield from map(" ".join, product(*map(self.candidates, pair)))

    def name(self, tokens: Sequence[Token]) -> str:
        """Return the nominative of a place's name: of several the one that the gazetteer has."""
        printed = "".join(t.text_with_ws for t in tokens).strip()
        if len(tokens) > 1:
            likely = self.phrases.phrase(tokens, self._head(tokens))
            two = len(tokens) == 2 and not self.gazetteer.find(likely)
            if two and self.gazetteer.begins(tokens[0].lower_, tokens[1].lower_):
                pair = self.of_pair(tokens[0].doc[tokens[0].i : tokens[1].i + 1])
                return next(filter(self.gazetteer.find, pair), likely)
            return likely
        token = tokens[0]
        if token.is_upper and len(token) < 6:
            return printed
        names = self.candidates(token)
        known = [name for name in names if self.gazetteer.find(name)]
        return (known or names or [printed])[0]

    def _head(self, tokens: Sequence[Token]) -> Token:
        generic = next((t for t in tokens if t.lemma_ in self.regions), None)
        if generic is not None:
            return generic  # "Республике Коми"
        nouns = [t for t in tokens if t.pos_ in NOUNS]
        return next((t for t in nouns if t.is_lower), nouns[-1] if nouns else tokens[-1])

    def _dictionary(self, word: str, case: Case) -> list[str]:
        found = []
        for reading in self.morphology.readings(word):
            grammemes = reading.tag.grammemes
            if CASE_NAMES[case] in grammemes and "Geox" in grammemes:
                made = reading.inflect({"nomn"})
                if made:
                    found.append(made.word)
        return found

    def _by_endings(self, word: str, case: Case) -> list[str]:
        first, dash, last = word.rpartition("-")
        return [f"{first}{dash}{name}" for name in self.paradigms.nominatives(last, "place", case)]
