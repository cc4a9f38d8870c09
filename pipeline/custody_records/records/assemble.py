"""From an annotated doc to a validated record: what annotate found, written out."""

from collections.abc import Callable
from typing import Any

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import EntityType
from custody_records.articles.article import Article
from custody_records.contract import Record
from custody_records.records import (
    dates,
    events,
    facilities,
    figures,
    organizations,
    people,
    places,
    statutes,
)

# Field of the record, type of its entities, the function that writes one of them.
WRITERS: tuple[tuple[str, EntityType, Callable[..., Any]], ...] = (
    ("facilities", "facility", facilities.write),
    ("statutes", "statute", statutes.write),
    ("people", "person", people.write),
    ("organizations", "organization", organizations.write),
    ("places", "place", places.write),
    ("dates", "date", dates.write),
    ("figures", "figure", figures.write),
)


def entries(doc: Doc) -> dict[str, list[Any]]:
    """Return the entries of a doc's entities by field; a field without its component is absent."""
    return {
        field: [write(doc, entity) for entity in doc._.entities if entity.type == type_]
        for field, type_, write in WRITERS
        if field in (doc._.entity_fields or ())
    }


def assemble(article: Article, doc: Doc) -> Record:
    """Return the record of one article."""
    fields: dict[str, Any] = {**entries(doc)}
    if doc._.events is not None:
        fields["events"] = [events.write(doc, event) for event in doc._.events]
    return Record(article=article.info, **fields).check_offsets(article.body)
