"""The Russian pipeline's reading of a text."""

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

PUBLISHED = date(2019, 4, 24)  # a Wednesday


def annotated(nlp: Language, text: str, publisher: str | None = None) -> Doc:
    doc = nlp.make_doc(text)
    doc._.language, doc._.published, doc._.publisher = "ru", PUBLISHED, publisher
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc
