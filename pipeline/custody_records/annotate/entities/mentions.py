"""The mentions of one type in a doc, by where they stand."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.entities.entity import Entity, EntityType
from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.extensions import SPAN_GROUPS
from custody_records.annotate.readings import of_span


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention with its first token and the one after its last in the doc, and its entity."""

    start: int
    end: int
    reading: Any
    entity: Entity | None

    def root(self, sentence: Span, parsed: Span) -> Token:
        """Return the token of the parsed sentence on which the mention's others hang."""
        root: Token = parsed[self.start - sentence.start : self.end - sentence.start].root
        return root


class Mentions:
    """The mentions of one type in text order, looked up by bisection."""

    def __init__(self, mentions: list[Mention]) -> None:
        self.all = sorted(mentions, key=lambda m: m.start)
        self._starts = [mention.start for mention in self.all]

    @classmethod
    def read(cls, doc: Doc, attribute: str, type_: EntityType) -> "Mentions":
        """Return the single readings that spans hold under an attribute."""
        found, index = [], EntityIndex.of(doc)
        for span in doc.spans.get(SPAN_GROUPS[attribute], ()):
            for reading in of_span(span, attribute):
                entity = index.at(type_, reading.start, reading.end)
                found.append(Mention(span.start, span.end, reading, entity))
        return cls(found)

    def within(self, span: Span) -> list[Mention]:
        """Return the mentions that lie in a span."""
        found = []
        for index in range(bisect_left(self._starts, span.start), len(self.all)):
            if self.all[index].start >= span.end:
                break
            if self.all[index].end <= span.end:
                found.append(self.all[index])
        return found

    def last_before(self, token: int) -> Mention | None:
        """Return the last mention that starts before a token."""
        index = bisect_left(self._starts, token)
        return self.all[index - 1] if index else None

    def first_from(self, token: int) -> Mention | None:
        """Return the first mention that starts at a token or behind it."""
        index = bisect_left(self._starts, token)
        return self.all[index] if index < len(self.all) else None
