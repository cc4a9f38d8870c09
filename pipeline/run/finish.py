"""The end of a run: ids and duplicates settled over all results, and the outputs written."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.contract.record import SCHEMA_VERSION
from pipeline.outputs import folder
from pipeline.outputs.rendered import Rendered
from pipeline.outputs.write import to_json
from pipeline.rulebook import fingerprint as rules_fingerprint
from pipeline.rulebook import rules_dir
from pipeline.run.fingerprint import model, shaping, versions
from pipeline.run.ledger import Ledger
from pipeline.run.options import Options
from pipeline.run.report import Report
from pipeline.run.result import Failure, unpack
from pipeline.run.store import Store


@dataclass(frozen=True, slots=True)
class Settled:
    """A result that stands, and of which article (its id) it is a duplicate."""

    key: bytes
    id: str
    duplicate_of: str | None


def finish(ledger: Ledger, store: Store, options: Options, output: Path, mark: str) -> Report:
    """Write the outputs of a whole ledger, if they do not stand there already."""
    report = Report(language=model(options.model)["language"])
    kept = [page for page in ledger.pages if page.kept]
    store.use(
        (page.key for page in kept if page.key),
        (key for page in ledger.pages for key in page.in_order() if isinstance(key, bytes)),
    )
    settled = _settle(ledger, store, report)
    run = _run(report, options, mark)
    content = hashlib.sha256(
        to_json([run, [[s.key.hex(), s.id, s.duplicate_of] for s in settled]]).encode()
    ).hexdigest()
    with store.alone():
        if (store.state("content"), store.state("seal")) != (content, folder.seal(output)):
            folder.write(output, _rendered(settled, store))
            folder.write_run(output, run)
        store.finish({"content": content, "seal": folder.seal(output)})
    return report


def _settle(ledger: Ledger, store: Store, report: Report) -> list[Settled]:
    """Return the results that stand; of two with one id, the first."""
    settled: list[Settled] = []
    ids: dict[str, Path] = {}
    texts: dict[str, str] = {}
    for page in ledger.pages:
        articles: list[str] = []
        for result in page.in_order():
            if isinstance(result, Failure):
                report.failures.append(result)
                continue
            summary = store.summary(result)
            # Without regard to case: on some systems Riot.txt and riot.txt are one body file.
            folded = summary.id.casefold()
            if folded in ids:
                reason = (
                    f"{page.source.path} has the id {summary.id!r}, which {ids[folded]} has taken; "
                    "give one of them another id (front matter, or file name)"
                )
                report.failures.append(Failure(page.source.name, reason))
                continue
            ids[folded] = page.source.path
            first = texts.setdefault(summary.text, summary.id)
            duplicate_of = first if first != summary.id else None
            settled.append(Settled(result, summary.id, duplicate_of))
            articles.append(summary.id)
            report.count(summary)
            report.kept += page.kept
            report.duplicates += duplicate_of is not None
        report.inputs.append(
            {"source": page.source.name, "sha256": page.sha256, "articles": articles}
        )
    return settled


def _rendered(settled: list[Settled], store: Store) -> Iterator[tuple[str, Rendered]]:
    for result in settled:
        rendered = unpack(store.packed(result.key))
        if result.duplicate_of is not None:
            rendered = rendered.as_duplicate_of(result.duplicate_of)
        yield result.id, rendered


def _run(report: Report, options: Options, mark: str) -> dict[str, Any]:
    """Return what ``run.json`` holds: enough to tell two runs apart, and no clock."""
    return {
        "package": {"name": "custody-records", "version": __version__},
        "schema_version": SCHEMA_VERSION,
        "fingerprint": mark,
        "model": model(options.model),
        "rules": {"sha256": rules_fingerprint(rules_dir(options.rules))},
        "libraries": versions(),
        "options": shaping(options),
        "inputs": report.inputs,
        "records": report.records,
        "entries": dict(report.entries),
        "failures": [asdict(failure) for failure in report.failures],
        "not_extracted": [
            {"article": article, "language": language, "fields": fields}
            for article, language, fields in report.unread
        ],
    }
