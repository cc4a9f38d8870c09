"""Whom and where an event befell that names nobody, by the events told before it.

"Watkins died on Friday. ... An autopsy was performed on Sunday": of Watkins. "Guards beat Watkins
in colony IK-6. The ministry denied it": about Watkins, in IK-6. "A was sentenced. ... The verdict
was upheld in May": his.
"""

from collections.abc import Iterable
from dataclasses import replace

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.events.together import lent

_REACH = 700  # characters back to the event whose subject is meant


def with_subjects(told: Iterable[EventReading]) -> list[EventReading]:
    """Return the readings in text order; those that name nobody have the subjects before them."""
    found: list[EventReading] = []
    for reading in told:
        if reading.subject_of and not reading.subjects:
            before = next((known for known in reversed(found) if _lends(known, reading)), None)
            if before is not None:
                reading = replace(reading, subjects=before.subjects)
        found.append(reading)
    return found


def with_answered(told: Iterable[EventReading]) -> list[EventReading]:
    """Return the readings in text order; what answers an event has its people and facility."""
    found: list[EventReading] = []
    for reading in told:
        answers = reading.traits.answers
        if answers == "always" or (answers == "unnamed" and not reading.subjects):
            before = next((known for known in reversed(found) if _is_answered(known)), None)
            if before is not None and reading.start - before.end <= _REACH:
                reading = _answering(before, reading)
        found.append(reading)
    return found


def _is_answered(known: EventReading) -> bool:
    return known.traits.facility == "spoken_of" and not known.traits.by_actors


def _answering(known: EventReading, reading: EventReading) -> EventReading:
    """Return a reading with what the event lends that it answers, as far as it names none.

    What is told of another place or facility, or of all, answers something else.
    """
    if reading.everywhere or (reading.place is not None and reading.place.basis == "sentence"):
        return reading
    if known.facility is None and reading.traits.answers == "unnamed":
        return reading
    if reading.facility is None:
        subjects = reading.subjects or _whose(known, reading)
        # A case against somebody is tied by him; only one against nobody by the facility.
        untied = not (reading.traits.public_act and (subjects or reading.date))
        facility = lent(known.facility) if untied else None
        return replace(reading, facility=facility, subjects=subjects)
    if known.facility is not None and known.facility.entity == reading.facility.entity:
        return replace(reading, subjects=reading.subjects or _whose(known, reading))
    return reading


def _whose(known: EventReading, reading: EventReading) -> tuple[Argument, ...]:
    """Return whom a reading is about that names nobody: those of the event which it answers.

    An inspection or complaint is about one of them at most.
    """
    if reading.of_others or (reading.traits.own_act and len(known.subjects) > 1):
        return ()
    return known.subjects


def _lends(known: EventReading, reading: EventReading) -> bool:
    """Tell whether an event told before says whom a reading is about."""
    if known.type not in reading.subject_of or not known.subjects or known.heading:
        return False
    if reading.traits.own_act and (
        len(known.subjects) > 1 or any(actor.kind == "organization" for actor in reading.actors)
    ):
        return False  # what a body demands is told with whom it is for
    if {known.subjects[0].start, known.subjects[0].entity} & {
        value for actor in reading.actors for value in (actor.start, actor.entity)
    } - {None}:
        return False
    return reading.start - known.end <= _REACH
