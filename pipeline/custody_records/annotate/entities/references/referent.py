"""What a later word of the text may refer to: a name, or a noun phrase that names nobody."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span

from custody_records.annotate.cache import cached
from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.readings import held_by

Named = Literal["person", "organization"]


@dataclass(frozen=True, slots=True)
class Referent:
    """A span of the text; ``head`` is the first character of its head word.

    ``entity`` is the id in ``doc._.entities`` of whom it names; None for a ``phrase``. Offsets are
    characters of the doc.
    """

    start: int
    end: int
    head: int
    kind: Literal["person", "organization", "phrase"]
    entity: int | None = None

    @classmethod
    def named(cls, span: Span, kind: Named) -> "Referent":
        """Return what the span of a person or an organization names.

        A person's head is the last name, an organization's the first word.
        """
        known = cached(span.doc, "referents", lambda _: dict[tuple[int, int, str], Referent]())
        key = span.start, span.end, kind
        if key not in known:
            reading = held_by(span, kind)
            head = span.doc[span.end - 1].idx if kind == "person" else reading.start
            entity = EntityIndex.of(span.doc).at(kind, reading.start, reading.end)
            id_ = entity.id if entity else None
            known[key] = cls(reading.start, reading.end, head, kind, id_)
        return known[key]
