"""Gather what was told of events into one entry for each happening, with the entries' own names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.arguments.groups import NUMBERS
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.text import text_of
from custody_records.contract import Event, EventBasis, Mention
from custody_records.contract.values import Basis
from custody_records.records.gather import mentions, provenance, readings
from custody_records.records.happenings import Happening, is_tied, merge_all
from custody_records.records.tellers import who_says_so

_NUMBER_REACH = 12  # characters before a phrase in which its number stands
Entries = Mapping[str, list[Any]]


@dataclass(frozen=True, slots=True)
class _Index:
    """Where each entry of a field is mentioned, and what an event calls it."""

    stretches: tuple[tuple[int, int, str], ...]

    def at(self, start: int, end: int) -> str | None:
        """Return what the first entry mentioned in ``[start, end)`` is called, or None."""
        return next((name for s, e, name in self.stretches if s < end and start < e), None)


def _index(entries: Iterable[Any], *keys: str) -> _Index:
    found: list[tuple[int, int, str]] = []
    for entry in entries:
        called = next(value for key in keys if (value := getattr(entry, key)))
        found += [(mention.start, mention.end, called) for mention in entry.mentions]
    return _Index(tuple(sorted(found)))


class Namer:
    """Gives an argument the name of the entry that it mentions, else the phrase as printed."""

    def __init__(self, doc: Doc, entries: Entries) -> None:
        self.text = text_of(doc)
        self.people = _index(entries.get("people", ()), "name")
        self.organizations = _index(entries.get("organizations", ()), "name")
        self.facilities = _index(entries.get("facilities", ()), "code", "name")
        self.places = _index(entries.get("places", ()), "name")
        self.dates = _index(entries.get("dates", ()), "value")
        self.names = {e.name for f in ("people", "organizations") for e in entries.get(f, ())}
        self.place_of = {
            (entry.code or entry.name): entry.place for entry in entries.get("facilities", ())
        }

    def participants(self, arguments: Iterable[Argument]) -> tuple[str, ...]:
        """Return the names or phrases of participants, each once, in order."""
        return tuple(dict.fromkeys(name for a in arguments if (name := self._participant(a))))

    def _participant(self, argument: Argument) -> str:
        at = argument.head, argument.head + 1
        return (
            self.people.at(*at)
            or self.organizations.at(*at)
            or " ".join(self.text[argument.start : argument.end].split())
        )

    def _counted(self, arguments: tuple[Argument, ...]) -> int | None:
        """Return the number printed before the phrase of a single argument, or None."""
        if len(arguments) != 1:
            return None
        words = self.text[max(0, arguments[0].start - _NUMBER_REACH) : arguments[0].start].split()
        word = words[-1].lower() if words else ""
        return int(word) if word.isdecimal() and word.isascii() else NUMBERS.get(word)

    def _place(
        self, reading: EventReading, facility: str | None
    ) -> tuple[str | None, Basis | None]:
        """Return the sentence's own place, else the facility's, else the one spoken of."""
        place = _called(self.places, reading.place)
        basis = reading.place.basis if reading.place and place else None
        if basis != "sentence" and reading.facility and (own := self.place_of.get(facility)):
            return own, reading.facility.basis
        return place, basis

    def happening(self, reading: EventReading) -> Happening:
        """Return a reading with the entries' names."""
        facility = _called(self.facilities, reading.facility)
        subjects = self.participants(reading.subjects)
        place, place_basis = self._place(reading, facility)
        date = _called(self.dates, reading.date)
        return Happening(
            named=frozenset(self.names & set(subjects)),
            counted=self._counted(reading.subjects),
            type=reading.type,
            status=reading.status,
            facility=facility,
            place=place,
            date=date,
            basis=EventBasis(
                facility=reading.facility.basis if reading.facility and facility else None,
                place=place_basis,
                date=reading.date.basis if reading.date and date else None,
            ),
            subjects=subjects,
            actors=self.participants(reading.actors),
            sources=self.participants(reading.sources),
            tellings=(reading,),
        )


def _called(index: _Index, argument: Argument | None) -> str | None:
    return index.at(argument.start, argument.end) if argument else None


def gather(doc: Doc, entries: Entries, publisher: str | None = None) -> list[Event]:
    """Return the article's events in the order of their first telling.

    ``entries``: the record's other fields, already gathered, by field name. ``publisher``: who
    publishes the article.
    """
    namer = Namer(doc, entries)
    decisions: list[Decision] = []
    told = []
    for reading in readings(doc, "events", "event"):
        happening = namer.happening(reading)
        if is_tied(happening):
            told.append(happening)
        else:
            start, end = reading.trigger
            decisions.append(Decision("events", reading.rule, start, end, "refused", "untied"))
    merged = merge_all(told, decisions)
    for decision in decisions:
        note(doc, decision)
    return [_event(doc, happening, namer, publisher) for happening in merged]


def _event(doc: Doc, happening: Happening, namer: Namer, publisher: str | None) -> Event:
    tellings = list(happening.tellings)
    evidence: list[Mention] = mentions(doc, tellings)
    return Event(
        type=happening.type,
        status=happening.status,
        facility=happening.facility,
        place=happening.place,
        date=happening.date,
        subjects=list(happening.subjects),
        actors=list(happening.actors),
        sources=who_says_so(happening, namer.participants, publisher),
        basis=happening.basis,
        evidence=evidence,
        provenance=provenance(tellings),
    )
