"""The ledger of a run: which source gave which results, whatever the order they came in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from custody_records.run.plan import Source
from custody_records.run.result import Done, Failure, Result
from custody_records.run.ticket import Ticket


@dataclass(slots=True)
class Page:
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
    """The pages of a run, one a source, in the order of the run."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.pages = [Page(source) for source in sources]

    def keep(self, page: Page, keys: Sequence[bytes]) -> None:
        """Enter what a former run made of a whole source."""
        page.kept = True
        page.results = {(row, 0): key for row, key in enumerate(keys)}

    def enter(self, ticket: Ticket, results: Sequence[Result]) -> None:
        """Enter what became of a piece of work."""
        page = self.pages[ticket.page]
        for number, result in enumerate(results):
            entered = result.key if isinstance(result, Done) else result
            page.results[ticket.row, number] = entered

    def complete(self, numbers: Iterable[int]) -> Iterator[tuple[bytes, list[bytes]]]:
        """Yield (source key, article keys) of those pages that are new, and without a failure."""
        for page in (self.pages[number] for number in numbers):
            keys = [result for result in page.in_order() if isinstance(result, bytes)]
            if page.key and not page.kept and len(keys) == len(page.results):
                yield page.key, keys

    def of_rows(self) -> Iterator[int]:
        """Yield the numbers of the pages whose files hold many articles."""
        return (number for number, page in enumerate(self.pages) if page.source.has_rows)
