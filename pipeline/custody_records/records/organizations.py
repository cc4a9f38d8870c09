"""An organization as an entry of the record."""

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import OrganizationEntity
from custody_records.contract import Organization
from custody_records.records.entry import mentions, provenance


def write(doc: Doc, entity: OrganizationEntity) -> Organization:
    """Return the entry of one entity."""
    return Organization(
        name=entity.canonical,
        mentions=mentions(doc, entity),
        provenance=provenance(entity),
    )
