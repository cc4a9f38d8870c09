"""A rule of law as an entry of the record."""

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import StatuteEntity
from custody_records.contract import Statute
from custody_records.records.entry import mentions, provenance


def write(doc: Doc, entity: StatuteEntity) -> Statute:
    """Return the entry of one entity."""
    return Statute(
        instrument=entity.instrument,
        jurisdiction=entity.jurisdiction,
        title=entity.title,
        article=entity.article,
        part=entity.part,
        point=entity.point,
        offence=entity.offence,
        penalties=list(entity.penalties),
        mentions=mentions(doc, entity),
        provenance=provenance(entity),
    )
