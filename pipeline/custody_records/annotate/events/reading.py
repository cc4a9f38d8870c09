"""What one mention of an event says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from spacy.tokens import Span

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.events.event_types import TypeTraits
from custody_records.annotate.events.headings import is_heading, printed_end
from custody_records.annotate.text import text_of
from custody_records.contract.values import EventStatus, EventType


class ToldBy(Protocol):
    """What a reading takes from its rule, whatever the language."""

    @property
    def id(self) -> str:
        """The rule's id."""

    @property
    def kind(self) -> str | None:
        """What tells its events apart from others of the type."""

    @property
    def subject_of(self) -> tuple[EventType, ...]:
        """The types whose last event's subject it is of, if it has none."""


@dataclass(frozen=True, slots=True)
class EventReading:
    """``start`` and ``end`` are the sentence that tells it; ``trigger`` is the trigger word's.

    ``heading``: the sentence is a headline or a heading, which tells what the text below tells.
    ``more_dates``: days that go on from the date. ``subject_of``, ``ends_as`` and ``dates_of``
    are the rule's.
    ``of_others``: a clause below the trigger says whom it is about, nobody named before.
    """

    start: int
    end: int
    rule: str
    traits: TypeTraits
    trigger: tuple[int, int]
    status: EventStatus
    status_rule: str
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
    ends_as: EventType | None = None
    dates_of: tuple[EventType, ...] = ()
    subjects_printed: tuple[str, ...] = ()
    actors_printed: tuple[str, ...] = ()

    @classmethod
    def told(
        cls,
        sentence: Span,
        trigger: tuple[int, int],
        rule: ToldBy,
        traits: TypeTraits,
        *,
        subjects: Sequence[Argument],
        actors: Sequence[Argument],
        sources: Sequence[Argument],
        **more: Any,
    ) -> "EventReading":
        """Return what a sentence tells by a rule, noted in the decision log."""
        printed = text_of(sentence.doc)
        note(sentence.doc, Decision("events", rule.id, *trigger, "kept"))
        return cls(
            start=sentence.start_char,
            end=printed_end(sentence),
            rule=rule.id,
            traits=traits,
            trigger=trigger,
            kind=rule.kind,
            subjects=tuple(subjects),
            actors=tuple(actors),
            sources=tuple(sources),
            heading=is_heading(sentence),
            subject_of=rule.subject_of,
            subjects_printed=tuple(printed[a.start : a.end] for a in subjects),
            actors_printed=tuple(printed[a.start : a.end] for a in actors),
            **more,
        )

    @property
    def evidence(self) -> tuple[str, ...]:
        """The rules that gave it its setting."""
        tied = (self.facility, self.place, self.date)
        return tuple(argument.rule for argument in tied if argument is not None)

    @property
    def type(self) -> EventType:
        """The type of the event."""
        return self.traits.type
