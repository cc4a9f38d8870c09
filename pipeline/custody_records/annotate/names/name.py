"""What kind of thing a capitalised span names: the one answer that all components read.

``doc.spans["names"]`` holds the spans, no two of which overlap; ``span._.name`` is a Name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span

from custody_records.annotate.cache import cached
from custody_records.annotate.overlaps import Candidate
from custody_records.annotate.readings import held_by, write

# "facility" is a place of detention or a building that the record's other fields must leave
# alone; "other" is a name of none of the kinds: a law, an event, a nationality, furniture.
Kind = Literal["person", "organization", "place", "facility", "other"]


@dataclass(frozen=True, slots=True)
class Name:
    """``start`` and ``end`` are exact offsets in characters, without article or possessive."""

    start: int
    end: int
    kind: Kind
    rule: str


def write_names(doc: Doc, kept: Iterable[Candidate]) -> None:
    """Set the spans of the names among what was kept; the rest only claimed its span."""
    found = []
    for candidate in kept:
        span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
        if candidate.reading is not None and span is not None:
            name = Name(candidate.start, candidate.end, candidate.reading, candidate.rule)
            found.append((span.start, span.end, (name,)))
    write(doc, "name", found, single=True)


def names(doc: Doc, kind: Kind) -> Iterator[tuple[Span, Name]]:
    """Yield the spans of one kind in text order, with what was decided about them."""
    return ((span, name) for span, name in cached(doc, "names", _read) if name.kind == kind)


def _read(doc: Doc) -> list[tuple[Span, Name]]:
    return [(span, held_by(span, "name")) for span in doc.spans.get("names", ())]
