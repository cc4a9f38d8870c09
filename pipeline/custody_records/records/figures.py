"""A figure as an entry of the record."""

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import FigureEntity
from custody_records.contract import Figure
from custody_records.records.entry import mentions, provenance


def write(doc: Doc, entity: FigureEntity) -> Figure:
    """Return the entry of one entity."""
    return Figure(
        value=entity.value,
        max=entity.max,
        qualifier=entity.qualifier,
        unit=entity.unit,
        predicate=entity.predicate,
        mentions=mentions(doc, entity),
        provenance=provenance(entity),
    )
