"""A person as an entry of the record."""

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import PersonEntity
from custody_records.contract import Person
from custody_records.records.entry import mentions, provenance


def write(doc: Doc, entity: PersonEntity) -> Person:
    """Return the entry of one entity."""
    return Person(
        name=entity.canonical,
        roles=list(entity.roles),
        age=entity.age,
        mentions=mentions(doc, entity),
        provenance=provenance(entity),
    )
