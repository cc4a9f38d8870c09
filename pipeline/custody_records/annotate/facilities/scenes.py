"""Where a facility lies that the text places by its layout, or by its name in short.

A chronicle tells the place once for all that follows: "14 March, Semey. ...", "DAVAO. ...". A
dateline tells where the story was written, and of no facility where it lies.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from custody_records.annotate.country.evidence import CountryCues
from custody_records.annotate.facilities.context import Surroundings
from custody_records.annotate.facilities.reading import FacilityReading
from custody_records.annotate.facilities.rules import SurroundingFile
from custody_records.annotate.facilities.short_names import ShortNames
from custody_records.annotate.places.gazetteer import PlaceGazetteer

_REACH = 60  # characters before a name that tell where somebody is moved from
_LEAD = 900  # characters of title and opening
_FEWEST = 2  # places at the heads of paragraphs that make a chronicle


@dataclass(frozen=True, slots=True)
class _Scene:
    start: int
    end: int
    place: str


class Scenes:
    """Completes the places of facilities of which no mention tells one."""

    def __init__(
        self,
        words: SurroundingFile,
        places: PlaceGazetteer,
        countries: CountryCues,
        short_names: ShortNames,
    ) -> None:
        self._words = words
        self._countries = countries
        self._places = places
        self._short = short_names

    def placed(
        self,
        text: str,
        readings: list[FacilityReading],
        surroundings: Surroundings,
        country: str | None,
    ) -> list[FacilityReading]:
        """Return the readings, the first of each facility without a place with the one told."""
        settled = {r.identity for r in readings if r.place and not self._is_wide(r.place)}
        if not readings or all(r.identity in settled for r in readings):
            return readings
        scenes = self._scenes(text)
        starts = [scene.start for scene in scenes]
        found = list(readings)
        for index, reading in enumerate(readings):
            if reading.identity in settled:
                continue
            i = bisect_right(starts, reading.start) - 1
            here = i >= 0 and reading.start < scenes[i].end
            here = here and not self._words.left_for.regex.search(
                text, max(0, reading.start - _REACH), reading.start
            )
            place = None if reading.place else self._of_short(text, reading, surroundings)
            place = scenes[i].place if here else place
            if place:
                found[index] = replace(reading, place=place)
                settled.add(reading.identity)
        return self._opened(text, found, settled, country)

    def _opened(
        self,
        text: str,
        readings: list[FacilityReading],
        settled: set[str | None],
        country: str | None,
    ) -> list[FacilityReading]:
        """Return the readings, the first facility in the one town of whose inmates the lead tells.

        "... the death of an undertrial in Belagavi ... He died in Hindalga Central Jail".
        """
        first = readings[0]
        if first.identity in settled or first.place or country in self._words.far_bureaus:
            return readings
        towns = {
            told["place"]
            for told in self._words.held_in.regex.finditer(text, 0, min(len(text), _LEAD))
            if not told["named"]  # "the Tarn prison near Goma" is another one
            and not any(reading.place == told["place"] for reading in readings)
            and any(k.country == country for k in self._places.settlements(told["place"]))
        }
        return [replace(first, place=towns.pop()), *readings[1:]] if len(towns) == 1 else readings

    def _is_wide(self, place: str) -> bool:
        """Tell whether a place is known and no settlement: "Almaty region"."""
        known = self._places.find(self._places.generic.sub("", place))
        return bool(known) and (
            self._places.generic.search(place) is not None
            or all(each.kind != "settlement" for each in known)
        )

    def _scenes(self, text: str) -> list[_Scene]:
        # The last group is the place; of "RUSSIA / Perm" the town.
        heads = [
            (head.start(), _lowered(head[str(head.lastgroup)]))
            for head in self._words.scene.regex.finditer(text)
            if not head["bare"] or self._places.find(head["bare"])  # "Guangdong. A man ..."
        ]
        if len(heads) < _FEWEST:
            return []
        ends = [start for start, _ in heads[1:]] + [len(text)]
        return [
            _Scene(start, end, place)
            for (start, place), end in zip(heads, ends, strict=True)
            if not any(cue.kind == "name" for cue in self._countries.find(place))
        ]

    def _of_short(
        self, text: str, reading: FacilityReading, surroundings: Surroundings
    ) -> str | None:
        """Return the town behind the name in short: "the riot at Kestrel Hill, outside Darwin"."""
        short = self._short.without_noun(reading.name) if reading.name else ""
        if not short:
            return None
        for found in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text):
            if self._words.located.regex.match(text, found.end()):
                place = surroundings.place_after(found.end())
                if place:
                    return place
        return None


def _lowered(place: str) -> str:
    """Return a place in capitals as it is printed in prose: "Puerto Princesa"."""
    return place.title() if place.isupper() else place
