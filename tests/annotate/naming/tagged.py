"""Texts with the names that count tagged in them: P person, O organization, L place."""

import re

from custody_records.annotate.pipeline import Annotator

KINDS = {"P": "person", "O": "organization", "L": "place"}
_TAG = re.compile(r"<([POL])>(.*?)</\1>", re.DOTALL)


def parse(tagged: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the plain text and the (name, kind) pairs in it."""
    return _TAG.sub(r"\2", tagged), [(name, KINDS[kind]) for kind, name in _TAG.findall(tagged)]


def named(annotator: Annotator, text: str) -> list[tuple[str, str]]:
    """Return the people, organizations and places that are found, in text order."""
    doc = annotator.full.make_doc(text)
    for _, component in annotator.full.pipeline:
        doc = component(doc)
    names = (span._.name for span in doc.spans["names"])
    return [(text[n.start : n.end], n.kind) for n in names if n.kind in KINDS.values()]
