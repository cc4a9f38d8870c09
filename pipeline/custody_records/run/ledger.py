"""The ledger of a run: which source gave which results, whatever the order they came in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from custody_records.run.plan import Source
from custody_records.run.result import Done, Failure, Result
from custody_records.run.ticket import Ticket


@dataclass(slots=True)
class SourceEntry:
    """One source. ``kept`` if all its results are a former run's; ``key`` None if unreadable."""

    source: Source
    sha256: str | None = None
    key: bytes | None = None
    kept: bool = False
    results: dict[tuple[int, int], bytes | Failure] = field(default_factory=dict)

    def in_order(self) -> list[bytes | Failure]:
        """Return result keys and failures in the order of the file."""
        return [self.results[place] for place in sorted(self.results)]


class Ledger:
    """The entries of a run, one a source, in the order of the run."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.entries = [SourceEntry(source) for source in sources]

    def keep(self, entry: SourceEntry, keys: Sequence[bytes]) -> None:
        """Enter what a former run made of a whole source."""
        entry.kept = True
        entry.results = {(row, 0): key for row, key in enumerate(keys)}

    def enter(self, ticket: Ticket, results: Sequence[Result]) -> None:
        """Enter what became of a piece of work."""
        entry = self.entries[ticket.entry]
        for number, result in enumerate(results):
            entered = result.key if isinstance(result, Done) else result
            entry.results[ticket.row, number] = entered

    def complete(self, numbers: Iterable[int]) -> Iterator[tuple[bytes, list[bytes]]]:
        """Yield (source key, article keys) of those entries that are new, and without a failure."""
        for entry in (self.entries[number] for number in numbers):
            keys = [result for result in entry.in_order() if isinstance(result, bytes)]
            if entry.key and not entry.kept and len(keys) == len(entry.results):
                yield entry.key, keys

    def of_rows(self) -> Iterator[int]:
        """Yield the numbers of the entries whose files hold many articles."""
        return (number for number, entry in enumerate(self.entries) if entry.source.has_rows)
