"""Merge what was told of events, with the entities' own names, and write each event once."""

from collections.abc import Iterable

from spacy.tokens import Doc

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.arguments.groups import NUMBERS
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.entities.entity import Entity, EntityType, FacilityEntity
from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.entities.resolver import readings
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.text import text_of
from custody_records.contract import Event, EventBasis, Mention
from custody_records.contract.values import Basis
from custody_records.records.gather import mentions, provenance
from custody_records.records.happenings import Happening, is_tied, merge_all
from custody_records.records.tellers import who_says_so

_NUMBER_REACH = 12  # characters before a phrase in which its number stands


class Namer:
    """Gives an argument the name of the entity that it mentions, else the phrase as printed."""

    def __init__(self, doc: Doc) -> None:
        self.text = text_of(doc)
        self.index = EntityIndex.of(doc)
        named = (*self.index.of_type("person"), *self.index.of_type("organization"))
        self.names = {entity.canonical for entity in named}

    def participants(self, arguments: Iterable[Argument]) -> tuple[str, ...]:
        """Return the names or phrases of participants, each once, in order."""
        return tuple(dict.fromkeys(name for a in arguments if (name := self._participant(a))))

    def _participant(self, argument: Argument) -> str:
        at = argument.head, argument.head + 1
        named = self.index.at("person", *at) or self.index.at("organization", *at)
        if named is not None:
            return named.canonical
        return " ".join(self.text[argument.start : argument.end].split())

    def _counted(self, arguments: tuple[Argument, ...]) -> int | None:
        """Return the number printed before the phrase of a single argument, or None."""
        if len(arguments) != 1:
            return None
        words = self.text[max(0, arguments[0].start - _NUMBER_REACH) : arguments[0].start].split()
        word = words[-1].lower() if words else ""
        return int(word) if word.isdecimal() and word.isascii() else NUMBERS.get(word)

    def _named(self, type_: EntityType, argument: Argument | None) -> Entity | None:
        return self.index.at(type_, argument.start, argument.end) if argument else None

    def _place(
        self, reading: EventReading, facility: Entity | None
    ) -> tuple[str | None, Basis | None]:
        """Return the sentence's own place, else the facility's, else the one spoken of."""
        place = self._named("place", reading.place)
        basis = reading.place.basis if reading.place and place else None
        own = facility.place if isinstance(facility, FacilityEntity) else None
        if basis != "sentence" and reading.facility and own:
            return own, reading.facility.basis
        return (place.canonical if place else None), basis

    def happening(self, reading: EventReading) -> Happening:
        """Return a reading with the entities' names."""
        facility = self._named("facility", reading.facility)
        date = self._named("date", reading.date)
        subjects = self.participants(reading.subjects)
        place, place_basis = self._place(reading, facility)
        return Happening(
            named=frozenset(self.names & set(subjects)),
            counted=self._counted(reading.subjects),
            type=reading.type,
            status=reading.status,
            facility=facility.canonical if facility else None,
            place=place,
            date=date.canonical if date else None,
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


def gather(doc: Doc, publisher: str | None = None) -> list[Event]:
    """Return the article's events in the order of their first telling.

    ``publisher``: who publishes the article.
    """
    namer = Namer(doc)
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
