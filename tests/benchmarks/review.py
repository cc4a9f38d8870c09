"""How long the review page takes to open an article of 200 kB, beside the report page.

    python -m tests.benchmarks.review [KILOBYTES]

The article is the corpus repeated, each time with other names. Times are medians of several, in
milliseconds: to open (until the values are on the page), to keep a decision (until it is shown),
and between two frames while the text is scrolled from top to bottom. A bare page, of the same
server, is what the browser itself takes.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from custody_records.outputs.exports.source import Source
from custody_records.outputs.exports.write import write_formats
from custody_records.run.local import run
from custody_records.run.options import Options
from custody_records.run.plan import sources
from tests.benchmarks import copies
from tests.browser import FLAGS, chromium
from tests.conftest import ROOT

TIMES = 3
FRAMES = """async (id) => {
  const pane = document.getElementById(id) || document.scrollingElement;
  const steps = [];
  let last = performance.now();
  for (let top = 0; top < pane.scrollHeight; top += 400) {
    pane.scrollTop = top;
    const now = await new Promise(requestAnimationFrame);
    steps.push(now - last);
    last = now;
  }
  return steps;
}"""


def main(kilobytes: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        records = extracted(folder, kilobytes)
        write_formats(("report",), Source(records), folder)
        report = f"{(folder / 'report.html').as_uri()}#article/long"
        browser = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
        with served(records, folder / "gold.jsonl") as address:
            opened(browser, address)  # the server has read the records
            show("bare page", [opened(browser, _style(address), "body")[0] for _ in range(TIMES)])
            show("review: open", [opened(browser, address)[0] for _ in range(TIMES)])
            page = opened(browser, address)[1]
            print(f"  {page.locator('#entries .entry').count()} entries")
            show("review: decide", [decided(page) for _ in range(TIMES)])
            show("review: frame", page.evaluate(FRAMES, "article"))
        show("report: open", [opened(browser, report, ".text mark")[0] for _ in range(TIMES)])
        browser.close()


def _style(address: str) -> str:
    return address.partition("#")[0] + "static/review/page.css"


@contextmanager
def served(records: Path, gold: Path) -> Iterator[str]:
    """Serve a review in a process of its own, as users do; give its address."""
    command = [sys.executable, "-m", "custody_records", "review", "--no-browser"]
    server = subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--records", str(records), "--gold", str(gold)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout
    try:
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.wait()


def extracted(folder: Path, kilobytes: int) -> Path:
    """Return the records of a run over one long article."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("corpus/d*.txt"))]
    stories = [text.split("---", 2)[-1].strip() for text in texts]
    times = 1 + kilobytes * 1000 // sum(map(len, stories))
    whole = "\n\n".join(copies.distinct(story, n) for n in range(times) for story in stories)
    (folder / "in").mkdir()
    # Nothing of it is site furniture: "Related stories" in the middle would end the story.
    text = "---\ncleaned: true\n---\n" + whole[: kilobytes * 1000]
    (folder / "in" / "long.txt").write_text(text, encoding="utf-8")
    run(sources([str(folder / "in")]), Options(timeout=0), folder / "out")
    return folder / "out" / "records.jsonl"


def opened(browser: Any, address: str, sign: str = "#entries .entry") -> tuple[float, Any]:
    """Return the milliseconds until a page shows its values, and the page."""
    page = browser.new_page()
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(sign, state="attached")
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    return 1000 * (time.perf_counter() - start), page


def decided(page: Any) -> float:
    """Return the milliseconds from a key to the next undecided entry."""
    done = page.locator("#entries .is-in").count()
    start = time.perf_counter()
    page.keyboard.press("a")
    page.wait_for_selector(f":nth-match(#entries .is-in, {done + 1})", state="attached")
    return 1000 * (time.perf_counter() - start)


def show(what: str, times: list[float]) -> None:
    """Print the median and the worst of some times."""
    print(f"{what:16} {statistics.median(times):7.0f} ms, worst {max(times):7.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
