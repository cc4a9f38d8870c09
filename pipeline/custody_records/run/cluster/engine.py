"""The run on a cluster: Ray Data maps shards of sources over actors that hold the model.

The same worker does the same work as on one machine; only who hands it out differs. Outputs are
sharded: ``records/part-000000.jsonl`` (or ``.parquet``) with the lines that the local engine
writes, ``bodies/part-000000.jsonl`` with id and body, ``run.json`` last.
"""

import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import ray
import ray.data

from custody_records.run.cluster.addresses import Folder, Remote, remotes
from custody_records.run.cluster.mend import Changes, mend
from custody_records.run.cluster.shard import Form, Job, ShardWorker, result_of, shard_name
from custody_records.run.fingerprint import fingerprint
from custody_records.run.options import Options
from custody_records.run.report import Report
from custody_records.run.settle import Outcome, Settled, new_report, run_json, settle
from custody_records.run.watch import Watch

_SHARD = 64  # sources a shard; small corpora have smaller ones, so that every actor has some


def run(
    paths: Sequence[str],
    options: Options,
    output: str,
    *,
    address: str | None = None,
    actors: int = 0,
    form: Form = "jsonl",
    force: bool = False,
    watch: Watch | None = None,
) -> Report:
    """Write sharded outputs for every article of ``paths`` to ``output``.

    Paths and output are local paths, which every node must see, or addresses of fsspec.
    ``address`` is the cluster's ("auto" for the one this machine belongs to), None starts one on
    this machine; ``actors`` is the number of processes, 0 for one a processor of the cluster.
    """
    watch = watch or Watch()
    mark = fingerprint(options)
    job = Job(options, mark, output, form, force)
    started = not ray.is_initialized()
    if started:
        ray.init(address=address, logging_level=logging.ERROR, log_to_driver=False)
    try:
        actors = actors or max(1, int(ray.cluster_resources().get("CPU", 1)))  # type: ignore[no-untyped-call]
        sources = remotes(paths)
        watch.expect(len(sources))
        size = min(_SHARD, max(1, -(-len(sources) // (4 * actors))))
        shards = [sources[start : start + size] for start in range(0, len(sources), size)]
        summaries: list[dict[str, Any]] = [{}] * len(shards)
        for number, summary in _done(shards, job, actors):
            summaries[number] = summary
            watch.done(len(shards[number]))
        return _finish(shards, summaries, job)
    finally:
        if started:
            ray.shutdown()


def _done(
    shards: list[list[Remote]], job: Job, actors: int
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield (number, summary) of every shard as it is done."""
    rows = [
        {"number": number, "sources": json.dumps([[s.address, s.name] for s in shard])}
        for number, shard in enumerate(shards)
    ]
    if not rows:
        return
    ray.data.DataContext.get_current().enable_progress_bars = False
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)
    # Ray Data starts an actor that dies again, and does its shard again, as often as it takes.
    work = ray.data.from_items(rows, override_num_blocks=len(rows)).map(
        _Numbered,  # type: ignore[arg-type] # a class is an actor's, which Ray's types leave out
        fn_constructor_args=(job,),
        compute=ray.data.ActorPoolStrategy(min_size=1, max_size=min(actors, len(rows))),
        num_cpus=1,
    )
    for row in work.iter_rows():
        yield int(row["number"]), json.loads(row["summary"])


class _Numbered(ShardWorker):
    """Ray Data keeps no order; the shard's number goes with its summary."""

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        return {"number": row["number"], **super().__call__(row)}


def _finish(shards: list[list[Remote]], summaries: list[dict[str, Any]], job: Job) -> Report:
    """Settle ids and duplicates over all shards, mend the shards they touch, write run.json."""
    folder = Folder(job.output)
    report = new_report(job.options)
    wanted = _changes(summaries, settle(_outcomes(summaries), report))
    for number, changes in enumerate(wanted):
        summary = summaries[number]
        if summary.get("mended", {}) == changes:
            continue
        if summary.get("mended"):  # for another set of sources, by a former run: begin anew
            summary = ShardWorker(replace(job, force=True)).do(number, shards[number])
        if changes:
            mend(folder, shard_name(number), job.form, summary, changes)
    names = [shard_name(number) for number in range(len(summaries))]
    for kind, ending in (("records", job.form), ("bodies", "jsonl"), ("summaries", "json")):
        folder.keep_only((f"{name}.{ending}" for name in names), kind)
    data = run_json(report, job.options, job.fingerprint)
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    folder.write("run.json", text.encode())
    return report


def _changes(
    summaries: list[dict[str, Any]], settled: list[Settled[tuple[int, int]]]
) -> list[Changes]:
    """Return, for every shard, the rows with another id, the duplicates, and what falls away."""
    standing = {result.handle: result for result in settled}
    changes: list[Changes] = []
    for number, summary in enumerate(summaries):
        changed: Changes = {}
        for one in (one for source in summary["sources"] for one in source["results"]):
            if "row" not in one:
                continue
            result = standing.get((number, one["row"]))
            if result is None:
                changed[str(one["row"])] = None
            elif change := result.changes(one["id"]):
                changed[str(one["row"])] = change
        changes.append(changed)
    return changes


def _outcomes(summaries: list[dict[str, Any]]) -> Iterator[Outcome[tuple[int, int]]]:
    for number, summary in enumerate(summaries):
        for source in summary["sources"]:
            results = [
                one if not isinstance(one, tuple) else ((number, one[0]), one[1])
                for one in map(result_of, source["results"])
            ]
            yield Outcome(
                source["name"],
                source["place"],
                source["sha256"],
                results,
                summary.get("kept", False),
            )
