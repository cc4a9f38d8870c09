"""What every entry of a record has: the places where it is mentioned, and what made it."""

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import Entity
from custody_records.annotate.text import text_of
from custody_records.contract import Mention, Provenance


def mentions(doc: Doc, entity: Entity) -> list[Mention]:
    """Return the mentions of an entity with their text, in text order."""
    text = text_of(doc)
    return [Mention(text=text[start:end], start=start, end=end) for start, end in entity.mentions]


def provenance(entity: Entity) -> list[Provenance]:
    """Return what made an entity."""
    return [Provenance(by=made.by, id=made.id, base=made.base) for made in entity.made]
