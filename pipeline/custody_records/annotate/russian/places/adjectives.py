"""The town to which an adjective points: "пермская колония" is Perm's."""

import re
from collections.abc import Iterator
from functools import lru_cache

from custody_records.annotate.places.gazetteer import KnownPlace
from custody_records.annotate.russian.engine.lemmas import Morphology
from custody_records.annotate.russian.facility_words import FacilityPlaceWords
from custody_records.annotate.russian.places.gazetteer import RussianGazetteer

_STEM = 3  # letters that an adjective shares with its town
_TOWN = 5_000  # people of a town of which the adjective is known
RELATIVE = re.compile(r"[сц]к(?:ий|ой)$")
_NOMINATIVE = frozenset(["Geox", "nomn"])  # of a place's name, by the dictionary


class TownAdjectives:
    """Finds the towns of adjectives by the endings of ``facilities/ru.yaml``."""

    def __init__(
        self, words: FacilityPlaceWords, gazetteer: RussianGazetteer, morphology: Morphology
    ) -> None:
        self._endings = [re.compile(ending) for ending in words.adjectives]
        self._words = words
        self._gazetteer = gazetteer
        self._morphology = morphology
        self.of = lru_cache(5_000)(self._of)

    def stems(self, lemma: str) -> Iterator[str]:
        """Yield what is left of an adjective without the endings that make one of a town."""
        for ending in self._endings:
            stem = ending.sub("", lemma)
            if stem != lemma and len(stem) >= _STEM:
                yield stem

    def _of(self, lemma: str, country: str | None) -> KnownPlace | None:
        """Return the largest town of a country that an adjective can mean.

        Without a country, of any that the dictionary has.
        """
        if lemma in self._words.general:
            return None
        irregular = self._words.irregular_towns.get(lemma)
        names = [irregular] if irregular else self._regular(lemma)
        found: dict[str, KnownPlace] = {}
        if country is None:
            names = [name for name in names if not self._is_unknown(name)]
        for name in sorted(names, key=self._is_unknown):
            for town in self._towns(name):
                if irregular or country in (None, town.country):
                    found.setdefault(str(town.id), town)
        return max(found.values(), key=lambda town: town.population, default=None)

    def _towns(self, name: str) -> list[KnownPlace]:
        """Return the settlements of a name that are large enough to be told by an adjective."""
        return [town for town in self._gazetteer.find(name) if town.population >= _TOWN]

    def _is_unknown(self, name: str) -> bool:
        """Tell whether the dictionary does not know a name: GeoNames has "Перм" beside "Пермь"."""
        known = self._morphology.known(name.lower())
        return not any(reading.tag.grammemes >= _NOMINATIVE for reading in known)

    def _regular(self, lemma: str) -> list[str]:
        made = (stem + ending for stem in self.stems(lemma) for ending in self._words.town_endings)
        return list(dict.fromkeys("-".join(map(str.capitalize, name.split("-"))) for name in made))
