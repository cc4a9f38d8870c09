"""An event as an entry of the record."""

from spacy.tokens import Doc

from custody_records.annotate.events.merging.event import MergedEvent
from custody_records.annotate.text import text_of
from custody_records.contract import Event, Mention, Provenance


def write(doc: Doc, event: MergedEvent) -> Event:
    """Return the entry of one event; its evidence are the sentences of its mentions."""
    text = text_of(doc)
    spans = sorted({(mention.start, mention.end) for mention in event.mentions})
    return Event(
        type=event.type,
        status=event.status,
        facility=event.facility,
        place=event.place,
        date=event.date,
        subjects=list(event.subjects),
        actors=list(event.actors),
        sources=list(event.sources),
        basis=event.basis,
        evidence=[Mention(text=text[start:end], start=start, end=end) for start, end in spans],
        provenance=[
            Provenance(by="rule", id=rule)
            for rule in sorted({m.rule for m in event.mentions} | event.steps)
        ],
    )
