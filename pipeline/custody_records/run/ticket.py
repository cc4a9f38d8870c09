"""A piece of work: a source to read, or one article of a file that holds many."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from custody_records.articles.article import Article
from custody_records.run.plan import Source

# A batch is what is committed at once, and what a process is given at once: small enough that
# little is lost or held in memory, large enough that neither costs.
_ARTICLES = 16
_BYTES = 200_000
_FEWEST = 4  # articles in a batch near the end of a run in several processes


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


def batches(tickets: Iterable[Ticket], jobs: int = 1) -> Iterator[list[Ticket]]:
    """Yield the tickets in batches, in order.

    Where ``jobs`` processes work on more than one batch the last are smaller, so that none of the
    processes has much to do when the others are done.
    """
    source = iter(tickets)
    rounds = 2 * jobs if jobs > 1 else 1
    ahead = deque(islice(source, rounds * _ARTICLES))
    fewest = _ARTICLES if len(ahead) <= _ARTICLES else _FEWEST
    while ahead:
        yield list(_batch(ahead, max(fewest, len(ahead) // rounds)))
        ahead.extend(islice(source, rounds * _ARTICLES - len(ahead)))


def _batch(ahead: deque[Ticket], most: int) -> Iterator[Ticket]:
    """Yield, and take away, up to ``most`` of the tickets, or what makes a batch by its size."""
    size = 0
    while ahead and most and size < _BYTES:
        ticket = ahead.popleft()
        size, most = size + ticket.size, most - 1
        yield ticket
