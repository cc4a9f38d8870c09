"""The end of a run on one machine: what the store holds of it becomes the output folder."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from custody_records.outputs import folder
from custody_records.outputs.rendered import Rendered
from custody_records.outputs.write import to_json
from custody_records.run.ledger import Ledger
from custody_records.run.options import Options
from custody_records.run.report import Report
from custody_records.run.result import Failure, unpack
from custody_records.run.settle import Outcome, Settled, new_report, run_json, settle
from custody_records.run.store import Store


def finish(
    ledger: Ledger,
    store: Store,
    options: Options,
    output: Path,
    mark: str,
    skipped: Sequence[str] = (),
) -> Report:
    """Write the outputs of a whole ledger, if they do not stand there already.

    ``skipped`` are the files that the run passed over, for the report.
    """
    store.use(
        (entry.key for entry in ledger.entries if entry.kept and entry.key),
        (key for entry in ledger.entries for key in entry.in_order() if isinstance(key, bytes)),
    )
    report = new_report(options)
    report.skipped = sorted(skipped)
    settled = settle(_outcomes(ledger, store), report)
    run = run_json(report, options, mark)
    content = hashlib.sha256(
        to_json([run, [[s.handle.hex(), s.id, s.duplicate_of] for s in settled]]).encode()
    ).hexdigest()
    with store.alone():
        seal = folder.seal(output)
        if (store.state("content"), store.state("seal")) != (content, seal):
            folder.write(output, _rendered(settled, store))
            folder.write_run(output, run)
            seal = folder.seal(output)
        store.finish({"content": content, "seal": seal})
    return report


def _outcomes(ledger: Ledger, store: Store) -> Iterator[Outcome[bytes]]:
    for entry in ledger.entries:
        results = [
            result if isinstance(result, Failure) else (result, store.summary(result))
            for result in entry.in_order()
        ]
        source = entry.source
        yield Outcome(source.name, str(source.path), entry.sha256, results, entry.kept)


def _rendered(settled: list[Settled[bytes]], store: Store) -> Iterator[tuple[str, Rendered]]:
    for result in settled:
        rendered = unpack(store.packed(result.handle))
        if changes := result.changes(store.summary(result.handle).id):
            rendered = rendered.with_article(**changes)
        yield result.id, rendered
