"""What one sentence tells of an event, the next one's consequences share.

"On November 7 a riot broke out in the colony. Two inmates died and 80 were hurt.": the deaths
and injuries have the riot's facility, place and date, as long as they say nothing else.
"""

from collections.abc import Iterable
from dataclasses import replace

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.events.reading import EventReading
from custody_records.contract.values import Basis

REACH = 400  # characters from the one sentence to the other
_STORY = 900  # characters in which a text goes on to tell of one day in one facility


def share_setting(
    told: Iterable[EventReading], paragraphs: dict[int, int], days: frozenset[int] = frozenset()
) -> list[EventReading]:
    """Return the readings, with what a reading before it in the paragraph lends to each.

    ``paragraphs``: start of a sentence in characters → number of its paragraph. ``days``: the ids
    of the entities that are single days, which alone are lent further than in a paragraph.
    """
    found: list[EventReading] = []
    for reading in told:
        if reading.traits.consequence:
            for known in reversed(found):
                if (
                    not (known.traits.consequence or known.traits.has_consequences)
                    or paragraphs[known.start] != paragraphs[reading.start]
                    or reading.start - known.end > REACH
                ):
                    continue
                if _differ(known, reading):
                    break
                reading = replace(
                    reading,
                    facility=_own(reading.facility) or lent(known.facility) or reading.facility,
                    place=_own(reading.place) or lent(known.place) or reading.place,
                    date=reading.date or lent(known.date),
                )
            # Who is ill or dead there may be so since another day.
            if reading.date is None and reading.facility and not reading.traits.befallen:
                reading = replace(reading, date=_day_of(reading, found, days))
        found.append(reading)
    return [_lent_within_the_sentence(reading, found) for reading in found]


def _day_of(
    reading: EventReading, told: list[EventReading], days: frozenset[int]
) -> Argument | None:
    """Return the day of what the text told last in the same facility, a few paragraphs before.

    "Inmates rioted in colony IK-6 on Monday. ... \n\n Police went in, the warden said."
    """
    here = reading.facility.entity if reading.facility is not None else None
    for known in reversed(told):
        if reading.start - known.end > _STORY:
            return None
        same = known.facility is not None and known.facility.entity == here
        if known.traits.consequence and known.date is not None:
            return lent(known.date) if same and known.date.entity in days else None
    return None


def _lent_within_the_sentence(reading: EventReading, told: list[EventReading]) -> EventReading:
    """Return a reading with what another consequence of its own sentence names.

    "Four inmates died and ten were hurt in a clash at colony IK-6 on Monday."
    """
    if not reading.traits.consequence:
        return reading
    for other in told:
        if other.start != reading.start or other is reading or not other.traits.consequence:
            continue
        if _differ(other, reading):
            continue
        reading = replace(
            reading,
            facility=_own(reading.facility) or lent(_own(other.facility)) or reading.facility,
            place=_own(reading.place) or lent(_own(other.place)) or reading.place,
            date=reading.date or lent(_own(other.date)),
        )
    return reading


def _differ(known: EventReading, reading: EventReading) -> bool:
    """Tell whether both name a facility, a place or a date of their own and another one."""
    for one, other in (
        (known.facility, reading.facility),
        (known.place, reading.place),
        (known.date, reading.date),
    ):
        one, other = _own(one), _own(other)
        if one and other and (one.start, one.end) != (other.start, other.end):
            return True
    return False


def _own(argument: Argument | None) -> Argument | None:
    """Return an argument that the event's own sentence gives, None for one taken from before."""
    own = argument is not None and argument.basis == "sentence"
    return argument if own else None


def lent(argument: Argument | None) -> Argument | None:
    """Return an argument as one that an event told before lends."""
    if argument is None:
        return None
    basis: Basis = "article" if argument.basis == "article" else "paragraph"
    return replace(argument, rule=f"setting.{argument.kind}.shared", basis=basis)
