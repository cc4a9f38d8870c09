"""How tickets become batches."""

from pathlib import Path

import pytest

from custody_records.run.plan import Source
from custody_records.run.ticket import Ticket, batches


def _tickets(number: int, size: int = 1) -> list[Ticket]:
    return [Ticket(n, 0, Source(Path(str(n)), str(n)), size) for n in range(number)]


@pytest.mark.parametrize(
    ("number", "size", "jobs", "expected"),
    [
        pytest.param(40, 1, 1, [16, 16, 8], id="one-process"),
        pytest.param(3, 150_000, 1, [2, 1], id="large-articles"),
        pytest.param(70, 1, 2, [16, 13, 10, 7, 6, 4, 4, 4, 4, 2], id="the-last-are-smaller"),
        pytest.param(15, 1, 2, [15], id="one-batch"),
        pytest.param(0, 1, 2, [], id="none"),
    ],
)
def test_batches(number: int, size: int, jobs: int, expected: list[int]) -> None:
    tickets = _tickets(number, size)
    made = list(batches(tickets, jobs))
    assert [ticket for batch in made for ticket in batch] == tickets
    assert [len(batch) for batch in made] == expected


def test_no_more_tickets_are_asked_for_than_a_batch_of_each_process_needs_twice() -> None:
    asked = []
    tickets = (asked.append(ticket.entry) or ticket for ticket in _tickets(500))  # type: ignore[func-returns-value]
    next(batches(tickets, 2))
    assert len(asked) == 64
