"""The mentions of one type in a doc, by where they stand."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.entity import Entity, EntityType
from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.events.setting.rules import Step


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention with its first token and the one after its last in the doc, and its entity."""

    start: int
    end: int
    reading: Any
    entity: Entity | None

    def argument(self, step: Step) -> Argument:
        """Return it as an argument found by a step."""
        reading = self.reading
        return Argument(
            reading.start,
            reading.end,
            reading.start,
            step.id,
            step.field,
            basis=step.basis,
            entity=self.entity.id if self.entity else None,
        )

    def root(self, sentence: Span, parsed: Span) -> Token:
        """Return the token of the parsed sentence on which the mention's others hang."""
        root: Token = parsed[self.start - sentence.start : self.end - sentence.start].root
        return root


class Mentions:
    """The mentions of one type in text order, looked up by bisection."""

    def __init__(self, mentions: list[Mentioned]) -> None:
        self.all = sorted(mentions, key=lambda m: m.start)
        self._starts = [mention.start for mention in self.all]

    @classmethod
    def read(cls, doc: Doc, group: str, attribute: str, type_: EntityType) -> "Mentions":
        """Return the single readings of a span group."""
        found, index = [], EntityIndex.of(doc)
        for span in doc.spans.get(group, ()):
            held = getattr(span._, attribute)
            for reading in held if isinstance(held, tuple) else (held,):
                entity = index.at(type_, reading.start, reading.end)
                found.append(Mentioned(span.start, span.end, reading, entity))
        return cls(found)

    def within(self, span: Span) -> list[Mentioned]:
        """Return the mentions that lie in a span."""
        found = []
        for index in range(bisect_left(self._starts, span.start), len(self.all)):
            if self.all[index].start >= span.end:
                break
            if self.all[index].end <= span.end:
                found.append(self.all[index])
        return found

    def last_before(self, token: int) -> Mentioned | None:
        """Return the last mention that starts before a token."""
        index = bisect_left(self._starts, token)
        return self.all[index - 1] if index else None

    def first_from(self, token: int) -> Mentioned | None:
        """Return the first mention that starts at a token or behind it."""
        index = bisect_left(self._starts, token)
        return self.all[index] if index < len(self.all) else None
