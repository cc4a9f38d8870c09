"""Make the README's pictures from the shipped corpus, in a headless Chromium.

    python -m tests.docs.pictures

Needs Chromium; ``docs/datasette.png`` also needs Datasette (``pip install datasette``).
"""

import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.browser import FLAGS, chromium
from tests.conftest import ROOT

DOCS = ROOT / "docs"
EXTRACT = [sys.executable, "-c", "from custody_records.cli import main; main(prog_name='extract')"]
PORT = 8017


def main() -> None:
    """Run the corpus through and take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "outputs")
        page = Path(folder, "comparison.html")
        gold = str(ROOT / "corpus" / "gold.jsonl")
        for command in (
            ["run", str(ROOT / "corpus"), "--output", str(out), "--quiet"],
            ["export", "report", "sqlite", "--from", str(out / "records.jsonl")],
            ["evaluate", str(out / "records.jsonl"), "--gold", gold, "--html", str(page)],
        ):
            subprocess.run([*EXTRACT, *command], check=False)  # noqa: S603 - our own commands
        shoot(f"{(out / 'report.html').as_uri()}#view-articles", "report.png", folder)
        shoot(f"{(out / 'report.html').as_uri()}#view-facilities", "facilities.png", folder)
        shoot(page.as_uri(), "comparison.png", folder)
        datasette(out, folder)


def shoot(address: str, name: str, folder: str) -> None:
    """Write one picture to ``docs/``."""
    command = [chromium(), *FLAGS, f"--user-data-dir={folder}/profile", "--window-size=1400,860"]
    command += ["--virtual-time-budget=4000", f"--screenshot={DOCS / name}", address]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own pages


def datasette(out: Path, folder: str) -> None:
    """Serve the database on this machine and take its picture."""
    served = subprocess.Popen(  # noqa: S603 - our own database
        [sys.executable, "-m", "datasette", "serve", str(out), "--port", str(PORT)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{PORT}/records/events"
        for _ in range(60):
            try:
                urllib.request.urlopen(address, timeout=2)
                break
            except (urllib.error.URLError, OSError):
                time.sleep(0.5)
        shoot(f"{address}?_facet=type&_facet=status", "datasette.png", folder)
    finally:
        served.terminate()
        served.wait()


if __name__ == "__main__":
    main()
