"""A headless Chromium for the tests that need one: Debian's, or any on the path.

``visit`` (a fixture) opens pages in it with Playwright, ``violations`` runs axe-core on one;
``dom`` only dumps what a page's scripts have made.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
]
DESKTOP = (1280, 800)
PHONE = (390, 844)
Visit = Callable[..., Any]


def chromium() -> str:
    """Return the browser's path; skip the test where there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    pytest.skip("no Chromium on this machine")


def dom(page: Path, profile: Path, *flags: str) -> str:
    """Return the page's document as it stands after its scripts have run."""
    command = [chromium(), *FLAGS, f"--user-data-dir={profile}", *flags]
    command += ["--virtual-time-budget=5000", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)  # noqa: S603 - our own page
    return done.stdout


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser a test module: Playwright's event loop must not outlive the module."""
    playwright = pytest.importorskip("playwright.sync_api")
    path = chromium()
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Visit]:
    """Open a file or an address; fails at the end if a page's script or policy complained.

    ``visit(path, anchor="#x", size=PHONE, dark=True)`` returns a Playwright page, in a context
    of its own that nothing but that address is reachable from.
    """
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_page(
        place: Path | str, anchor: str = "", *, size: tuple[int, int] = DESKTOP, dark: bool = False
    ) -> Any:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            has_touch=size == PHONE,
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on(
            "console",
            lambda line: complaints.append(line.text) if line.type == "error" else None,
        )
        page.goto((place.as_uri() if isinstance(place, Path) else place) + anchor)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


def violations(page: Any) -> list[str]:
    """Return what axe-core finds wrong with a page: the rule, and each element it names."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    return [
        f"{found['id']}: {node['html'][:160]} ({node.get('failureSummary', '')[:200]})"
        for found in axe.run(page).response["violations"]
        for node in found["nodes"]
    ]
