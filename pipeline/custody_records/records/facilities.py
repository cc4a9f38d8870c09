"""A facility as an entry of the record."""

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import FacilityEntity
from custody_records.contract import Facility
from custody_records.records.entry import mentions, provenance


def write(doc: Doc, entity: FacilityEntity) -> Facility:
    """Return the entry of one entity."""
    return Facility(
        code=entity.code,
        name=entity.name,
        kind=entity.kind,
        place=entity.place,
        country=entity.country,
        aliases=list(entity.aliases),
        link=entity.link,
        mentions=mentions(doc, entity),
        provenance=provenance(entity),
    )
