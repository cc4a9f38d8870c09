"""The record's entries of a doc that a test's own components have annotated."""

from functools import lru_cache
from typing import Any

from spacy.tokens import Doc

from custody_records.annotate.entities.component import Entities
from custody_records.records.assemble import entries
from custody_records.rulebook import rules_dir


@lru_cache(maxsize=1)
def resolver() -> Entities:
    """Return the component, loaded once."""
    return Entities(rules_dir())


def resolved(doc: Doc, field: str) -> list[Any]:
    """Return the entries of one field; a doc without entities gets them here."""
    if doc._.entities is None:
        doc = resolver()(doc)
    return entries(doc)[field]
