"""Time and memory of every export: the records of a run, copied until there are N articles.

    python -m tests.benchmarks.exports [--articles 20000] [--formats csv,sqlite,...]

Each format is written in a process of its own. Prints seconds, peak memory and size on disk.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from custody_records.outputs.exports import FORMATS
from custody_records.outputs.exports.source import Source
from custody_records.outputs.exports.write import write_formats
from tests.conftest import ROOT

EXTRACT = [sys.executable, "-c", "from custody_records.cli import main; main(prog_name='extract')"]


def main() -> None:
    """Make the records once, then write each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--alone", nargs=2, metavar=("FORMAT", "RECORDS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        measure(options.alone[0], Path(options.alone[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        records = multiply(Path(folder), options.articles)
        for name in options.formats.split(","):
            command = [sys.executable, "-m", __spec__.name, "--alone", name, str(records)]
            subprocess.run(command, check=True)  # noqa: S603 - this very module


def multiply(folder: Path, count: int) -> Path:
    """Run the shipped corpus and write its records and bodies over and over under new ids."""
    once = folder / "once"
    command = [*EXTRACT, "run", str(ROOT / "corpus"), "--output", str(once), "--quiet"]
    subprocess.run(command, check=True)  # noqa: S603 - our own command
    lines = (once / "records.jsonl").read_text(encoding="utf-8").splitlines()
    (folder / "bodies").mkdir()
    path = folder / "records.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            record = json.loads(lines[number % len(lines)])
            body = (once / "bodies" / f"{record['article']['id']}.txt").read_bytes()
            record["article"]["id"] = f"{number:06}"
            (folder / "bodies" / f"{number:06}.txt").write_bytes(body)
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def measure(name: str, records: Path) -> None:
    """Write one format and print its cost."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        written = write_formats([name], Source(records), Path(folder))
        seconds = time.perf_counter() - start
        size = sum(
            file.stat().st_size
            for path in written
            for file in ([path] if path.is_file() else path.rglob("*"))
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name:8} {seconds:7.1f} s  {peak:6} MiB at the peak  {size >> 20:5} MiB written")


if __name__ == "__main__":
    main()
