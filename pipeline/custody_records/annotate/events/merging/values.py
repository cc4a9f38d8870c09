"""What an event mention says, with the canonical forms of the entities that it points to."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.entity import Entity, FacilityEntity, PlaceEntity
from custody_records.annotate.events.merging.event import MergedEvent
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.text import text_of
from custody_records.contract import EventBasis
from custody_records.contract.values import Basis

_NUMBER_REACH = 12  # characters before a phrase in which its number stands


class Values:
    """Gives an argument the canonical form of its entity, else the phrase as printed.

    ``sizes``: word in lower case → how many people it counts.
    """

    def __init__(self, doc: Doc, sizes: Mapping[str, int]) -> None:
        self.sizes = sizes
        self.text = text_of(doc)
        self.entities: tuple[Entity, ...] = doc._.entities or ()

    def event(self, reading: EventReading) -> MergedEvent:
        """Return the event that one mention tells."""
        facility, date = self._entity(reading.facility), self._entity(reading.date)
        place, place_basis = self._place(reading, facility)
        return MergedEvent(
            status=reading.status,
            facility=facility.canonical if facility else None,
            place=place,
            date=date.canonical if date else None,
            subjects=self.participants(reading.subjects),
            actors=self.participants(reading.actors),
            sources=self.participants(reading.sources),
            mentions=(reading,),
            named=frozenset(
                entity.canonical
                for argument in reading.subjects
                if (entity := self._entity(argument)) is not None
            ),
            kinds=frozenset(filter(None, [reading.kind])),
            steps=frozenset(
                argument.rule
                for argument in (reading.facility, reading.place, reading.date)
                if self._entity(argument) is not None and argument is not None
            ),
            counted=self._counted(reading.subjects),
            basis=EventBasis(
                facility=reading.facility.basis if reading.facility and facility else None,
                place=place_basis,
                date=reading.date.basis if reading.date and date else None,
            ),
        )

    def participants(self, arguments: Iterable[Argument]) -> tuple[str, ...]:
        """Return the names or phrases of participants, each once, in order."""
        return tuple(dict.fromkeys(name for a in arguments if (name := self._participant(a))))

    def _participant(self, argument: Argument) -> str:
        named = self._entity(argument)
        if named is not None:
            return named.canonical
        return " ".join(self.text[argument.start : argument.end].split())

    def _entity(self, argument: Argument | None) -> Entity | None:
        if argument is None or argument.entity is None:
            return None
        return self.entities[argument.entity]

    def _place(
        self, reading: EventReading, facility: Entity | None
    ) -> tuple[str | None, Basis | None]:
        """Return the sentence's own place, else the facility's, else the one spoken of.

        A country or region of the sentence is wider than the facility's own place.
        """
        place = self._entity(reading.place)
        basis = reading.place.basis if reading.place and place else None
        own = facility.place if isinstance(facility, FacilityEntity) else None
        wide = isinstance(place, PlaceEntity) and place.kind in ("country", "region")
        if reading.facility and own and (basis != "sentence" or wide):
            return own, reading.facility.basis
        return (place.canonical if place else None), basis

    def _counted(self, arguments: tuple[Argument, ...]) -> int | None:
        """Return the number printed before the phrase of a single argument, or None."""
        if len(arguments) != 1:
            return None
        words = self.text[max(0, arguments[0].start - _NUMBER_REACH) : arguments[0].start].split()
        word = words[-1].lower().replace(",", "") if words else ""
        return int(word) if word.isdecimal() and word.isascii() else self.sizes.get(word)
