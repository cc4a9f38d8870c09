"""What the story says of its main facility before it gives the code or name.

"Relatives of inmates at a penal colony in Arshaly ... The administration, ETs-166/5, ...": the
first facility of an article is the one that the opening spoke of.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from custody_records.annotate.facilities.context import Surroundings
from custody_records.annotate.facilities.reading import FacilityReading
from custody_records.annotate.facilities.words import FacilityNoun, FacilityNouns
from custody_records.contract.values import FacilityKind

_INDEFINITE_REACH, _DEFINITE_REACH = 20, 5  # characters before a prison word


_BESIDE = 3
# A well-known house of these is named without a noun: "held at Helicoide", "nights in Abbasiya".
_BY_NAME = ("other", "police_custody", "juvenile_colony", "womens_colony")
_OTHERS = ("medical", "police_custody")  # kinds of another house than the story's prison
_OPENING = 900  # characters of title and opening


def complete(
    text: str, readings: list[FacilityReading], nouns: FacilityNouns, surroundings: Surroundings
) -> list[FacilityReading]:
    """Return the readings with the first facility's kind and place completed where unsaid."""
    if not readings:
        return readings
    story = _Story(text, nouns, surroundings)
    return story.pointed_to([story.completed(readings), *readings[1:]])


def kinds_told(
    readings: list[FacilityReading],
    nouns: FacilityNouns,
    known: Callable[[FacilityReading], FacilityKind | None],
) -> list[FacilityReading]:
    """Return the readings, facilities with their kind where the text speaks of such.

    "Baisu is another world. At the jail ..." says that it is one, "institution LA-155/8 ... the
    colony's head"; ``known`` is what the facility is known to be, or most of such codes are.
    """
    told = {reading.identity for reading in readings if reading.kind}
    spoken = {noun.kind for noun in nouns if noun.is_custodial}
    found = list(readings)
    for index, reading in enumerate(readings):
        kind = None if reading.identity in told else known(reading)
        if kind and (kind in spoken or kind in _BY_NAME):
            found[index] = replace(reading, kind=kind, generic=True)
            told.add(reading.identity)
    return found


def _same(one: FacilityReading, other: FacilityReading) -> bool:
    if one.code and other.code:
        return one.code == other.code or one.alias_of == other.code
    return one.known == other.known if one.known else one.name == other.name


@dataclass(frozen=True, slots=True)
class _Story:
    """What a text says of its facilities by nouns alone."""

    text: str
    nouns: FacilityNouns
    surroundings: Surroundings

    def completed(self, readings: list[FacilityReading]) -> FacilityReading:
        """Return the first reading with what the opening, or "the jail" of one facility, tells."""
        first = readings[0]
        own = [r for r in readings if _same(r, first)]
        unnamed = self._meaning(readings, only=len(own) == len(readings))
        completed = first
        if not any(r.place for r in own):
            named = {word for reading in own for word in (reading.name or "").split()}
            places = (self._told_of(noun, first) for noun in unnamed)
            # "Obo Prison" is in no place "Obo", though "the Obo jail" be read of it
            completed = replace(
                first, place=next((p for p in places if p and p not in named), None)
            )
        if all(r.kind is None or r.generic for r in own):
            kinds = (noun.kind for noun in unnamed if self._introduces(noun, first))
            if kind := next((kind for kind in kinds if kind), None):
                completed = replace(completed, kind=kind, generic=False)
        return completed

    def pointed_to(self, readings: list[FacilityReading]) -> list[FacilityReading]:
        """Give the facility named last the place that is told of "this institution".

        So of "the jail near Alloa" and "the jail, near Alloa", in the paragraph or the next; "the
        jail in Alloa" may be another.
        """
        text, words = self.text, self.surroundings.words
        found = list(readings)
        ends = [reading.end for reading in readings]
        placed = {reading.identity for reading in readings if reading.place}
        for noun in self.nouns:
            before = max(0, noun.phrase - 5), noun.phrase
            pointed = words.demonstrative.regex.search(text, *before)
            nearby = (
                self._is_definite(noun)
                and noun.is_custodial
                and not noun.plural
                and words.nearby.regex.match(text, noun.end)
            )
            if not (pointed or nearby):
                continue
            index = bisect_left(ends, noun.start) - 1
            lies = words.lies.regex.match(text, noun.end)
            place = self.surroundings.place_after(noun.end)
            place = place or (self.surroundings.place_after(lies.end()) if lies else None)
            if index < 0 or place is None or found[index].identity in placed:
                continue
            if nearby and text.count("\n\n", found[index].end, noun.start) > 1:
                continue
            found[index] = replace(found[index], place=place)
            placed.add(found[index].identity)
        return found

    def _meaning(self, readings: list[FacilityReading], *, only: bool) -> list[FacilityNoun]:
        """Return the nouns that mean the first facility; ``only``: the text has no other."""
        opening = min(readings[0].start, _OPENING)
        return [
            noun
            for noun in self._unnamed(readings)
            # "a transit prison in Petropavlovsk", told later, is another one
            if noun.kind not in _OTHERS
            and (noun.end < opening or (only and self._is_definite(noun)))
        ]

    def _unnamed(self, readings: list[FacilityReading]) -> Iterator[FacilityNoun]:
        """Yield single institutions that no code or name stands in or beside."""
        starts = [reading.start for reading in readings]
        for noun in self.nouns:
            # "the Federal Correctional Institution in Englewood" is another one, by its name.
            if noun.plural or not noun.usable or self.text[noun.phrase].isupper():
                continue
            # The last mention that begins before the noun ends, or just behind it.
            index = bisect_right(starts, noun.end + _BESIDE) - 1
            if index < 0 or readings[index].end + _BESIDE < noun.phrase:
                yield noun

    def _told_of(self, noun: FacilityNoun, first: FacilityReading) -> str | None:
        """Return the place of "a jail in Pune" or "the Pune jail".

        "The jail in Pune" is another one than that of a name.
        """
        told = first.code or self._is_new(noun)
        place = self.surroundings.place_after(noun.end) if told else None
        return place or (self.surroundings.owner(noun.phrase) if self._is_definite(noun) else None)

    def _introduces(self, noun: FacilityNoun, first: FacilityReading) -> bool:
        """Tell "at a penal colony", told before the first mention, from "at the colony"."""
        told_first = noun.end < first.start and self._is_new(noun)
        return told_first and noun.is_custodial and not noun.generic

    def _is_new(self, noun: FacilityNoun) -> bool:
        before = max(0, noun.phrase - _INDEFINITE_REACH), noun.phrase
        return self.surroundings.words.indefinite.regex.search(self.text, *before) is not None

    def _is_definite(self, noun: FacilityNoun) -> bool:
        owner = self.surroundings.owner(noun.phrase)  # "the Pune jail"
        start = noun.phrase - len(f"{owner} ") if owner else noun.phrase
        before = max(0, start - _DEFINITE_REACH), max(0, start)
        return self.surroundings.words.definite.regex.search(self.text, *before) is not None
