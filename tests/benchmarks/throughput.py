"""How fast articles become records, against the bare stock model on the same texts.

``python -m tests.benchmarks.throughput [--articles N] [--rounds N] [--json]`` measures, each in a
process of its own and all of them in turn, round after round:

a  the bare stock pipeline: ``spacy.load(model)`` with all its components, ``nlp.pipe``
b  its entity recogniser alone
o  the same with numpy's OpenBLAS
c  our whole way, from files on disk to records on disk, one process
d  the same on all cores
e  a second run over the unchanged corpus
f  a third run with one article in a hundred changed

Ratios are of the time on the clock, medians over the rounds; ``--cpu`` takes the process's own
time in its place, which other work on the machine disturbs less (not for d). Loading the model is
not counted (in d: until the first process is ready), but in "d/c, loading counted".
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from custody_records.run.threads import one_thread

one_thread()

from tests.benchmarks import copies, stages  # noqa: E402 - numpy reads the threads when it loads

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
STOCK_ONLY = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
ALL = "abocdef"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default=ALL, help="letters of what to measure")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--no-stages", action="store_true")
    parser.add_argument("--cpu", action="store_true", help="ratios of processor time")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(_measure(options.measure, options.folder)))
        return
    with tempfile.TemporaryDirectory() as folder:
        result = _all(options, Path(folder))
    print(json.dumps(result, indent=1) if options.json else _table(result))


def _all(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    copies.make(options.corpus, folder / "in", options.articles)
    rounds = []
    for _ in range(options.rounds):
        rounds.append({name: in_a_process(name, folder) for name in ALL if name in options.only})
    profile = {} if options.no_stages else in_a_process("stages", folder)
    return {
        "machine": {
            "processor": _processor(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        },
        "articles": options.articles,
        "rounds": rounds,
        "median": {
            name: {
                key: statistics.median(one[name][key] for one in rounds) for key in rounds[0][name]
            }
            for name in rounds[0]
        },
        "ratios": _ratios(rounds, "cpu" if options.cpu else "seconds"),
        "stages": profile,
    }


def in_a_process(name: str, folder: Path) -> dict[str, Any]:
    """Measure one thing in a process of its own: its time is not another's, nor its memory."""
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks.throughput",
        "--measure",
        name,
        "--folder",
        str(folder),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def _measure(name: str, folder: Path) -> dict[str, float]:
    if name == "stages":
        return stages.measure(sorted((folder / "in").iterdir()))
    result = _stock(name, folder) if name in "abo" else _ours(name, folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024
    return {**result, "peak_mb": (peak + children) * unit / 1e6}


def _stock(name: str, folder: Path) -> dict[str, float]:
    import spacy

    from custody_records.annotate.model.arithmetic import use_openblas
    from custody_records.annotate.model.installed import resolve
    from custody_records.articles.read import read

    nlp = spacy.load(resolve(), exclude=() if name == "a" else STOCK_ONLY)
    if name == "o":
        use_openblas(nlp)
    bodies = [article.body for path in sorted((folder / "in").iterdir()) for article in read(path)]
    tokens = 0
    clock = Clock()
    for doc in nlp.pipe(bodies):
        tokens += len(doc)
    seconds, cpu = clock.read()
    return {
        "seconds": seconds,
        "cpu": cpu,
        "total": seconds,
        "articles": len(bodies),
        "tokens": tokens,
    }


def _ours(name: str, folder: Path) -> dict[str, float]:
    import shutil

    from custody_records.run import local, pool
    from custody_records.run.options import Options
    from custody_records.run.plan import sources

    output = folder / "out"
    if name in "cd":
        shutil.rmtree(output, ignore_errors=True)
    elif name == "f":
        for path in sorted((folder / "in").iterdir())[::100]:
            path.write_text(path.read_text(encoding="utf-8") + f"Changed at {time.time_ns()}.\n")
    loading = loading_cpu = 0.0
    make, heard = local._make_worker, pool._Hand.heard

    def timed(*args: Any) -> Any:
        nonlocal loading, loading_cpu
        clock = Clock()
        worker = make(*args)
        loading, loading_cpu = clock.read()
        return worker

    def timed_hand(hand: Any, said: object) -> Any:
        nonlocal loading
        if said == pool.READY and not loading:
            loading, _ = clock.read()
        return heard(hand, said)

    if name == "d":
        pool._Hand.heard = timed_hand  # type: ignore[method-assign]
    else:
        local._make_worker = timed
    clock = Clock()
    report = local.run(
        sources([str(folder / "in")]), Options(), output, jobs=0 if name == "d" else 1
    )
    total, cpu = clock.read()
    assert not report.failures, report.failures[:3]
    return {
        "seconds": total - loading,
        "cpu": cpu - loading_cpu,
        "total": total,
        "articles": report.records,
        "kept": report.kept,
        "entries": sum(report.entries.values()),
    }


class Clock:
    """Time on the clock, and of this process on a processor, since it was made."""

    def __init__(self) -> None:
        self.begin = time.perf_counter(), time.process_time()

    def read(self) -> tuple[float, float]:
        """Return both, in seconds."""
        return time.perf_counter() - self.begin[0], time.process_time() - self.begin[1]


def _ratios(rounds: list[dict[str, dict[str, float]]], clock: str) -> dict[str, float]:
    def median(of: str, to: str, what: str = clock) -> float | None:
        if not {of, to} <= rounds[0].keys():
            return None
        return statistics.median(one[to][what] / one[of][what] for one in rounds)

    ratios = {f"{name}/a": median(name, "a") for name in "bocdef"}
    ratios |= {
        "d/c": median("d", "c"),
        "d/c, loading counted": median("d", "c", "total"),
        "e/c": median("e", "c"),
        "f/c": median("f", "c"),
    }
    return {name: round(value, 2) for name, value in ratios.items() if value is not None}


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def _table(result: dict[str, Any]) -> str:
    tokens = result["median"].get("a", {}).get("tokens", 0.0)
    lines = [
        f"{result['articles']} articles, {tokens:.0f} tokens, {result['machine']['processor']}"
    ]
    lines.append(f"{'':28}{'articles/s':>12}{'tokens/s':>12}{'against a':>12}{'peak MB':>10}")
    names = {
        "a": "a  stock pipeline",
        "b": "b  its NER alone",
        "o": "o  the same on OpenBLAS",
        "c": "c  whole way, one process",
        "d": "d  whole way, all cores",
        "e": "e  again, unchanged",
        "f": "f  again, 1 % changed",
    }
    for name, one in result["median"].items():
        rate = one["articles"] / one["seconds"]
        ratio = result["ratios"].get(f"{name}/a", 1.0)
        per_token = tokens / one["seconds"]
        lines.append(
            f"{names[name]:28}{rate:12.1f}{per_token:12.0f}{ratio:11.2f}x{one['peak_mb']:10.0f}"
        )
    lines += [f"{name}: {value} x" for name, value in result["ratios"].items() if "/c" in name]
    if result["stages"]:
        lines += stages.table(result["stages"])
    return "\n".join(lines)


if __name__ == "__main__":
    main()
