"""The town to which an adjective points: "пермская колония" is Perm's."""

import re
from collections.abc import Iterator
from functools import lru_cache

from custody_records.annotate.places.gazetteer import KnownPlace
from custody_records.annotate.russian.facility_words import FacilityPlaceWords
from custody_records.annotate.russian.places.gazetteer import RussianGazetteer

_STEM = 3  # letters that an adjective shares with its town
_DOMINANT = 5  # times as many people as the next town that it could mean


class TownAdjectives:
    """Finds the towns of adjectives by the endings of ``facilities/ru.yaml``."""

    def __init__(self, words: FacilityPlaceWords, gazetteer: RussianGazetteer) -> None:
        self._endings = [re.compile(ending) for ending in words.adjectives]
        self._words = words
        self._gazetteer = gazetteer
        self.of = lru_cache(5_000)(self._of)

    def stems(self, lemma: str) -> Iterator[str]:
        """Yield what is left of an adjective without the endings that make one of a town."""
        for ending in self._endings:
            stem = ending.sub("", lemma)
            if stem != lemma and len(stem) >= _STEM:
                yield stem

    def _of(self, lemma: str, country: str) -> tuple[str, KnownPlace] | None:
        """Return the name of the one town of a country that an adjective can mean, and the town.

        Of several the one with by far the most people is meant; None if there is none such.
        """
        irregular = self._words.irregular_towns.get(lemma)
        names = [irregular] if irregular else self._regular(lemma)
        found = sorted(
            (
                (known.population, name, known)
                for name in names
                for known in self._gazetteer.cities(name)
                if known.kind == "settlement" and known.country == country
            ),
            key=lambda one: -one[0],
        )
        if not found or (len(found) > 1 and found[0][0] < _DOMINANT * found[1][0]):
            return None
        return found[0][1], found[0][2]

    def _regular(self, lemma: str) -> list[str]:
        made = (stem + ending for stem in self.stems(lemma) for ending in self._words.town_endings)
        return list(dict.fromkeys(name.capitalize() for name in made))
