"""Whom an event befell that names nobody, by the events told before it.

"Watkins died on Friday. ... An autopsy was performed on Sunday": of Watkins.
"""

from collections.abc import Iterable
from dataclasses import replace

from custody_records.annotate.events.reading import EventReading

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


def _lends(known: EventReading, reading: EventReading) -> bool:
    """Tell whether an event told before says whom a reading is about."""
    if known.type not in reading.subject_of or len(known.subjects) != 1:
        return False
    if any(actor.kind == "organization" for actor in reading.actors):
        return False  # what a body demands is told with whom it is for
    if {known.subjects[0].start, known.subjects[0].entity} & {
        value for actor in reading.actors for value in (actor.start, actor.entity)
    } - {None}:
        return False
    return reading.start - known.end <= _REACH
