"""Make the README's picture of the review page, from an article of the corpus.

    python -m tests.docs.review_picture

Needs Chromium and Playwright.
"""

import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from custody_records.review.serve import prepared
from custody_records.review.start import open_review
from custody_records.run.local import run
from custody_records.run.options import Options
from custody_records.run.plan import sources
from tests.browser import FLAGS, chromium
from tests.conftest import ROOT

ARTICLES = ("d003.txt", "d005.txt", "d007.txt", "d011.txt")


def main() -> None:
    """Review a little and take the picture."""
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        found = sources([str(ROOT / "corpus" / article) for article in ARTICLES])
        run(found, Options(), out)
        review = open_review(out / "records.jsonl", out / "gold.jsonl")
        with prepared(review, 0) as (address, serve, server), sync_playwright() as driver:
            thread = threading.Thread(target=serve)
            thread.start()
            browser = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
            page = browser.new_page(viewport={"width": 1400, "height": 860})
            page.goto(address)
            page.wait_for_selector("#entries .entry")
            for key in ("Shift+A", "m", "a", "a", "x", "a", "n"):
                page.keyboard.press(key)
            page.wait_for_selector("#entries .is-out")
            page.select_option("#field", "events")
            page.locator("#entries .entry").nth(1).click()
            page.keyboard.press("e")
            page.wait_for_selector("form.entry-form")
            page.screenshot(path=ROOT / "docs" / "review.png")
            browser.close()
            server.should_exit = True
            thread.join()


if __name__ == "__main__":
    main()
