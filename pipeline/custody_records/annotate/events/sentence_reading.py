"""How a sentence that tells an event becomes its reading, whatever the language."""

import re
from collections.abc import Sequence
from typing import Protocol

from spacy.tokens import Span

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.events.event_types import TypeTraits
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.text import text_of
from custody_records.contract.values import EventStatus, EventType

_CLOSING = frozenset(".!;:,…”\"')]»")
_TITLE = 80  # characters of a title before its last sentence
_LINE_END = re.compile(r" *(?:\n|\Z)")
_BULLETS = frozenset("•-–—*·")


class ReadingRule(Protocol):
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


def reading_of(
    sentence: Span,
    trigger: tuple[int, int],
    rule: ReadingRule,
    traits: TypeTraits,
    status: EventStatus,
    *,
    subjects: Sequence[Argument],
    actors: Sequence[Argument],
    sources: Sequence[Argument],
    facility: Argument | None,
    place: Argument | None,
    date: Argument | None,
) -> EventReading:
    """Return what a sentence tells by a rule, noted in the decision log.

    ``trigger``: offsets of the trigger in the text.
    """
    printed = text_of(sentence.doc)
    note(sentence.doc, Decision("events", rule.id, *trigger, "kept"))
    return EventReading(
        start=sentence.start_char,
        end=_printed_end(sentence),
        rule=rule.id,
        traits=traits,
        trigger=trigger,
        status=status,
        kind=rule.kind,
        facility=facility,
        place=place,
        date=date,
        subjects=tuple(subjects),
        actors=tuple(actors),
        sources=tuple(sources),
        heading=_is_heading(sentence),
        subject_of=rule.subject_of,
        subjects_printed=tuple(printed[a.start : a.end] for a in subjects),
        actors_printed=tuple(printed[a.start : a.end] for a in actors),
    )


def _is_heading(sentence: Span) -> bool:
    """Tell whether a sentence is a line of its own without closing punctuation or bullet.

    A title may have two: "Tashkent. A warden is sentenced".
    """
    whole = text_of(sentence.doc)
    text = whole[sentence.start_char : sentence.end_char].strip()
    at = sentence.start_char
    while at and whole[at - 1] == " ":
        at -= 1
    alone = at == 0 or whole[at - 1] == "\n"
    ends = _LINE_END.match(whole, _printed_end(sentence)) is not None
    titled = "\n" not in whole[:at] and at < _TITLE
    return (alone or titled) and ends and text[-1:] not in _CLOSING and text[:1] not in _BULLETS


def _printed_end(sentence: Span) -> int:
    """Return the end of a sentence without the white space that closes it."""
    printed = text_of(sentence.doc)[sentence.start_char : sentence.end_char]
    return sentence.start_char + len(printed.rstrip())
