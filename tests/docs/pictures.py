"""Make the README's pictures from the shipped corpus, in a headless Chromium.

    python -m tests.docs.pictures

Needs Chromium; ``docs/datasette.png`` also needs Datasette (``pip install datasette``).
"""

import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser import FLAGS, chromium
from tests.conftest import ROOT
from tests.docs import review_picture

DOCS = ROOT / "docs"
EXTRACT = [sys.executable, "-c", "from custody_records.cli import main; main(prog_name='extract')"]
PORT = 8017
SIZE = {"width": 1400, "height": 860}


def main() -> None:
    """Run the corpus through and take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "outputs")
        comparison = Path(folder, "comparison.html")
        # In a folder of its own, by relative paths: no path of this machine is in a picture.
        shutil.copytree(ROOT / "corpus", Path(folder, "corpus"))
        for command in (
            "run corpus --quiet",
            "export report sqlite",
            "evaluate outputs/records.jsonl --gold corpus/gold.jsonl --html comparison.html",
        ):
            subprocess.run([*EXTRACT, *command.split()], cwd=folder, check=True)  # noqa: S603 - ours
        report = (out / "report.html").as_uri()
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
            page = browser.new_page(viewport=SIZE)
            shoot(page, f"{report}#article/d003", "report.png", choose_facility)
            shoot(page, f"{report}#overview", "overview.png")
            shoot(page, f"{report}#facility/LA-155-8", "facilities.png")
            shoot(page, comparison.as_uri(), "comparison.png")
            with datasette(out) as address:
                shoot(page, f"{address}/records/events", "datasette.png", show_rows)
            browser.close()
    review_picture.main()


def shoot(page: Any, address: str, name: str, act: Callable[[Any], None] | None = None) -> None:
    """Write one picture to ``docs/``, after something has been done on the page."""
    page.goto("about:blank")  # an address that differs in its anchor alone would not load again
    page.goto(address)
    if act:
        act(page)
    page.wait_for_timeout(300)
    page.screenshot(path=DOCS / name)


def choose_facility(page: Any) -> None:
    """Open a value in the panel, as a reader would."""
    page.locator(".panel .value").first.click()


def show_rows(page: Any) -> None:
    """Scroll past the description of the table's columns."""
    page.locator(".facet-results").evaluate("facets => facets.scrollIntoView()")


@contextmanager
def datasette(out: Path) -> Iterator[str]:
    """Serve the database on this machine."""
    served = subprocess.Popen(  # noqa: S603 - our own database
        [sys.executable, "-m", "datasette", "serve", str(out), "--port", str(PORT)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{PORT}"
    try:
        for _ in range(60):
            try:
                urllib.request.urlopen(address, timeout=2)
                break
            except OSError:
                time.sleep(0.5)
        yield address
    finally:
        served.terminate()
        served.wait()


if __name__ == "__main__":
    main()
