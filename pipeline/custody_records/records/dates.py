"""A date as an entry of the record."""

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import DateEntity
from custody_records.contract import Date
from custody_records.records.entry import mentions, provenance


def write(doc: Doc, entity: DateEntity) -> Date:
    """Return the entry of one entity."""
    return Date(
        value=entity.value,
        end=entity.end,
        modifier=entity.modifier,
        mentions=mentions(doc, entity),
        provenance=provenance(entity),
    )
