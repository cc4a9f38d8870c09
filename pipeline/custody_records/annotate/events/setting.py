"""Where and when: the facility, place and date of an event, step by step.

Each step is a rule with a name that the argument carries. A date that says when somebody spoke
is the statement's, not the event's.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument, Kind
from custody_records.annotate.entities.entity import EntityType
from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.events.clauses import (
    dates_something_else,
    is_beside,
    is_outside,
    is_speakers,
)
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.events.trees import HOUSES
from custody_records.annotate.layout.dateline import dateline_of
from custody_records.annotate.text import lower_of
from custody_records.contract.values import Basis

_HOUSES = frozenset(
    """colony prison institution facility penitentiary jail centre center camp isolator
    zone""".split()  # noqa: SIM905 - read as a list of words
)
_OUTSIDE = frozenset(
    "home homes flat flats apartment apartments airport courthouse courtroom street streets".split()  # noqa: SIM905 - words
)
_DEFINITE = frozenset(["the", "this", "that", "same", "said", "its"])
_SOON = 120  # tokens from a lead to the facility that it speaks of
_FROM = frozenset(["from", "out"])
_TO = frozenset(["to", "at", "into", "in"])
_JOINED = 12  # tokens between a facility and the town that belongs to it
_FAR = 99


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention with its first and last token in the doc, and the id of its entity."""

    start: int
    end: int
    reading: Any
    entity: int | None

    def argument(self, rule: str, kind: Kind, basis: Basis) -> Argument:
        """Return it as an argument found by ``rule``."""
        reading = self.reading
        return Argument(
            reading.start,
            reading.end,
            reading.start,
            rule,
            kind,
            basis=basis,
            entity=self.entity,
        )


def mentioned(doc: Doc, group: str, attribute: str, type_: EntityType) -> list[Mentioned]:
    """Return the single readings of a span group in text order."""
    found, index = [], EntityIndex.of(doc)
    for span in doc.spans.get(group, ()):
        held = getattr(span._, attribute)
        for reading in held if isinstance(held, tuple) else (held,):
            entity = index.at(type_, reading.start, reading.end)
            found.append(Mentioned(span.start, span.end, reading, entity.id if entity else None))
    return found


class Setting:
    """Finds facility, place and date for the hits of one doc."""

    def __init__(self, doc: Doc, countries: frozenset[str]) -> None:
        self.countries = countries
        self.facilities = mentioned(doc, "facilities", "facility", "facility")
        self.places = _in_story(doc, mentioned(doc, "places", "place", "place"))
        self.dates = [
            m for m in _in_story(doc, mentioned(doc, "timex", "timex", "date")) if _calendar(m)
        ]
        self.main_place = _most_named(self.places, countries)
        self.facility_towns = {
            place.reading.name
            for place in self.places
            for facility in self.facilities
            if -_JOINED <= place.start - facility.end <= _JOINED
            or -_JOINED <= facility.start - place.end <= _JOINED
        } | {m.reading.place for m in self.facilities if m.reading.place}
        self.only_facility = len({(m.reading.code, m.reading.name) for m in self.facilities}) == 1
        # By the few tokens that are space, not by all of them.
        breaks = np.zeros(len(doc) + 1, dtype=np.int64)
        for index in np.flatnonzero(doc.to_array(["IS_SPACE"])).tolist():
            breaks[index + 1] = "\n" in doc[index].text
        self.paragraph_of: list[int] = np.cumsum(breaks)[:-1].tolist()

    def facility(self, hit: Hit, sentence: Span, parsed: Span) -> Argument | None:
        """Return the facility of an event, by the nearest step that gives one."""
        here = _of_its_clause(within(self.facilities, sentence), hit, sentence, parsed)
        if hit.type == "transfer" and here:
            here = [m for m in here if not _after(parsed, sentence, m, _FROM)]
            here = [m for m in here if _after(parsed, sentence, m, _TO)] or here
        if hit.traits.facility == "own":
            here = [m for m in here if not is_outside(parsed[m.start - sentence.start], hit.token)]
        if here:
            return self._nearest(here, hit, sentence, parsed).argument(
                "facility.sentence", "facility", "sentence"
            )
        if hit.traits.facility == "own" or (
            hit.type == "transfer" and within(self.facilities, sentence)
        ):
            return None
        return self._facility_spoken_of(hit, sentence)

    def _facility_spoken_of(self, hit: Hit, sentence: Span) -> Argument | None:
        """Return the facility that the sentence means without naming it."""
        definite = _names_a_facility(sentence)
        spoken = hit.type == "investigation_or_inspection" and self.only_facility
        if not (hit.traits.facility == "spoken_of" or definite or spoken) or self._is_elsewhere(
            sentence
        ):
            return None
        before = [m for m in self.facilities if m.end <= sentence.start]
        near = [
            m for m in before if self.paragraph_of[m.start] == self.paragraph_of[sentence.start]
        ]
        if near:
            return near[-1].argument("facility.paragraph", "facility", "paragraph")
        if self.only_facility and (before or self._comes_soon(sentence)):
            return self.facilities[0].argument("facility.only", "facility", "article")
        if before and definite:
            counts = Counter((m.reading.code, m.reading.name) for m in before)
            most = max(reversed(before), key=lambda m: counts[m.reading.code, m.reading.name])
            return most.argument("facility.most-named-before", "facility", "article")
        if self.facilities and not before and self._comes_soon(sentence):
            return self.facilities[0].argument("facility.first-to-come", "facility", "article")
        return None

    def _comes_soon(self, sentence: Span) -> bool:
        """Tell whether the first facility is named soon, or its town is named here already."""
        towns = {m.reading.name for m in within(self.places, sentence)}
        soon = self.facilities[0].start - sentence.end <= _SOON
        return soon or not towns.isdisjoint(self.facility_towns)

    def _calls_another(self, sentence: Span) -> bool:
        """Tell whether a prison is called by a name that no field holds: "Bellavista prison"."""
        placed = {i for m in within(self.places, sentence) for i in range(m.start, m.end)}
        return any(
            word.text in HOUSES  # in lower case: "Prison Service" names a body
            and word.i - 1 > sentence.start
            and sentence.doc[word.i - 1].is_title
            and word.i - 1 not in placed
            for word in sentence
        )

    def _is_elsewhere(self, sentence: Span) -> bool:
        """Tell whether the sentence speaks of a place outside of every facility of the text.

        That is another prison, a town nowhere joined to one, somebody's home, an airport.
        """
        if (
            _names_others(sentence)
            or self._calls_another(sentence)
            or not _OUTSIDE.isdisjoint(lower_of(sentence.doc)[sentence.start : sentence.end])
        ):
            return True
        towns = {m.reading.name for m in within(self.places, sentence)} - self.countries
        return bool(towns) and not towns & self.facility_towns

    def place(
        self, hit: Hit, sentence: Span, parsed: Span, cues: frozenset[int] = frozenset()
    ) -> Argument | None:
        """Return the place of an event: its sentence's, else the one spoken of.

        What happens inside without a place in its sentence happened at the place that the
        paragraph named last, else at the place that the article names most, if no other is
        named as often. Countries are too wide to be spoken of so.
        """
        here = _of_its_clause(within(self.places, sentence), hit, sentence, parsed)
        here = [m for m in here if not is_speakers(parsed[m.start - sentence.start], cues)]
        if here:
            return self._nearest(here, hit, sentence, parsed).argument(
                "place.sentence", "place", "sentence"
            )
        if hit.traits.facility != "spoken_of":
            return None
        before = [
            m
            for m in self.places
            if m.end <= sentence.start
            and self.paragraph_of[m.start] == self.paragraph_of[sentence.start]
            and m.reading.name not in self.countries
        ]
        if before:
            return before[-1].argument("place.paragraph", "place", "paragraph")
        return (
            self.main_place.argument("place.most-named", "place", "article")
            if self.main_place
            else None
        )

    def date(self, hit: Hit, sentence: Span, parsed: Span, cues: frozenset[int]) -> Argument | None:
        """Return the date of an event: the nearest of its sentence that is not a statement's."""
        here = [
            m
            for m in within(self.dates, sentence)
            if not _is_birth(sentence, m)
            and not dates_something_else(
                parsed[m.start - sentence.start], hit.token, hit.traits, cues
            )
        ]
        if not here:
            return None
        best = self._nearest(here, hit, sentence, parsed)
        return best.argument("date.sentence", "date", "sentence")

    def _nearest(
        self, candidates: list[Mentioned], hit: Hit, sentence: Span, parsed: Span
    ) -> Mentioned:
        return min(
            candidates,
            key=lambda m: (
                distance(hit.token, parsed[m.start - sentence.start : m.end - sentence.start].root),
                abs(m.start - sentence.start - hit.token.i),
            ),
        )


def _in_story(doc: Doc, mentions: list[Mentioned]) -> list[Mentioned]:
    """Return the mentions without the dateline's: there and then the story was written.

    "BANGKOK, May 3 (AP) - Myanmar freed 2,100 prisoners": nothing happened in Bangkok.
    """
    start, end = dateline_of(doc) or (0, 0)
    return [m for m in mentions if not start <= m.reading.start < end]


def _most_named(places: list[Mentioned], countries: frozenset[str]) -> Mentioned | None:
    """Return the first mention of the place named most, None without a clear lead."""
    counts = Counter(m.reading.name for m in places if m.reading.name not in countries)
    best = counts.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return next(m for m in places if m.reading.name == best[0][0])


def within(mentions: Iterable[Mentioned], sentence: Span) -> list[Mentioned]:
    """Return the mentions that lie in the sentence."""
    return [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]


def distance(one: Token, other: Token) -> int:
    """Return the number of arcs between two tokens of a parsed sentence."""
    up = [one, *one.ancestors]
    down = [other, *other.ancestors]
    for steps, token in enumerate(up):
        if token in down:
            return steps + down.index(token)
    return _FAR


def _names_a_facility(sentence: Span) -> bool:
    """Tell whether the sentence speaks of "the colony" or the like: one known to the reader."""
    words = lower_of(sentence.doc)[sentence.start : sentence.end]
    return any(
        word in _HOUSES and not _DEFINITE.isdisjoint(words[max(0, index - 3) : index])
        for index, word in enumerate(words)
    )


def _names_others(sentence: Span) -> bool:
    """Tell whether a sentence is of "other penitentiaries": not of the one spoken of."""
    for token in sentence:
        if token.lower_ in ("other", "another"):
            following = sentence.doc[token.i + 1 : min(token.i + 4, sentence.end)]
            if any(word.lower_ in HOUSES for word in following):
                return True
    return False


def _of_its_clause(
    mentions: list[Mentioned], hit: Hit, sentence: Span, parsed: Span
) -> list[Mentioned]:
    """Return the mentions that do not stand in a clause of time or reason beside the trigger."""
    return [m for m in mentions if not is_beside(parsed[m.start - sentence.start], hit.token)]


def _is_birth(sentence: Span, date: Mentioned) -> bool:
    """Tell whether a date says when somebody was born: "(born 6 April 1975)"."""
    before = sentence.doc[max(sentence.start, date.start - 4) : date.start]
    return any(token.lower_ in ("born", "b.") for token in before)


def _calendar(mention: Mentioned) -> bool:
    """Tell whether an expression names a day or longer, of itself: not "at 5 p.m."."""
    reading = mention.reading
    if reading.type not in ("DATE", "TIME") or reading.borrowed:
        return False
    return bool(reading.value) and (reading.value[:4] == "XXXX" or reading.value[:2].isdigit())


def _after(parsed: Span, sentence: Span, mention: Mentioned, words: frozenset[str]) -> bool:
    """Tell whether the preposition that a mention hangs on is one of ``words``."""
    root = parsed[mention.start - sentence.start : mention.end - sentence.start].root
    above = next((t for t in [root, *root.ancestors] if t.pos_ in ("ADP", "SCONJ")), None)
    return above is not None and above.lower_ in words
