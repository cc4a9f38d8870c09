"""Several processes: all work is done once whatever dies, and an end is an end."""

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from custody_records.run.plan import Source
from custody_records.run.pool import Pool, WorkerLostError
from custody_records.run.result import Failure, Result
from custody_records.run.ticket import Item, Ticket, batches

if not hasattr(signal, "SIGKILL"):
    pytest.skip("no such signals here", allow_module_level=True)


@dataclass
class Told:
    lines: list[str] = field(default_factory=list)

    def expect(self, articles: int) -> None: ...

    def done(self, articles: int) -> None: ...

    def say(self, text: str) -> None:
        self.lines.append(text)


class Echo:
    """Answers every item with its name; dies as the name says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def process(self, items: Sequence[Item]) -> list[list[Result]]:
        return [[self._one(item)] for item in items]

    def _one(self, item: Item) -> Failure:
        assert isinstance(item, Source)
        once = self.folder / item.name
        if item.name.startswith("dies-always") or (
            item.name.startswith("dies-once") and not once.exists()
        ):
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return Failure(item.name, f"by {os.getpid()}")


def refuses(message: str) -> Echo:
    raise LookupError(message)


def dies() -> Echo:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def work(*names: str) -> list[list[Ticket]]:
    return list(batches(Ticket(n, 0, Source(Path(x), x), 1) for n, x in enumerate(names)))


def run(pool: Pool, tasks: list[list[Ticket]]) -> dict[str, str]:
    """Return name → what was answered; every ticket has one answer."""
    answers: dict[str, str] = {}
    for tickets, results in pool.run(tasks):
        for ticket, (result,) in zip(tickets, results, strict=True):
            assert isinstance(ticket.item, Source)
            assert isinstance(result, Failure)
            assert result.source == ticket.item.name
            assert ticket.item.name not in answers
            answers[ticket.item.name] = result.reason
    return answers


def test_all_work_is_done_by_several_processes(tmp_path: Path) -> None:
    names = [f"n{n}" for n in range(80)]  # five batches
    answers = run(Pool(partial(Echo, tmp_path), 2, Told()), work(*names))
    assert sorted(answers) == sorted(names)
    assert 1 <= len(set(answers.values())) <= 2
    assert f"by {os.getpid()}" not in answers.values()


def test_what_a_killed_process_had_is_done_again(tmp_path: Path) -> None:
    told = Told()
    names = ["a", "dies-once", *(f"n{n}" for n in range(30))]
    answers = run(Pool(partial(Echo, tmp_path), 2, told), work(*names))
    assert sorted(answers) == sorted(names)
    assert all(answer.startswith("by ") for answer in answers.values())
    assert told.lines == ["a process was killed by signal 9; its 16 articles are done again"]


def test_an_article_that_kills_twice_fails_alone(tmp_path: Path) -> None:
    names = ["a", "dies-always", "b", "c"]
    answers = run(Pool(partial(Echo, tmp_path), 2, Told()), work(*names))
    assert "killed by signal 9 while it worked on this, twice" in answers.pop("dies-always")
    assert sorted(answers) == ["a", "b", "c"]
    assert all(answer.startswith("by ") for answer in answers.values())


def test_what_building_a_worker_raises_is_raised_here() -> None:
    with pytest.raises(LookupError, match="no such model"):
        run(Pool(partial(refuses, "no such model"), 2, Told()), work("a"))


def test_a_process_that_cannot_even_start_is_not_replaced_for_ever() -> None:
    with pytest.raises(WorkerLostError, match="while it loaded the model"):
        run(Pool(dies, 2, Told()), work("a"))


def test_no_process_is_left_when_the_run_is_left(tmp_path: Path) -> None:
    names = [f"n{n}" for n in range(64)]
    running = Pool(partial(Echo, tmp_path), 2, Told()).run(work(*names))
    _, ((answer,), *_) = next(running)
    assert isinstance(answer, Failure)
    running.close()
    process = int(answer.reason.removeprefix("by "))
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail(f"process {process} lives on")


def test_no_work_starts_no_process(tmp_path: Path) -> None:
    assert run(Pool(dies, 4, Told()), []) == {}
