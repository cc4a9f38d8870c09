"""Time and memory of the comparison: the shipped gold, copied until there are N articles.

    python -m tests.benchmarks.evaluate [--articles 10000]

Prints processor time and peak memory at a tenth of the articles and at all of them, each in a
process of its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from custody_records.compare.gold.read import Records
from custody_records.compare.score import score
from custody_records.compare.summary import summarise

GOLD = Path(__file__).resolve().parents[2] / "corpus" / "gold.jsonl"


def main() -> None:
    """Run the comparison at both sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        measure(options.articles)
        return
    for count in (options.articles // 10, options.articles):
        command = [sys.executable, "-m", __spec__.name, "--alone", "--articles", str(count)]
        subprocess.run(command, check=True)  # noqa: S603 - this very module


def measure(count: int) -> None:
    """Compare ``count`` records with gold, up to six entries of each field dropped."""
    with tempfile.TemporaryDirectory() as folder:
        gold, ours = Path(folder, "gold.jsonl"), Path(folder, "records.jsonl")
        write(count, gold, ours)
        start = time.process_time()
        summarise(score(Records(ours), Records(gold)))
        seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count} articles: {seconds:.1f} s processor time, {peak} MiB at the peak")


def write(count: int, gold: Path, ours: Path) -> None:
    """Write both files, an article a line."""
    shipped = list(Records(GOLD).values())
    with gold.open("w", encoding="utf-8") as right, ours.open("w", encoding="utf-8") as left:
        for number in range(count):
            record = shipped[number % len(shipped)]
            record["article"]["id"] = f"{number:06}"
            right.write(json.dumps(record) + "\n")
            cut = {k: v[number % 7 :] if isinstance(v, list) else v for k, v in record.items()}
            left.write(json.dumps(cut) + "\n")


if __name__ == "__main__":
    main()
