"""A place as an entry of the record."""

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import PlaceEntity
from custody_records.contract import Place
from custody_records.records.entry import mentions, provenance


def write(doc: Doc, entity: PlaceEntity) -> Place:
    """Return the entry of one entity."""
    return Place(
        name=entity.canonical,
        link=entity.link,
        mentions=mentions(doc, entity),
        provenance=provenance(entity),
    )
