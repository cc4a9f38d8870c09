"""One event of the article, with all of its mentions."""

from dataclasses import dataclass, field

from custody_records.annotate.events.event_types import TypeTraits
from custody_records.annotate.events.reading import EventReading
from custody_records.contract import EventBasis
from custody_records.contract.values import EventStatus, EventType


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """Values as a record has them, and the event mentions (``mentions``) that tell them.

    ``named``: those of ``subjects`` that are names of entities; other phrases ("inmates") may mean
    the same people. ``kinds``: those of ``mentions``; events of different kinds are different
    events. ``counted``: how many people ``subjects`` are where a number was printed
    before their phrase ("two former officers"). ``steps``: the rules that tied facility, place and
    date.
    """

    status: EventStatus
    facility: str | None
    place: str | None
    date: str | None
    subjects: tuple[str, ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    mentions: tuple[EventReading, ...]
    named: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    counted: int | None = None
    basis: EventBasis = field(default_factory=EventBasis)
    steps: frozenset[str] = frozenset()

    @property
    def traits(self) -> TypeTraits:
        """The row of the table of event types."""
        return self.mentions[0].traits

    @property
    def type(self) -> EventType:
        """The type of the event."""
        return self.traits.type

    @property
    def is_tied(self) -> bool:
        """Whether anybody, any place or any day ties it: what nothing ties is background.

        A place that only the text as a whole speaks of, or the paragraph, ties nothing.
        """
        placed = self.place is not None and self.basis.place == "sentence"
        return bool(self.facility or placed or self.date or self.subjects)

    @property
    def is_background(self) -> bool:
        """Whether it is background by its type: nobody named or counted, no day, no facility.

        "Convictions were overturned in Ohio": a step of the law that might be anybody's.
        """
        told = self.facility or self.date or self.named or self.counted
        return self.traits.background and not told
