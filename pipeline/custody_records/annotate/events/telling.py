"""How a sentence that tells an event becomes its reading, whatever the language."""

from collections.abc import Sequence
from typing import Protocol

from spacy.tokens import Span

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.events.event_types import TypeTraits
from custody_records.annotate.events.headings import is_heading, printed_end
from custody_records.annotate.events.reading import EventReading
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


def told(
    sentence: Span,
    trigger: tuple[int, int],
    rule: ToldBy,
    traits: TypeTraits,
    status: tuple[EventStatus, str],
    *,
    subjects: Sequence[Argument],
    actors: Sequence[Argument],
    sources: Sequence[Argument],
    facility: Argument | None,
    place: Argument | None,
    date: Argument | None,
) -> EventReading:
    """Return what a sentence tells by a rule, noted in the decision log.

    ``trigger``: offsets of the trigger in the text; ``status``: its value and the rule that gave
    it.
    """
    printed = text_of(sentence.doc)
    note(sentence.doc, Decision("events", rule.id, *trigger, "kept"))
    value, status_rule = status
    return EventReading(
        start=sentence.start_char,
        end=printed_end(sentence),
        rule=rule.id,
        traits=traits,
        trigger=trigger,
        status=value,
        status_rule=status_rule,
        kind=rule.kind,
        facility=facility,
        place=place,
        date=date,
        subjects=tuple(subjects),
        actors=tuple(actors),
        sources=tuple(sources),
        heading=is_heading(sentence),
        subject_of=rule.subject_of,
        subjects_printed=tuple(printed[a.start : a.end] for a in subjects),
        actors_printed=tuple(printed[a.start : a.end] for a in actors),
    )
