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
g  our whole way, one process, every sentence read for who says what (``sentences="all"``)
r  our whole way over the Russian texts of ``--russian FOLDER``

Russian texts are others, so that r is compared by the tokens and by the characters that it reads in
a second, with the English texts of c and with the stock model on them (a). Its models are loaded
when a first Russian text comes: one text of each kind of file is worked on before its time begins,
and the same is done before c's.

Ratios are of the time on the clock, medians over the rounds, and their range, which with five
rounds holds the true median 94 times in a hundred; ``--cpu`` takes the process's own time in its
place, which other work on the machine disturbs less (not for d). Loading the model is not counted
(in d: until the first process is ready), but in "d/c, loading counted".
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
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import Any

from custody_records.run.process import one_thread

one_thread()

from tests.benchmarks import copies, stages  # noqa: E402 - numpy reads the threads when it loads

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
STOCK_ONLY = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
ALL = "abocdefgr"
IN_TURN = "acdef"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default=IN_TURN, help="letters of what to measure")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--russian", type=Path, help="folder of Russian texts, for r")
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
    if "r" in options.only:
        copies.make(options.russian, folder / "russian", options.articles)
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
        "load": os.getloadavg()[2] if hasattr(os, "getloadavg") else None,
        "ratios": _ratios(rounds, "cpu" if options.cpu else "seconds"),
        "cpu_ratios": _ratios(rounds, "cpu"),
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
        "characters": sum(map(len, bodies)),
    }


def _ours(name: str, folder: Path) -> dict[str, float]:
    import shutil

    from custody_records.run import local, pool
    from custody_records.run.options import Options
    from custody_records.run.plan import sources

    output = folder / "out"
    given = folder / ("russian" if name == "r" else "in")
    if name in "cdgr":
        shutil.rmtree(output, ignore_errors=True)
    elif name == "f":
        for path in sorted((folder / "in").iterdir())[::100]:
            path.write_text(path.read_text(encoding="utf-8") + f"Changed at {time.time_ns()}.\n")
    loading = loading_cpu = 0.0
    make, heard = local._make_worker, pool._Hand.heard

    def timed(*args: Any) -> Any:
        nonlocal loading, loading_cpu
        clock = Clock()
        worker: Any = make(*args)
        if name == "g":
            worker.annotator.full.get_pipe("attributions").component.sentences = "all"
        elif name in "cr":
            # packages and rules, and what the components read when a first text comes
            kinds = {path.suffix: str(path) for path in sorted(given.iterdir(), reverse=True)}
            worker.process(sources(list(kinds.values())))
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
    report = local.run(sources([str(given)]), Options(), output, jobs=0 if name == "d" else 1)
    total, cpu = clock.read()
    assert not report.failures, report.failures[:3]
    return {
        "seconds": total - loading,
        "cpu": cpu - loading_cpu,
        "total": total,
        "articles": report.records,
        "kept": report.kept,
        "entries": sum(report.entries.values()),
        **(_size(given) if name in "cr" else {"tokens": 0, "characters": 0}),
    }


def _size(folder: Path) -> dict[str, float]:
    """Return how many words and marks (by a blank pipeline), and characters, the texts have."""
    import spacy

    from custody_records.articles.read import read

    count = spacy.blank("xx").make_doc
    bodies = [article.body for path in folder.iterdir() for article in read(path)]
    return {"tokens": sum(len(count(b)) for b in bodies), "characters": sum(map(len, bodies))}


class Clock:
    """Time on the clock, and of this process on a processor, since it was made."""

    def __init__(self) -> None:
        self.begin = time.perf_counter(), time.process_time()

    def read(self) -> tuple[float, float]:
        """Return both, in seconds."""
        return time.perf_counter() - self.begin[0], time.process_time() - self.begin[1]


def _ratios(rounds: list[dict[str, dict[str, float]]], clock: str) -> dict[str, list[float]]:
    """Return comparison → [median, lowest, highest] over the rounds."""

    def over(of: str, to: str, what: str = clock) -> list[float]:
        if not {of, to} <= rounds[0].keys():
            return []
        return _spread([one[to][what] / one[of][what] for one in rounds])

    ratios = {f"{name}/a": over(name, "a") for name in ALL[1:] if name != "r"}
    ratios |= _russian(rounds, clock)
    ratios |= {
        "d/c": over("d", "c", "seconds"),
        "d/c, loading counted": over("d", "c", "total"),
        "e/c": over("e", "c"),
        "f/c": over("f", "c"),
        "g/c": over("g", "c"),
    }
    return {name: found for name, found in ratios.items() if found}


def _russian(rounds: list[dict[str, dict[str, float]]], clock: str) -> dict[str, list[float]]:
    """Return how much of Russian texts is done in a second, against c and a on English ones."""
    ratios = {}
    for other, unit in product("ac", ("tokens", "characters")):
        if {"r", other} <= rounds[0].keys():
            ratios[f"r/{other}, {unit}"] = _spread(
                (one["r"][unit] / one["r"][clock]) / (one[other][unit] / one[other][clock])
                for one in rounds
            )
    return ratios


def _spread(values: Iterable[float]) -> list[float]:
    """Return the median, the lowest and the highest of values."""
    ordered = sorted(values)
    return [round(v, 2) for v in (statistics.median(ordered), ordered[0], ordered[-1])]


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
    lines.append(f"{'':28}{'articles/s':>12}{'tokens/s':>12}{'peak MB':>10}")
    names = {
        "a": "a  stock pipeline",
        "b": "b  its NER alone",
        "o": "o  the same on OpenBLAS",
        "c": "c  whole way, one process",
        "d": "d  whole way, all cores",
        "e": "e  again, unchanged",
        "f": "f  again, 1 % changed",
        "g": "g  c, all attributions",
        "r": "r  c on Russian texts",
    }
    for name, one in result["median"].items():
        rate = one["articles"] / one["seconds"]
        per_token = (one.get("tokens") or tokens) / one["seconds"]
        lines.append(f"{names[name]:28}{rate:12.1f}{per_token:12.0f}{one['peak_mb']:10.0f}")
    for title, ratios in (("", result["ratios"]), ("processor time: ", result["cpu_ratios"])):
        lines += [
            f"{title}{name}: {median} x ({low} to {high})"
            for name, (median, low, high) in ratios.items()
        ]
    if result["stages"]:
        lines += stages.table(result["stages"])
    return "\n".join(lines)


if __name__ == "__main__":
    main()
