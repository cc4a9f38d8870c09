"""Names in text order, to be asked for the last one before a word."""

import sys
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import islice

from custody_records.annotate.entities.references.referent import Referent

_END = sys.maxsize  # behind every token of a text


@dataclass(slots=True)
class Occurrences:
    """Names in text order; ``ends`` are the tokens after each."""

    ends: list[int] = field(default_factory=list)
    names: list[Referent] = field(default_factory=list)
    _firsts: dict[int | None, int] = field(default_factory=dict)  # entity -> end of its first name

    def add(self, end: int, name: Referent) -> None:
        """Take in a name that stands behind those so far."""
        self.ends.append(end)
        self.names.append(name)
        self._firsts.setdefault(name.entity, end)

    def last(self, index: int = _END) -> Referent | None:
        """Return the last name that ends before a token."""
        count = bisect_right(self.ends, index)
        return self.names[count - 1] if count else None

    def entities(self, index: int = _END) -> set[int | None]:
        """Return the first entity named before a token, with the second one if there are more."""
        return {entity for entity, end in islice(self._firsts.items(), 2) if end <= index}
