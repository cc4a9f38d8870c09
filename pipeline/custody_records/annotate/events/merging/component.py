"""The component ``merged_events``: the distinct events of an article."""

from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

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
        told: list[MergedEvent] = []
        for reading in of_doc(doc, "event"):
            event = values.event(reading)
            if event.is_tied:
                told.append(event)
            else:
                start, end = reading.trigger
                decisions.append(Decision("events", reading.rule, start, end, "refused", "untied"))
        merged = merge_all(told, self.same, decisions)
        for decision in decisions:
            note(doc, decision)
        names, publisher = values.participants, doc._.publisher
        doc._.events = tuple(
            replace(event, sources=sources_of_event(event, names, publisher)) for event in merged
        )
        return doc
