"""The argument that a name is: its span, its entity."""

from typing import Literal

from spacy.tokens import Doc, Span

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.index import EntityIndex

Named = Literal["person", "organization"]


def named_argument(span: Span, kind: Named) -> Argument:
    """Return the argument of a name: the span of a person or an organization.

    A person's head is the last name, an organization's the first word.
    """
    reading = getattr(span._, kind)
    head = span.doc[span.end - 1].idx if kind == "person" else reading.start
    entity = EntityIndex.of(span.doc).at(kind, reading.start, reading.end)
    return Argument(
        reading.start,
        reading.end,
        head,
        "named",
        kind,
        entity=entity.id if entity else None,
    )


def entity_named_at(doc: Doc, character: int) -> int | None:
    """Return the id of the person or organization that is mentioned at a character, or None."""
    index = EntityIndex.of(doc)
    found = index.at("person", character, character + 1) or index.at(
        "organization", character, character + 1
    )
    return found.id if found else None
