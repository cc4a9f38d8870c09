"""Where a text places its facilities and what it calls them, read beside their mentions."""

import math
import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from custody_records.annotate.facilities.reading import FacilityReading
from custody_records.annotate.places.gazetteer import KnownPlace
from custody_records.annotate.places.reading import PlaceReading
from custody_records.annotate.readings import of_span
from custody_records.annotate.russian.facility_kinds import FacilityKinds
from custody_records.annotate.russian.facility_words import FacilityPlaceWords
from custody_records.annotate.russian.names.words import plain
from custody_records.annotate.russian.places.adjectives import RELATIVE, TownAdjectives
from custody_records.annotate.russian.places.gazetteer import RussianGazetteer
from custody_records.annotate.russian.resources import morphology_of
from custody_records.annotate.text import text_of
from custody_records.contract.values import FacilityKind
from custody_records.rulebook import read

_FAR = 80  # characters between a facility and its place
_BEFORE = 4  # tokens before a facility in which the adjective of its town stands
_STEM = 4  # letters that an adjective shares with its town
_DEGREE = 111.0  # kilometres of a degree of latitude
_SAME = 20.0  # kilometres between two points of one settlement


class FacilityPlaces:
    """Completes ``span._.facility`` of a Russian doc by place and kind."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        words = read(rules / "facilities" / "ru.yaml", FacilityPlaceWords)
        self.kinds = FacilityKinds(words)
        self._near = re.compile(words.near)
        self._custody = re.compile(words.custody, re.IGNORECASE)
        self._dateline = re.compile(words.dateline)
        self._behind = re.compile(words.behind)
        self._before = re.compile(words.before)
        self._reference = re.compile(words.reference)
        self._regions = re.compile(words.regions)
        self._towns = TownAdjectives(words, RussianGazetteer.of(rules), morphology_of(nlp))

    def __call__(self, doc: Doc) -> Doc:
        """Complete the facilities of a doc; its places are found."""
        named = (span._.place for span in doc.spans.get("places", ()))
        smaller = (p for p in named if p.link is None or p.link.kind != "country")
        places = sorted(smaller, key=lambda place: place.start)
        spans = list(doc.spans.get("facilities", ()))
        for span in spans:
            readings = of_span(span, "facility")
            made = tuple(self._completed(doc, span, reading, places) for reading in readings)
            span._.facility = made if len(made) > 1 else made[0]
        self._from_references(doc, spans, places)
        for span in spans:
            self._where_it_is_known(doc, span, places)
        return doc

    def _completed(
        self, doc: Doc, span: Span, reading: FacilityReading, places: Sequence[PlaceReading]
    ) -> FacilityReading:
        if reading.name and "ё" not in text_of(doc)[reading.start : reading.end]:
            reading = replace(reading, name=reading.name.replace("ё", "е").replace("Ё", "Е"))
        kind, modified = self.kinds.beside(doc, span.start, span.end)
        if kind is not None and (modified or reading.kind is None or reading.generic):
            reading = replace(reading, kind=kind, generic=False)
        if reading.place is None:
            place = self._place_behind(doc, reading, places) or self._described(doc, span, places)
            town = None if place else self._town(span, reading.country or doc._.country)
            if town is not None:
                return replace(reading, country=town.country)
            place = place or self._place_before(doc, reading, places)
            if place is not None:
                return self._placed(reading, place, near=self._is_near(doc, reading.end, place))
        return reading

    def _placed(
        self, reading: FacilityReading, place: PlaceReading, *, near: bool = False
    ) -> FacilityReading:
        """Return a reading with its place; ``near``: another mention may tell the place itself."""
        region = near or self._regions.search(place.name) is not None
        country = reading.country or (place.link.country if place.link else None)
        settled = place.link is not None and place.link.kind == "settlement"
        name = place.name.title() if settled and place.name.isupper() else place.name
        return replace(reading, place=name, region=region, country=country)

    def _described(
        self, doc: Doc, span: Span, places: Sequence[PlaceReading]
    ) -> PlaceReading | None:
        """Return the place of the text to which an adjective points: "витебская колония №3"."""
        for lemma in _adjectives(span, self.kinds.words.kinds):
            for stem in self._towns.stems(lemma):
                fitting = [p for p in places if _is_of(stem, plain(p.name.lower()))]
                if fitting:
                    return fitting[0]
        return None

    def _town(self, span: Span, country: str | None) -> KnownPlace | None:
        """Return the town of an adjective, "ангарской ИК-15", which tells the country.

        An adjective names no place; what the text does not name it does not give.
        """
        found = (
            self._towns.of(lemma, country) for lemma in _adjectives(span, self.kinds.words.kinds)
        )
        return next(filter(None, found), None)

    def _place_behind(
        self, doc: Doc, reading: FacilityReading, places: Sequence[PlaceReading]
    ) -> PlaceReading | None:
        text, end = text_of(doc), reading.end
        at = bisect_left(places, end, key=lambda place: place.start)
        near = at < len(places) and places[at].start - end < _FAR
        if near and self._behind.fullmatch(text, end, places[at].start):
            return places[at]
        return None

    def _place_before(
        self, doc: Doc, reading: FacilityReading, places: Sequence[PlaceReading]
    ) -> PlaceReading | None:
        text = text_of(doc)
        at = bisect_left(places, reading.end, key=lambda place: place.start)
        found = [
            place
            for place in places[max(0, at - 3) : at]
            if 0 <= reading.start - place.end < _FAR
            and self._before.fullmatch(text, place.end, reading.start)
        ]
        return next((p for p in found if not self._regions.search(p.name)), next(iter(found), None))

    def _from_references(
        self, doc: Doc, spans: Sequence[Span], places: Sequence[PlaceReading]
    ) -> None:
        """Give facilities what is said of "the colony" elsewhere.

        It is the only one of the text, or the last that was named: "эту колонию".
        """
        single = [s for s in spans if isinstance(s._.facility, FacilityReading)]
        inside = {t.i for span in spans for t in span}
        nouns = list(self.kinds.nouns(doc, inside))
        if single and len(single) == len(spans):
            first = single[0]._.facility.identity
            own = [span for span in single if span._.facility.identity == first]
            # The first facility of a text is the one of which its opening has spoken.
            only = len(own) == len(single)
            meant = [noun for noun in nouns if only or noun.i < single[0].start]
            self._of_the_only_one(doc, own, meant, places)
        starts = [span.start for span in single]
        for noun in nouns:
            at = bisect_left(starts, noun.i) - 1
            if at >= 0 and self.kinds.points_back(noun):
                self._told(single[at], self.kinds.of_noun(noun), self._place_of(doc, noun, places))

    def _of_the_only_one(
        self,
        doc: Doc,
        spans: Sequence[Span],
        nouns: Sequence[Token],
        places: Sequence[PlaceReading],
    ) -> None:
        named = [noun for noun in nouns if self.kinds.names_the_regime(noun)]
        behind = [(n, place) for n in nouns if (place := self._place_of(doc, n, places))]
        kinds = {self.kinds.of_noun(noun) for noun in named or [noun for noun, _ in behind]}
        # "В селе Заречное" tells more than "под Капшагаем".
        behind.sort(key=lambda found: self._is_near(doc, _end(found[0]), found[1]))
        for span in spans:
            kind = next(iter(kinds)) if len(kinds) == 1 else None
            self._told(span, kind, behind[0][1] if behind else None)

    def _told(self, span: Span, kind: FacilityKind | None, place: PlaceReading | None) -> None:
        """Complete a facility of which nothing nearer tells the kind or the place."""
        if span._.facility.kind is None and kind is not None:
            span._.facility = replace(span._.facility, kind=kind)
        if span._.facility.place is None and place is not None:
            span._.facility = self._placed(span._.facility, place)

    def _is_near(self, doc: Doc, end: int, place: PlaceReading) -> bool:
        return self._near.search(text_of(doc), end, place.start) is not None

    def _speaks_of_custody(self, doc: Doc, place: PlaceReading) -> bool:
        """Tell whether a place stands in a dateline, or in a sentence on custody."""
        text = text_of(doc)
        begin, end = text.rfind("\n", 0, place.start) + 1, text.find("\n", place.end)
        opens = place.start == begin and (
            place.end == end or self._dateline.match(text, place.end) is not None
        )
        line = text[begin : end if end >= 0 else len(text)]
        at = place.start - begin
        sentence = line[line.rfind(". ", 0, at) + 1 : line.find(". ", at) % (len(line) + 1)]
        return opens or self._custody.search(sentence) is not None

    def _where_it_is_known(self, doc: Doc, span: Span, places: Sequence[PlaceReading]) -> None:
        """Place a known facility in the settlement of the text that lies where it does."""
        reading = span._.facility
        if not isinstance(reading, FacilityReading) or reading.place or reading.link is None:
            return
        here = reading.link.latitude, reading.link.longitude
        for place in places:
            known = place.link
            if not self._speaks_of_custody(doc, place):
                continue
            settled = known is not None and known.kind == "settlement"
            if settled and known and _distance(here, (known.latitude, known.longitude)) < _SAME:
                span._.facility = self._placed(reading, place)
                return

    def _place_of(
        self, doc: Doc, noun: Token, places: Sequence[PlaceReading]
    ) -> PlaceReading | None:
        text, end = text_of(doc), _end(noun)
        at = bisect_left(places, end, key=lambda place: place.start)
        near = at < len(places) and places[at].start - end < _FAR
        told = near and self._reference.fullmatch(text, end, places[at].start)
        return places[at] if told else None


def _distance(
    one: tuple[float | None, float | None], other: tuple[float | None, float | None]
) -> float:
    """Return the kilometres between two points (latitude, longitude in degrees), roughly."""
    if None in one or None in other:
        return math.inf
    (north, east), (north_of, east_of) = one, other
    width = math.cos(math.radians(float(north or 0)))
    return _DEGREE * math.hypot(
        float(north or 0) - float(north_of or 0), width * (float(east or 0) - float(east_of or 0))
    )


def _end(token: Token) -> int:
    return token.idx + len(token)


def _adjectives(span: Span, nouns: Container[str]) -> Iterator[str]:
    """Yield the lemmas of the adjectives that open a mention or stand before it.

    Between them and the mention stand only other adjectives and ``nouns`` for facilities.
    """
    first = span.doc[span.start]
    if _is_adjective(first):
        yield first.lemma_
    for token in reversed(span.doc[max(span.sent.start, span.start - _BEFORE) : span.start]):
        if _is_adjective(token):
            yield token.lemma_
        elif token.lemma_ not in nouns and not token.is_punct:
            break


def _is_adjective(token: Token) -> bool:
    """Tell an adjective; the tagger takes some of a town's for nouns."""
    return token.pos_ == "ADJ" or RELATIVE.search(token.lemma_) is not None


def _is_of(stem: str, name: str) -> bool:
    """Tell whether an adjective's stem is that of a place in one word: "витеб" of "витебск"."""
    return " " not in name and name.startswith(stem) and len(name) - len(stem) <= _STEM - 1
