"""What a command costs before it does anything: ratios of whole processes, run in turn.

``python -m tests.benchmarks.startup [--rounds N]`` compares ``extract --help`` with a Python that
imports click alone, and the first record of a run over one article with a Python that loads the
bare stock model and reads the same text. Medians over the rounds.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from custody_records.annotate.model.installed import resolve
from tests.conftest import ROOT

ARTICLE = ROOT / "corpus" / "d003.txt"
EXTRACT = [sys.executable, "-c", "from custody_records.cli import main; main(prog_name='extract')"]
STOCK = (
    "import spacy, pathlib; "
    f"spacy.load({resolve()!r})(pathlib.Path({str(ARTICLE)!r}).read_text(encoding='utf-8'))"
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        one = [*EXTRACT, "run", str(ARTICLE), "--output", folder, "--force", "--quiet"]
        for name, ours, other in (
            ("extract --help / import click", [*EXTRACT, "--help"], "import click"),
            ("one article / stock model and one article", one, STOCK),
        ):
            ratios = [seconds(ours) / seconds([sys.executable, "-c", other]) for _ in range(rounds)]
            print(f"{name:44}{statistics.median(ratios):6.2f}")


def seconds(command: list[str]) -> float:
    """Return how long a process takes."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=Path(ROOT))  # noqa: S603 - our own
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
