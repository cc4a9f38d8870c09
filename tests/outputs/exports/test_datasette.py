"""The database as Datasette opens it with the README's one command, seen in a real browser."""

import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest

from custody_records.outputs.exports.source import Source
from custody_records.run.local import STORE
from custody_records.run.store import Store
from tests.browser import Visit
from tests.outputs.exports import hostile
from tests.outputs.exports.test_command import export
from tests.outputs.exports.test_workbook import record_of

pytest.importorskip("datasette")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """``datasette FOLDER`` on a free port of this machine."""
    folder = tmp_path_factory.mktemp("run")
    texts = ["Ada Bo", *hostile.TEXTS.values()]
    records = [record_of(f"a{n}", text, f"javascript:{text}") for n, text in enumerate(texts)]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "records.jsonl").write_text(lines, encoding="utf-8")
    assert export(Source(folder / "records.jsonl"), "sqlite").exit_code == 0
    Store(folder / STORE)  # what the folder of a run holds beside it must not be served
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(80):
            try:
                urllib.request.urlopen(address, timeout=2)
                break
            except OSError:
                time.sleep(0.25)
        yield address
    finally:
        process.terminate()
        process.wait()


def test_the_database_alone_is_served_with_facts_first(served: str, visit: Visit) -> None:
    page = visit(served)
    assert "custody-records" in page.inner_text("h1")
    assert page.locator("h2 a").all_inner_texts() == ["records"]
    page = visit(f"{served}/records/events")
    heads = [head.split()[0] for head in page.locator("th").all_inner_texts()]
    assert heads[:5] == ["id", "event", "date", "date_precision", "type"]
    facets = page.locator(".facet-info-name strong").all_inner_texts()
    assert sorted(f.split()[0] for f in facets) == ["facility", "status", "told", "type"]
    assert "To whom it happened" in page.content()


def test_evidence_is_searched_and_questions_are_asked(served: str, visit: Visit) -> None:
    page = visit(f"{served}/records/events?_search=Ada")
    assert page.locator("table.rows-and-columns tbody tr").count() == 1
    page = visit(f"{served}/records/events_of_a_facility?facility=Ada+Bo")
    assert "Riot or protest" in page.locator("table").last.inner_text()
    page = visit(f"{served}/records")
    assert {"Who denies what?"} <= set(page.locator("li a").all_inner_texts())


@pytest.mark.parametrize("table", ["events", "articles", "people"])
def test_hostile_text_stays_text(served: str, visit: Visit, table: str) -> None:
    page = visit(f"{served}/records/{table}?_size=100")
    assert "PWNED" not in page.title()
    assert page.locator("td img, td script, td svg, a[href^=javascript]").count() == 0
    assert "<script>" in page.locator("table.rows-and-columns").inner_text()
