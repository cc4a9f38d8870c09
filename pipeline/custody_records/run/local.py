"""The run on one machine: what is new goes through the pipeline, then all of it is written out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from custody_records.run.fingerprint import fingerprint
from custody_records.run.finish import finish
from custody_records.run.ledger import Ledger
from custody_records.run.options import Options
from custody_records.run.plan import Source
from custody_records.run.pool import Pool, Works, cores
from custody_records.run.process import collecting_seldom
from custody_records.run.report import Report
from custody_records.run.result import DamagedResultError, Done, Result
from custody_records.run.search import Search
from custody_records.run.store import Store
from custody_records.run.ticket import Ticket, batches
from custody_records.run.watch import Watch

# No name that ``datasette outputs/`` would serve; a former version called it so.
STORE = ".store"
_FORMER_STORE = ".store.sqlite"


def run(
    sources: Sequence[Source],
    options: Options,
    output: Path,
    *,
    jobs: int = 1,
    force: bool = False,
    watch: Watch | None = None,
    skipped: Sequence[str] = (),
) -> Report:
    """Write the outputs for every article of the sources into the folder ``output``.

    What a former run into the same folder made of the same bytes with the same code, rules,
    model and options is kept, unless ``force``. ``jobs`` is the number of processes, 0 for one a
    core; the outputs are the same for any. ``skipped`` names the files that the
    plan passed over, for the report. Inputs that fail are in the report. Raises
    ModelNotFoundError, RuleError, WorkerLostError, FileNotFoundError (rules), OSError (outputs).
    """
    watch = watch or Watch()
    mark = fingerprint(options)
    for part in output.glob(f"{_FORMER_STORE}*"):
        part.unlink()
    with Store(output / STORE) as store:
        make = partial(_make_worker, options, mark)

        def extract(force: bool) -> Report:
            ledger = Ledger(sources)
            search = Search(ledger, store, options, mark, force, watch)
            _fill(ledger, store, search, make, jobs or cores(), watch)
            return finish(ledger, store, options, output, mark, skipped)

        try:
            report = extract(force)
        except DamagedResultError:  # whoever wrote it, it was no run
            store.renew()
            report = extract(True)
        report.renewed = store.renewed
        return report


def _fill(
    ledger: Ledger,
    store: Store,
    search: Iterable[Ticket],
    make: Callable[[], Works],
    jobs: int,
    watch: Watch,
) -> None:
    """Do what the search finds to be done; enter it in the ledger and keep it in the store."""
    watch.expect(len(ledger.entries))
    for tickets, results in _done(batches(search, jobs), make, jobs, watch):
        for ticket, item in zip(tickets, results, strict=True):
            ledger.enter(ticket, item)
            for result in item:
                watch.article(result)
        store.put(
            (done for item in results for done in item if isinstance(done, Done)),
            ledger.complete(t.entry for t in tickets if isinstance(t.item, Source)),
        )
        watch.done(len(tickets))
    # Only now is it known that all rows of a file are done.
    store.put((), ledger.complete(ledger.of_rows()))


def _done(
    work: Iterable[list[Ticket]], make: Callable[[], Works], jobs: int, watch: Watch
) -> Iterator[tuple[list[Ticket], list[list[Result]]]]:
    """Yield every batch with its results: in this process, or from several."""
    if jobs > 1:
        yield from Pool(make, jobs, watch).run(work)
        return
    worker = None
    with collecting_seldom():
        for tickets in work:
            worker = worker or make()  # nothing to do, nothing to load
            yield tickets, worker.process([ticket.item for ticket in tickets])


def _make_worker(options: Options, mark: str) -> Works:
    from custody_records.run.worker import Worker  # loads spaCy

    return Worker(options, mark)
