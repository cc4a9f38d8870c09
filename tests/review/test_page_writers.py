"""Several who write, and a server that is killed: no decision is lost unseen."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from custody_records.review.session import Review
from tests.review.conftest import Serve
from tests.review.test_page import kept, press, ready, said


@contextmanager
def opened(browser: Any, address: str) -> Iterator[Any]:
    """A tab of its own, whose complaints about refused requests are expected."""
    context = browser.new_context()
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(address)
    yield ready(page)
    context.close()


def test_the_second_of_two_tabs_is_told_and_can_do_it_again(
    browser: Any, serve: Serve, review: Review, gold: Path
) -> None:
    address = serve(review)
    with opened(browser, address) as mine, opened(browser, address) as theirs:
        press(mine, "a")
        said(mine, "accepted")
        press(theirs, "n", "x")  # IK-6, knowing nothing of it
        theirs.wait_for_selector("#alert:has-text('changed elsewhere')")
        assert len(kept(gold, "one")["decisions"]) == 1  # the first one's stands
        assert theirs.locator("#entries .is-in").count() == 1  # and is shown
        theirs.get_by_role("button", name="Make my change again").click()
        theirs.wait_for_selector("#entries .is-out")
        verdicts = {d["verdict"] for d in kept(gold, "one")["decisions"].values()}
        assert verdicts == {"accepted", "rejected"}


def test_a_refused_value_is_told_in_its_form(
    browser: Any, serve: Serve, review: Review, gold: Path
) -> None:
    with opened(browser, serve(review)) as page:
        page.select_option("#field", "dates")
        page.locator("#entries .entry").first.click()
        press(page, "e")
        page.locator("form [name=value]").fill("2019-02-30")
        page.locator("form [name=value]").press("Enter")
        page.wait_for_selector("form .error:has-text('day is out of range')")
        page.locator("form [name=value]").fill("2019-02-28")
        page.locator("form [name=value]").press("Enter")
        said(page, "saved: 2019-02-28")


_SERVE = """
import sys
from pathlib import Path
from custody_records.review.serve import serve
from custody_records.review.start import open_review
review = open_review(*map(Path, sys.argv[1:]))
serve(review, port=0, ready=lambda address: print(address, flush=True))
"""


def _start(run: Path, gold: Path) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-c", _SERVE, str(run), str(gold)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
    assert server.stdout
    return server, server.stdout.readline().strip()


def test_a_kill_in_the_middle_loses_nothing_that_was_kept(
    browser: Any, run: Path, gold: Path
) -> None:
    server, address = _start(run, gold)
    with opened(browser, address) as page:
        press(page, "a", "a")
        said(page, "accepted: IK-6")
        server.send_signal(signal.SIGKILL)
        server.wait()
        before = kept(gold, "one")
        press(page, "x")
        page.wait_for_selector("#alert:has-text('The server does not answer')")
        # What was not kept is not shown as if it were.
        assert page.locator("#entries .is-out").count() == 0
    server, address = _start(run, gold)
    try:
        with opened(browser, address) as page:
            assert kept(gold, "one") == before
            assert page.locator("#entries .is-in").count() == 2
            press(page, "x")
            said(page, "rejected: Anton Berg")
    finally:
        server.terminate()
        server.wait()
    assert len(kept(gold, "one")["decisions"]) == 3
