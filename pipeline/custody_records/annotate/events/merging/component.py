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
from custody_records.annotate.events.merging.values import Values
from custody_records.annotate.events.rules import load_lists
from custody_records.annotate.participants.lexicon import group_sizes, phrase_words
from custody_records.annotate.readings import of_doc
from custody_records.contract.fold import fold


def sources_of_event(
    event: MergedEvent,
    names: Callable[[Iterable[Argument]], tuple[str, ...]],
    publisher: str | None,
) -> tuple[str, ...]:
    """Return the sources of an event in the order of its mentions.

    "Reports" that nobody signs count only where nobody else says so, and so does the publisher
    ("Tengrinews.kz reports, citing the prosecutor"). What the publisher itself did is told by it
    ("Human Rights Watch wrote to the ministry", in its own release). A public act that is stated
    first and spoken of later has no source.
    """
    if event.traits.public_act and _is_plainly_told(event):
        return ()
    hearsay = names(
        argument
        for mention in event.mentions
        for argument in mention.sources
        if argument.kind == "unnamed"
    )
    found = list(event.sources)
    if event.traits.own_act:
        found += [a for a in event.actors if a not in found and _is(a, publisher)]
    signed = [name for name in found if name not in hearsay]
    others = [name for name in signed if name in event.actors or not _is(name, publisher)]
    return tuple(others or signed or found)


def _is_plainly_told(event: MergedEvent) -> bool:
    """Tell whether the text states it on its own before it lets others speak of it.

    "Askarov was arrested in June 2010. ... The Committee found that he had been arbitrarily
    detained.": the arrest is no finding of the Committee.
    """
    told = [mention for mention in event.mentions if not mention.heading]
    return bool(told) and not told[0].sources and told[0].status == "reported"


def _is(name: str, publisher: str | None) -> bool:
    """Tell whether a name is the publisher's, in full or shortened: "Viasna"."""
    ours, theirs = set(fold(name).split()), set(fold(publisher or "").replace('"', "").split())
    return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)


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
            replace(event, sources=sources_of_event(event, names, publisher)) for event in merged
        )
        return doc


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
