"""What one mention of an event says."""

from dataclasses import dataclass

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.events.event_types import TypeTraits
from custody_records.contract.values import EventStatus, EventType


@dataclass(frozen=True, slots=True)
class EventReading:
    """``start`` and ``end`` are the sentence that tells it; ``trigger`` is the trigger word's.

    ``heading``: the sentence is a headline or a heading, which tells what the text below tells.
    ``more_dates``: days that go on from the date. ``subject_of`` and ``ends_as`` are the rule's.
    ``of_others``: a clause below the trigger says whom it is about, nobody named before.
    ``again``: the trigger is a noun that speaks of what was told ("the petition was filed by").
    ``everywhere``: the sentence is of all prisons, so of none that was named before.
    ``undated``: first characters of days in the sentence that do not date it: a description's.
    """

    start: int
    end: int
    rule: str
    traits: TypeTraits
    trigger: tuple[int, int]
    status: EventStatus
    kind: str | None = None
    facility: Argument | None = None
    place: Argument | None = None
    date: Argument | None = None
    more_dates: tuple[Argument, ...] = ()
    subjects: tuple[Argument, ...] = ()
    actors: tuple[Argument, ...] = ()
    sources: tuple[Argument, ...] = ()
    heading: bool = False
    subject_of: tuple[EventType, ...] = ()
    of_others: bool = False
    everywhere: bool = False
    undated: frozenset[int] = frozenset()
    again: bool = False
    ends_as: EventType | None = None
    subjects_printed: tuple[str, ...] = ()
    actors_printed: tuple[str, ...] = ()

    @property
    def evidence(self) -> tuple[str, ...]:
        """The rules that gave it its setting."""
        tied = (self.facility, self.place, self.date)
        return tuple(argument.rule for argument in tied if argument is not None)

    @property
    def type(self) -> EventType:
        """The type of the event."""
        return self.traits.type
