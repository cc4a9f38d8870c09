"""Where a text places its facilities and what it calls them, read beside their mentions."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.facilities.reading import FacilityReading
from custody_records.annotate.places.reading import PlaceReading
from custody_records.annotate.russian.names.words import plain
from custody_records.annotate.text import text_of
from custody_records.contract.values import FacilityKind
from custody_records.rulebook import Regex, RuleData, read

_FAR = 80  # characters between a facility and its place
_BEFORE = 4  # tokens before a facility in which its noun stands
_STEM = 4  # letters that an adjective shares with its town


class FacilityPlaceWords(RuleData):
    """The file ``facilities/ru.yaml``."""

    behind: Regex
    before: Regex
    regions: Regex
    adjectives: tuple[Regex, ...]
    joined: Regex
    regime: frozenset[str]
    reference: Regex
    kinds: dict[str, FacilityKind]
    modifiers: dict[str, FacilityKind]


class FacilityPlaces:
    """Completes ``span._.facility`` of a Russian doc by place and kind."""

    def __init__(self, rules: Path) -> None:
        words = read(rules / "facilities" / "ru.yaml", FacilityPlaceWords)
        self.words = words
        self._behind = re.compile(words.behind)
        self._before = re.compile(words.before)
        self._reference = re.compile(words.reference)
        self._joined = re.compile(words.joined)
        self._regions = re.compile(words.regions)
        self._adjectives = [re.compile(ending) for ending in words.adjectives]

    def __call__(self, doc: Doc) -> Doc:
        """Complete the facilities of a doc; its places are found."""
        places = sorted(
            (span._.place for span in doc.spans.get("places", ())), key=lambda place: place.start
        )
        spans = list(doc.spans.get("facilities", ()))
        for span in spans:
            held = span._.facility
            readings = held if isinstance(held, tuple) else (held,)
            made = tuple(self._completed(doc, span, reading, places) for reading in readings)
            span._.facility = made if isinstance(held, tuple) else made[0]
        self._join(doc, spans)
        self._from_references(doc, spans, places)
        return doc

    def _join(self, doc: Doc, spans: Sequence[Span]) -> None:
        """Make the former code of a facility an alias of the one before it."""
        text = text_of(doc)
        for one, other in pairwise(sorted(spans, key=lambda span: span.start)):
            first, second = one._.facility, other._.facility
            single = isinstance(first, FacilityReading) and isinstance(second, FacilityReading)
            if single and self._joined.fullmatch(text, first.end, second.start):
                other._.facility = replace(second, alias_of=first.code or first.name)

    def _completed(
        self, doc: Doc, span: Span, reading: FacilityReading, places: Sequence[PlaceReading]
    ) -> FacilityReading:
        if reading.name and "ё" not in text_of(doc)[reading.start : reading.end]:
            reading = replace(reading, name=reading.name.replace("ё", "е").replace("Ё", "Е"))
        kind, modified = self._kind(doc, span.start)
        if kind is not None and (modified or reading.kind is None or reading.generic):
            reading = replace(reading, kind=kind, generic=False)
        if reading.place is None:
            place = (
                self._place_behind(doc, reading, places)
                or self._described(doc, span, places)
                or self._place_before(doc, reading, places)
            )
            if place is not None:
                reading = self._placed(reading, place)
        return reading

    def _placed(self, reading: FacilityReading, place: PlaceReading) -> FacilityReading:
        region = self._regions.search(place.name) is not None
        country = reading.country or (place.link.country if place.link else None)
        return replace(reading, place=place.name, region=region, country=country)

    def _described(
        self, doc: Doc, span: Span, places: Sequence[PlaceReading]
    ) -> PlaceReading | None:
        """Return the place of the text to which an adjective points: "витебская колония №3"."""
        for token in doc[max(span.sent.start, span.start - _BEFORE) : span.start + 1]:
            if token.pos_ != "ADJ":
                continue
            lemma = plain(token.lemma_)
            for ending in self._adjectives:
                stem = ending.sub("", lemma)
                if stem != lemma and len(stem) >= _STEM:
                    fitting = [p for p in places if _is_of(stem, plain(p.name.lower()))]
                    if fitting:
                        return fitting[0]
        return None

    def _place_behind(
        self, doc: Doc, reading: FacilityReading, places: Sequence[PlaceReading]
    ) -> PlaceReading | None:
        text = text_of(doc)
        end = self._past_the_service(doc, reading.end)
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

    @staticmethod
    def _past_the_service(doc: Doc, end: int) -> int:
        """Return where the name of the service behind a facility ends: "ИК-7 УФСИН по Карелии"."""
        for span in doc.spans.get("names", ()):
            if span._.name.kind == "organization" and 0 <= span._.name.start - end <= 1:
                return int(span._.name.end)
        return end

    def _kind(self, doc: Doc, first: int) -> tuple[FacilityKind | None, bool]:
        """Return what the noun right before a mention says, and whether a modifier says it."""
        for i in range(first - 1, max(first - _BEFORE, -1), -1):
            kind = self.words.kinds.get(plain(doc[i].lemma_))
            if kind is not None:
                said = self._modified(doc[i], kind)
                return said, said != kind
            if doc[i].is_punct and doc[i].text not in "«(№":
                return None, False
        return None, False

    def _modified(self, noun: Token, kind: FacilityKind) -> FacilityKind:
        before = [noun.nbor(-n) for n in range(1, min(3, noun.i) + 1)]
        found = (self.words.modifiers.get(plain(token.lemma_)) for token in before)
        return next((one for one in found if one), kind)

    def _from_references(
        self, doc: Doc, spans: Sequence[Span], places: Sequence[PlaceReading]
    ) -> None:
        """Give the only facility of a text what is said of "the colony" elsewhere."""
        readings = [s._.facility for s in spans if isinstance(s._.facility, FacilityReading)]
        if len({r.code or r.name for r in readings}) != 1 or len(readings) != len(spans):
            return
        inside = {t.i for span in spans for t in span}
        nouns = [t for t in doc if t.i not in inside and plain(t.lemma_) in self.words.kinds]
        named = [t for t in nouns if self._names_the_regime(t)]
        kinds = {self._modified(t, self.words.kinds[plain(t.lemma_)]) for t in named}
        behind = [
            (noun, place) for noun in nouns if (place := self._behind_noun(doc, noun, places))
        ]
        placed = [place for _, place in behind]
        kinds = kinds or {self._modified(t, self.words.kinds[plain(t.lemma_)]) for t, _ in behind}
        for span in spans:
            changes: dict[str, Any] = {}
            if span._.facility.kind is None and len(kinds) == 1:
                changes["kind"] = next(iter(kinds))
            span._.facility = replace(span._.facility, **changes)
            if span._.facility.place is None and placed:
                span._.facility = self._placed(span._.facility, placed[0])

    def _names_the_regime(self, noun: Token) -> bool:
        """Tell whether a noun goes on as "колония строгого режима" does."""
        behind = noun.doc[noun.i + 1 : noun.i + 3]
        return any(plain(t.lemma_) in self.words.regime for t in behind)

    def _behind_noun(
        self, doc: Doc, noun: Token, places: Sequence[PlaceReading]
    ) -> PlaceReading | None:
        end = noun.idx + len(noun)
        at = bisect_left(places, end, key=lambda place: place.start)
        near = at < len(places) and places[at].start - end < _FAR
        if near and self._reference.fullmatch(text_of(doc), end, places[at].start):
            return places[at]
        return None


def _is_of(stem: str, name: str) -> bool:
    """Tell whether an adjective's stem is that of a place in one word: "витеб" of "витебск"."""
    return " " not in name and name.startswith(stem) and len(name) - len(stem) <= _STEM - 1
