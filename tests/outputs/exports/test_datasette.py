"""The database as Datasette opens it with the README's one command, seen in a real browser."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from custody_records.outputs.exports.source import Source
from tests.browser import FLAGS, chromium
from tests.outputs.exports.test_command import RECORD, export

pytest.importorskip("datasette")
pytestmark = pytest.mark.slow
Make = Callable[[list[dict[str, Any]], dict[str, str]], Source]


@pytest.fixture
def served(source_of: Make) -> Iterator[str]:
    """``datasette FOLDER`` on a free port of this machine."""
    source = source_of([RECORD], {"a": "Ada Bo left."})
    assert export(source, "sqlite").exit_code == 0
    # What the folder of a run holds beside it must not disturb.
    (source.path.parent / ".store.sqlite").write_bytes(b"")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", str(source.path.parent), "--port", str(port)]
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


def test_titles_facets_and_tables_are_there(served: str, tmp_path: Path) -> None:
    def page(path: str) -> str:
        command = [chromium(), *FLAGS, f"--user-data-dir={tmp_path}", "--dump-dom", served + path]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)  # noqa: S603 - our own
        return done.stdout

    assert "custody-records" in page("/")  # the metadata beside the database was read
    people = page("/records/people")
    assert "Ada Bo" in people
    assert "facet" in people
    assert "people_with_roles" in page("/records")
