"""The events of a text, read by the whole annotator."""

from datetime import date

from spacy.tokens import Doc

from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.pipeline import Annotator


def annotated(annotator: Annotator, text: str) -> Doc:
    doc = annotator.full.make_doc(text)
    doc._.published = date(2021, 3, 15)
    doc._.language = "en"
    for _, component in annotator.full.pipeline:
        doc = component(doc)
    return doc


def events(doc: Doc) -> list[EventReading]:
    return [reading for span in doc.spans["events"] for reading in span._.event]


def only(annotator: Annotator, text: str, type_: str) -> tuple[Doc, EventReading]:
    doc = annotated(annotator, text)
    found = [event for event in events(doc) if event.type == type_]
    assert len(found) == 1, [(e.type, e.rule) for e in events(doc)]
    return doc, found[0]
