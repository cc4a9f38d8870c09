"""Names in text order, to be asked for the last one before a word."""

from bisect import bisect_right
from dataclasses import dataclass, field

from custody_records.annotate.entities.references.referent import Referent


@dataclass(slots=True)
class Occurrences:
    """Names in text order; ``ends`` are the tokens after each."""

    ends: list[int] = field(default_factory=list)
    names: list[Referent] = field(default_factory=list)

    def add(self, end: int, name: Referent) -> None:
        """Take in a name that stands behind those so far."""
        self.ends.append(end)
        self.names.append(name)

    def last(self, index: int) -> Referent | None:
        """Return the last name that ends before a token."""
        return next(iter(self.before(index)[-1:]), None)

    def before(self, index: int) -> list[Referent]:
        """Return the names that end before a token."""
        return self.names[: bisect_right(self.ends, index)]
