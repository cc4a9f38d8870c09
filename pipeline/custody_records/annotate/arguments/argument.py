"""A participant, place or day of an event, as a span of the text."""

from dataclasses import dataclass, replace
from typing import Literal

from custody_records.annotate.entities.references.referent import Referent
from custody_records.contract.values import Basis

Kind = Literal[
    "person",
    "organization",
    "phrase",
    "medium",
    "recording",
    "document",
    "unnamed",
    "facility",
    "place",
    "date",
]
Reference = Literal["name", "pronoun", "description", "number", "relative", "phrase"]


@dataclass(frozen=True, slots=True)
class Argument:
    """A span of the text that takes part in an event, and the step that found it.

    ``start`` and ``end`` are the noun phrase without article and number; ``head`` is the first
    character of its head word. ``kind``: what it names; a ``phrase`` names nobody ("guards"),
    ``unnamed`` are reports that nobody signs. ``reference``: by what the text refers to it;
    ``relative`` is a phrase whose relative clause tells the event ("relatives who protested").
    ``entity``: its id in ``doc._.entities``; None for a phrase. ``basis``: how the text ties a
    facility, place or date to the event. All offsets are characters of the doc.
    """

    start: int
    end: int
    head: int
    rule: str
    kind: Kind
    reference: Reference = "name"
    basis: Basis | None = None
    entity: int | None = None

    @classmethod
    def of(cls, meant: Referent, rule: str, reference: Reference = "name") -> "Argument":
        """Return whom a word refers to, as the step ``rule`` found it."""
        start, end, head = meant.start, meant.end, meant.head
        return cls(start, end, head, rule, meant.kind, reference, entity=meant.entity)

    @property
    def is_named(self) -> bool:
        """Whether a name or a pronoun refers to it, so that it is one that the text knows."""
        return self.reference in ("name", "pronoun")

    @property
    def is_definite(self) -> bool:
        """Whether it is one that the text knows, or says which one."""
        return self.is_named or self.reference == "relative"

    def found_by(self, rule: str, reference: Reference | None = None) -> "Argument":
        """Return the same span as another step found it."""
        return replace(self, rule=rule, reference=reference or self.reference)
