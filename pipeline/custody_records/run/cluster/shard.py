"""A shard: a few dozen sources that one actor works on, and writes out as one file of each kind.

What a shard holds depends on the list of sources alone, so that one that is done twice, because
its actor was killed, is written twice with the same bytes. Its summary is written last and
carries the shard's key: a later run with the same key keeps the shard.
"""

import hashlib
import io
import json
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from custody_records.outputs.rendered import Rendered
from custody_records.outputs.write import to_json
from custody_records.run.cluster.addresses import Folder, Remote, fetch
from custody_records.run.keys import file_sha256
from custody_records.run.options import Options
from custody_records.run.plan import Source
from custody_records.run.process import collecting_seldom, one_thread
from custody_records.run.reading import failure, obstacle
from custody_records.run.result import Done, Failure, Summary, unpack

Form = Literal["jsonl", "parquet"]
_BATCH = 16  # sources that are worked on at once


@dataclass(frozen=True, slots=True)
class Job:
    """What every actor of a run is told once."""

    options: Options
    fingerprint: str
    output: str
    form: Form
    force: bool


def shard_name(number: int) -> str:
    """Return the stem of a shard's files."""
    return f"part-{number:06d}"


class ShardWorker:
    """An actor: loads the model when the first shard is to be done, and keeps it."""

    def __init__(self, job: Job) -> None:
        one_thread()
        self.job = job
        self.folder = Folder(job.output)
        self._worker: Any = None

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """Do one shard (``number``, ``sources`` as JSON); return its summary as JSON."""
        sources = [Remote(*pair) for pair in json.loads(row["sources"])]
        return {"summary": to_json(self.do(int(row["number"]), sources))}

    def do(self, number: int, sources: list[Remote]) -> dict[str, Any]:
        """Write one shard; return its summary."""
        name = shard_name(number)
        with tempfile.TemporaryDirectory() as scratch:
            local = [_fetch(source, Path(scratch, str(n))) for n, source in enumerate(sources)]
            hashes = [None if isinstance(f, Failure) else file_sha256(f.path)[0] for f in local]
            key = _key(self.job, sources, hashes)
            known = None if self.job.force else self.folder.read(f"summaries/{name}.json")
            if known is not None and (summary := json.loads(known))["key"] == key:
                return {**summary, "kept": True}
            with collecting_seldom():
                outcomes, rendered = self._process(local)
        write(self.folder, name, self.job.form, rendered)
        summary = {
            "key": key,
            "sources": [
                {"name": s.name, "place": s.address, "sha256": digest, "results": results}
                for s, digest, results in zip(sources, hashes, outcomes, strict=True)
            ],
        }
        self.folder.write(f"summaries/{name}.json", to_json(summary).encode())
        return summary

    def _process(
        self, local: list[Source | Failure]
    ) -> tuple[list[list[dict[str, Any]]], list[tuple[str, Rendered]]]:
        """Return, for each source, its results as plain data; and what is to be written."""
        if self._worker is None:
            from custody_records.run.worker import Worker

            self._worker = Worker(self.job.options, self.job.fingerprint)
        outcomes: list[list[dict[str, Any]]] = [
            [asdict(one)] if isinstance(one, Failure) else [] for one in local
        ]
        rendered: list[tuple[str, Rendered]] = []
        readable = [(n, one) for n, one in enumerate(local) if isinstance(one, Source)]
        for start in range(0, len(readable), _BATCH):
            batch = readable[start : start + _BATCH]
            for (n, _), results in zip(
                batch, self._worker.process([one for _, one in batch]), strict=True
            ):
                for result in results:
                    if isinstance(result, Done):
                        outcomes[n].append({"row": len(rendered), **asdict(result.summary)})
                        rendered.append((result.summary.id, unpack(result.packed)))
                    else:
                        outcomes[n].append(asdict(result))
        return outcomes, rendered


def result_of(data: dict[str, Any]) -> tuple[int, Summary] | Failure:
    """Return a result of a summary: its row in the shard with its summary, or the failure."""
    if "reason" in data:
        return Failure(**data)
    values = dict(data)
    return values.pop("row"), Summary(**values)


def write(folder: Folder, name: str, form: Form, rendered: list[tuple[str, Rendered]]) -> None:
    """Write a shard's records and bodies."""
    if form == "jsonl":
        lines = "".join(one.record for _, one in rendered)
        folder.write(f"records/{name}.jsonl", lines.encode())
        bodies = (to_json({"body": one.body, "id": id_}) + "\n" for id_, one in rendered)
        folder.write(f"bodies/{name}.jsonl", "".join(bodies).encode())
        return
    import pyarrow as pa
    import pyarrow.parquet as pq

    from custody_records.contract import Record
    from custody_records.outputs.exports.parquet import arrow

    rows = [{**json.loads(one.record), "body": one.body} for _, one in rendered]
    form_ = pa.schema([*arrow(Record), pa.field("body", pa.string())])
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, form_), buffer)
    folder.write(f"records/{name}.parquet", buffer.getvalue())


def _fetch(source: Remote, scratch: Path) -> Source | Failure:
    """Return a source as a local file; a file of its own folder, for two may share a name."""
    scratch.mkdir()
    here = Source(Path(source.address), source.name)
    try:
        here = Source(fetch(source, scratch), source.name)
    except FileNotFoundError:
        return Failure(source.name, "no such file; check the path")
    except Exception as error:  # whatever a store's own library raises
        return failure(here, error if isinstance(error, OSError) else OSError(str(error)))
    return obstacle(here) or here


def _key(job: Job, sources: list[Remote], hashes: list[str | None]) -> str:
    parts = [
        job.fingerprint,
        job.form,
        [[s.name, digest] for s, digest in zip(sources, hashes, strict=True)],
    ]
    return hashlib.sha256(to_json(parts).encode()).hexdigest()
