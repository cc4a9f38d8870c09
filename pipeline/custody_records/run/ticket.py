"""A piece of work: a source to read, or one article of a file that holds many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from custody_records.articles.article import Article
from custody_records.run.plan import Source

# A batch is what is committed at once, and what a process is given at once: small enough that
# little is lost or held in memory, large enough that neither costs.
_ARTICLES = 16
_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Row:
    """An article that was read already, and the source it came from."""

    source: Source
    article: Article


Item = Source | Row


@dataclass(frozen=True, slots=True)
class Ticket:
    """An item, where its results belong (ledger entry, row of the file), its size in bytes."""

    entry: int
    row: int
    item: Item
    size: int


def batches(tickets: Iterable[Ticket]) -> Iterator[list[Ticket]]:
    """Yield the tickets in batches, in order."""
    batch: list[Ticket] = []
    size = 0
    for ticket in tickets:
        batch.append(ticket)
        size += ticket.size
        if len(batch) == _ARTICLES or size >= _BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
