"""The run on Ray against the run in local processes: the same articles, whole runs in turn.

``python -m tests.benchmarks.cluster [--articles N] [--rounds N] [--workers 1,2,4] [--json]`` prints
for each number of actors, the seconds of a run on a cluster on this machine as a multiple of those
of a local run with as many processes; starting Ray, and loading the model in each, are counted.
"""

import argparse
import json
import logging
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import ray

from custody_records.run import local
from custody_records.run.cluster import engine
from custody_records.run.options import Options
from custody_records.run.plan import sources
from custody_records.run.process import one_thread
from tests.benchmarks import copies
from tests.benchmarks.throughput import CORPUS


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--workers", default="1,2,4", help="numbers of actors, and of processes")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    one_thread()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        workers = [int(number) for number in options.workers.split(",")]
        result = measure(Path(folder), options.articles, options.rounds, workers)
    shown = "\n".join(f"{key}: {value}" for key, value in result.items())
    print(json.dumps(result) if options.json else shown)


def measure(folder: Path, articles: int, rounds: int, numbers: list[int]) -> dict[str, Any]:
    """Return workers → median seconds of Ray and of local processes, and their ratio."""
    given = folder / "in"
    copies.make(CORPUS, given, articles)
    found: dict[str, Any] = {"articles": articles}
    for workers in numbers:
        times = [
            (_ray(given, folder, n, workers), _local(given, folder, n, workers))
            for n in range(rounds)
        ]
        on_ray, here = (statistics.median(column) for column in zip(*times, strict=True))
        found[str(workers)] = {
            "ray": round(on_ray, 1),
            "local": round(here, 1),
            "ratio": round(on_ray / here, 2),
        }
    return found


def _ray(given: Path, folder: Path, number: int, actors: int) -> float:
    begin = time.perf_counter()
    output = folder / f"ray-{actors}-{number}"
    # As many places as actors: by itself Ray starts no more than one a core.
    ray.init(num_cpus=actors, logging_level=logging.ERROR, log_to_driver=False)
    try:
        report = engine.run([str(given)], Options(), str(output), actors=actors)
    finally:
        ray.shutdown()
    assert not report.failures, report.failures[:3]
    return time.perf_counter() - begin


def _local(given: Path, folder: Path, number: int, jobs: int) -> float:
    begin = time.perf_counter()
    output = folder / f"local-{jobs}-{number}"
    report = local.run(sources([str(given)]), Options(), output, jobs=jobs)
    assert not report.failures, report.failures[:3]
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
