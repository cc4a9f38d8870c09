"""A word that may tell an event, as the patterns found it."""

from dataclasses import dataclass

from spacy.tokens import Token

from custody_records.annotate.events.event_types import TypeTraits
from custody_records.annotate.events.schema import EventRule
from custody_records.contract.values import EventType


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger in a parsed sentence; ``words`` are the indices of all words that matched."""

    rule: EventRule
    traits: TypeTraits
    token: Token
    words: tuple[int, ...]
    refused_by: str | None = None

    @property
    def type(self) -> EventType:
        """The type of the event."""
        return self.traits.type
