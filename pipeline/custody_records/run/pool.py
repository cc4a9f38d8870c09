"""A run's work in several processes, each with its own loaded worker.

A process is given one batch at a time and asked again when it has answered, so that nothing
piles up and it is always known what a process was doing when it died. One that is killed (out
of memory, most often) is replaced, and its batch done again, an article at a time; an article
on which a process dies a second time is a failure. Processes are spawned, not forked: a fork
would inherit the BLAS threads' locks, and works on no other system.
"""

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Protocol

from custody_records.errors import UserError
from custody_records.run.process import collect_seldom
from custody_records.run.result import Failure, Result
from custody_records.run.ticket import Item, Row, Ticket
from custody_records.run.watch import Watch

READY = "ready"
_SPAWN = multiprocessing.get_context("spawn")


class Works(Protocol):
    """What a process holds: a Worker."""

    def process(self, items: Sequence[Item]) -> list[list[Result]]:
        """Return the results of every item."""


class WorkerLostError(UserError, RuntimeError):
    """A process ended before it was ready to work."""


@dataclass(frozen=True, slots=True)
class _Batch:
    tickets: list[Ticket]
    again: bool = False


@dataclass(slots=True)
class _Hand:
    """A process and what it is doing. A batch is sent when it is ready, not before."""

    process: SpawnProcess
    connection: Connection
    ready: bool = False
    batch: _Batch | None = None

    def give(self, batch: _Batch) -> None:
        self.batch = batch
        if self.ready:
            self._send(batch)

    def heard(self, said: object) -> _Batch | None:
        """Return the batch that was answered, None if the process only says that it is ready."""
        batch = self.batch
        if said == READY and batch is not None:
            self.ready = True
            self._send(batch)
            return None
        self.batch = None
        return batch

    def _send(self, batch: _Batch) -> None:
        with suppress(OSError):  # it is gone, which shows when it is listened to
            self.connection.send([ticket.item for ticket in batch.tickets])


def cores() -> int:
    """Return how many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Pool:
    """``jobs`` processes at most, started as there is work for them.

    ``make`` builds a process's worker, in that process; what it raises is raised by ``run``.
    ``watch`` is told of processes that were lost.
    """

    def __init__(self, make: Callable[[], Works], jobs: int, watch: Watch) -> None:
        self._make = make
        self._jobs = jobs
        self._watch = watch
        self._hands: list[_Hand] = []
        self._again: deque[_Batch] = deque()

    def run(
        self, work: Iterable[list[Ticket]]
    ) -> Iterator[tuple[list[Ticket], list[list[Result]]]]:
        """Yield (tickets, results) of every batch, in the order they are done."""
        waiting = (_Batch(tickets) for tickets in work)
        try:
            while True:
                self._deal(waiting)
                busy = {hand.connection: hand for hand in self._hands if hand.batch}
                if not busy:
                    return
                for connection in wait(list(busy)):
                    heard = list(self._hear(busy[connection]))  # type: ignore[index] # as given
                    self._deal(waiting)  # it works on while what it made is kept
                    yield from heard
        finally:
            self._stop()

    def _deal(self, waiting: Iterator[_Batch]) -> None:
        """Give every free process a batch, as long as there are some."""
        for place in range(self._jobs):
            free = place >= len(self._hands) or self._hands[place].batch is None
            batch = self._next(waiting) if free else None
            if batch is None:
                continue
            if place >= len(self._hands):
                self._hands.append(self._start())
            self._hands[place].give(batch)

    def _next(self, waiting: Iterator[_Batch]) -> _Batch | None:
        return self._again.popleft() if self._again else next(waiting, None)

    def _hear(self, hand: _Hand) -> Iterator[tuple[list[Ticket], list[list[Result]]]]:
        """Take what a process says: that it is ready, what it made, or nothing any more."""
        try:
            said = hand.connection.recv()
        except (EOFError, OSError):
            yield from self._lost(hand)
            return
        if isinstance(said, Exception):
            raise said
        batch = hand.heard(said)
        if batch is not None:
            yield batch.tickets, said

    def _lost(self, hand: _Hand) -> Iterator[tuple[list[Ticket], list[list[Result]]]]:
        hand.process.join()
        code = hand.process.exitcode or 0
        how = f"killed by signal {-code}" if code < 0 else f"ended with code {code}"
        if not hand.ready or hand.batch is None:
            raise WorkerLostError(
                f"a process was {how} while it loaded the model; is there memory for --jobs "
                f"{self._jobs}?"
            )
        self._hands.remove(hand)
        hand.connection.close()
        tickets = hand.batch.tickets
        if hand.batch.again:
            (ticket,) = tickets
            reason = f"a process was {how} while it worked on this, twice; is it too large?"
            item = ticket.item
            name = (item.source if isinstance(item, Row) else item).name
            yield tickets, [[Failure(name, reason)]]
            return
        self._watch.say(f"a process was {how}; its {len(tickets)} articles are done again")
        self._again.extend(_Batch([ticket], again=True) for ticket in tickets)

    def _start(self) -> _Hand:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(theirs, self._make), daemon=True)
        with _no_interrupt():
            process.start()
        theirs.close()
        return _Hand(process, ours)

    def _stop(self) -> None:
        for hand in self._hands:
            hand.process.terminate()
        for hand in self._hands:
            hand.process.join()
            hand.connection.close()


def _serve(connection: Connection, make: Callable[[], Works]) -> None:
    """Be a process of the pool: answer batches until nobody asks any more."""
    with suppress(EOFError, OSError):  # the run is over, or was killed
        try:
            collect_seldom()
            worker = make()
            connection.send(READY)
            while True:
                connection.send(worker.process(connection.recv()))
        except (EOFError, OSError):
            raise
        except Exception as error:  # wrong rules, say: the run's end, not one article's
            _send_error(connection, error)


def _send_error(connection: Connection, error: Exception) -> None:
    try:
        connection.send(error)
    except (pickle.PicklingError, TypeError, AttributeError):
        connection.send(RuntimeError(f"{type(error).__name__}: {error}"))


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Let a process that is started here ignore Ctrl-C: the run itself stops it, in order."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
