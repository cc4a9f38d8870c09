"""The town to which an adjective points: "пермская колония" is Perm's."""

import re
from collections.abc import Iterator
from functools import lru_cache

from custody_records.annotate.places.gazetteer import KnownPlace
from custody_records.annotate.russian.engine.lemmas import Morphology
from custody_records.annotate.russian.facility_words import FacilityPlaceWords
from custody_records.annotate.russian.places.gazetteer import RussianGazetteer

_STEM = 3  # letters that an adjective shares with its town
_DOMINANT = 5  # times as many people as the next town that it could mean
_TOWN = 5_000  # people of a town of which the relative adjective is known
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
        """Return the one town of a country that an adjective can mean.

        Without a country, of any that the dictionary has. Of several the one with by far the most
        people is meant; None if there is none such, or if it can mean a region ("крымский").
        """
        if lemma in self._words.general:
            return None
        irregular = self._words.irregular_towns.get(lemma)
        names = [irregular] if irregular else self._regular(lemma)
        if any(self._gazetteer.wide(name) and not self._gazetteer.cities(name) for name in names):
            return None
        found: dict[str, KnownPlace] = {}
        if country is None:
            names = [name for name in names if not self._is_unknown(name)]
        for name in sorted(names, key=self._is_unknown):
            for town in self._towns(lemma, name):
                if irregular or country in (None, town.country):
                    found.setdefault(str(town.id), town)
        largest = sorted(found.values(), key=lambda town: -town.population)
        people = [town.population for town in largest[:2]]
        if not people or (len(people) > 1 and people[0] < _DOMINANT * people[1]):
            return None
        return largest[0]

    def _towns(self, lemma: str, name: str) -> Iterator[KnownPlace]:
        """Yield the settlements of a name that are large enough to be told by an adjective."""
        settlements = (k for k in self._gazetteer.find(name) if k.kind == "settlement")
        if RELATIVE.search(lemma):
            yield from (town for town in settlements if town.population >= _TOWN)
        else:
            yield from (town for town in settlements if town in self._gazetteer.cities(name))

    def _is_unknown(self, name: str) -> bool:
        """Tell whether the dictionary does not know a name: GeoNames has "Перм" beside "Пермь"."""
        known = self._morphology.known(name.lower())
        return not any(reading.tag.grammemes >= _NOMINATIVE for reading in known)

    def _regular(self, lemma: str) -> list[str]:
        made = (stem + ending for stem in self.stems(lemma) for ending in self._words.town_endings)
        return list(dict.fromkeys("-".join(map(str.capitalize, name.split("-"))) for name in made))
