"""From an annotated doc to a validated record: what annotate found, written out."""

from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import EntityType
from custody_records.annotate.events.merging.event import MergedEvent
from custody_records.annotate.text import text_of
from custody_records.articles.article import Article
from custody_records.contract import ENTRIES, Event, Mention, Provenance, Record

# The fields of a record that entities fill, and the type of their entities.
TYPES: dict[str, EntityType] = {
    "facilities": "facility",
    "statutes": "statute",
    "people": "person",
    "organizations": "organization",
    "places": "place",
    "dates": "date",
    "figures": "figure",
}


def entries(doc: Doc) -> dict[str, list[Any]]:
    """Return the entries of a doc's entities by field; a field without its component is absent."""
    entities, read = doc._.entities, doc._.entity_fields or ()
    return {
        field: [
            _entry(
                field,
                entity,
                mentions=_mentions(doc, entity.mentions),
                provenance=[Provenance(by=m.by, id=m.id, base=m.base) for m in entity.made],
            )
            for entity in entities
            if entity.type == type_
        ]
        for field, type_ in TYPES.items()
        if field in read
    }


def assemble(article: Article, doc: Doc) -> Record:
    """Return the record of one article."""
    fields: dict[str, Any] = {**entries(doc)}
    if doc._.events is not None:
        fields["events"] = [_event(doc, event) for event in doc._.events]
    return Record(article=article.info, **fields).check_offsets(article.body)


def _event(doc: Doc, event: MergedEvent) -> Event:
    """Return the entry of one event; its evidence are the sentences of its mentions."""
    rules = {mention.rule for mention in event.mentions} | event.steps
    entry: Event = _entry(
        "events",
        event,
        evidence=_mentions(doc, sorted({(m.start, m.end) for m in event.mentions})),
        provenance=[Provenance(by="rule", id=rule) for rule in sorted(rules)],
    )
    return entry


def _mentions(doc: Doc, spans: Iterable[tuple[int, int]]) -> list[Mention]:
    text = text_of(doc)
    return [Mention(text=text[start:end], start=start, end=end) for start, end in spans]


def _entry(field: str, found: Any, **written: Any) -> Any:
    """Return the entry of what was found; what is not ``written`` yet is its own."""
    model = ENTRIES[field]
    own = {key: _plain(getattr(found, key)) for key in model.model_fields if key not in written}
    return model(**own, **written)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
