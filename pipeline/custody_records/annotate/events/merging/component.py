"""The component ``merged_events``: the distinct events of an article."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.events.merging.event import MergedEvent
from custody_records.annotate.events.merging.merge import merge_all
from custody_records.annotate.events.merging.same import Sameness
from custody_records.annotate.events.merging.sources import sources_of_event
from custody_records.annotate.events.merging.values import Values
from custody_records.annotate.events.rules import load_lists
from custody_records.annotate.participants.lexicon import group_sizes, phrase_words
from custody_records.annotate.readings import of_doc


class MergedEvents:
    """Writes ``doc._.events``: a tuple of MergedEvent, in the order of first mentions."""

    def __init__(self, folder: Path) -> None:
        lists = load_lists(folder)
        self.same = Sameness(
            lists["people_of_a_prison"], lists["one_of_a_prison"], lists["vague_people"]
        )
        self.sizes = group_sizes(folder, phrase_words(folder))

    def __call__(self, doc: Doc) -> Doc:
        """Merge the event mentions of a doc; those that nothing ties are refused."""
        values = Values(doc, self.sizes)
        decisions: list[Decision] = []
        told = (values.event(reading) for reading in of_doc(doc, "event"))
        tied = _without(lambda event: not event.is_tied, "untied", told, decisions)
        merged = merge_all(tied, self.same, decisions)
        merged = _without(lambda event: event.is_background, "background", merged, decisions)
        for decision in decisions:
            note(doc, decision)
        names, publisher = values.participants, doc._.publisher
        doc._.events = tuple(
            replace(
                event,
                subjects=_subjects(event, names),
                sources=sources_of_event(event, names, publisher),
            )
            for event in merged
        )
        return doc


def _subjects(
    event: MergedEvent, names: Callable[[Iterable[Argument]], tuple[str, ...]]
) -> tuple[str, ...]:
    """Return whom an event befell: of a type that is about people by name, no others."""
    if not event.traits.about_named:
        return event.subjects
    told = (argument for mention in event.mentions for argument in mention.subjects)
    people = names(argument for argument in told if argument.kind == "person")
    return tuple(name for name in event.subjects if name in people)


def _without(
    refuse: Callable[[MergedEvent], bool],
    why: str,
    events: Iterable[MergedEvent],
    decisions: list[Decision],
) -> list[MergedEvent]:
    """Return the events that are not refused; the decision log says why the others are."""
    kept = []
    for event in events:
        if refuse(event):
            first = event.mentions[0]
            decisions.append(Decision("events", first.rule, *first.trigger, "refused", why))
        else:
            kept.append(event)
    return kept
