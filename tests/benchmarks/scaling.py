"""What a corpus costs by its size: time, memory, and a model fitted to the measured runs.

``python -m tests.benchmarks.scaling [--sizes 100,1000,20000] [--jobs N] [--json]`` runs the whole
way on corpora of growing size, each in a process of its own, and fits

- the exponent of time against articles (1 is linear), loading not counted,
- ``seconds = loading + articles * each``: what a million articles cost in core-hours.
"""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks import copies
from tests.benchmarks.throughput import CORPUS, in_a_process


def main() -> None:
    """Measure, fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="100,300,1000,3000")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--cpu", action="store_true", help="processor time in place of the clock's")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    runs = []
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            copies.make(options.corpus, Path(folder, "in"), size)
            runs.append(in_a_process("c", Path(folder)))
    result = fit(runs, "cpu" if options.cpu else "seconds")
    print(json.dumps(result, indent=1) if options.json else table(result))


def fit(runs: list[dict[str, Any]], clock: str) -> dict[str, Any]:
    """Return the runs with the model fitted to them."""
    articles = np.array([run["articles"] for run in runs], dtype=float)
    seconds = np.array([run[clock] for run in runs])
    exponent = float(np.polyfit(np.log(articles), np.log(seconds), 1)[0])
    each, constant = (float(value) for value in np.polyfit(articles, seconds, 1))
    loading = float(np.mean([run["total"] - run["seconds"] for run in runs]))
    return {
        "runs": runs,
        "exponent": round(exponent, 4),
        "loading_seconds": round(loading + constant, 2),
        "seconds_an_article": round(each, 5),
        "articles_a_core_hour": round(3600 / each),
        "core_hours_a_million": round(1e6 * each / 3600, 1),
        "memory_growth": round(runs[-1]["peak_mb"] / runs[0]["peak_mb"], 3),
    }


def table(result: dict[str, Any]) -> str:
    """Return the result for a terminal."""
    lines = [f"{'articles':>10}{'seconds':>10}{'articles/s':>12}{'peak MB':>10}"]
    for run in result["runs"]:
        rate = run["articles"] / run["seconds"]
        lines.append(
            f"{run['articles']:10}{run['seconds']:10.1f}{rate:12.1f}{run['peak_mb']:10.0f}"
        )
    lines += [f"{name}: {value}" for name, value in result.items() if name != "runs"]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
