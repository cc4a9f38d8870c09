"""A run that is killed at any point goes on, and ends with the bytes of an undisturbed one."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.benchmarks import copies
from tests.conftest import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups here"),
]
KILLS = 30
ARTICLES = 40
MAIN = "from custody_records.cli import main; main()"


def start(corpus: Path, output: Path, jobs: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", MAIN, "run", str(corpus), "--output", str(output)]
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        [*command, "--jobs", str(jobs), "--quiet"], cwd=ROOT, start_new_session=True
    )


def everything(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if not path.name.startswith(".")
    }


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    copies.make(ROOT / "corpus", folder, ARTICLES)
    return folder


def test_thirty_kills_leave_no_trace(corpus: Path, tmp_path: Path) -> None:
    begin = time.monotonic()
    assert start(corpus, tmp_path / "whole", 1).wait() == 0
    whole = time.monotonic() - begin
    expected = everything(tmp_path / "whole")
    assert len(expected) > ARTICLES
    chance = random.Random(20190731)  # noqa: S311 - any numbers will do, the same every time
    killed = folder = 0
    while killed < KILLS:
        # A folder is given up to five kills, early and late ones, then left to end.
        output = tmp_path / f"killed-{folder}"
        folder += 1
        for _ in range(5):
            process = start(corpus, output, jobs=chance.choice([1, 1, 2]))
            try:
                process.wait(timeout=chance.uniform(0.3, 1.0) * whole)
                break  # it came to its end
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                killed += 1
            left = everything(output) if output.exists() else {}
            assert set(left) <= set(expected)
            torn = [name for name, data in left.items() if data != expected[name]]
            assert torn == [], "a file is whole or not there"
        assert start(corpus, output, jobs=1).wait() == 0
        assert everything(output) == expected
        assert not list(output.rglob("*.part")), "nothing half written stays"


def test_two_runs_at_once_into_one_folder(corpus: Path, tmp_path: Path) -> None:
    assert start(corpus, tmp_path / "whole", 1).wait() == 0
    both = [start(corpus, tmp_path / "shared", 1) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert everything(tmp_path / "shared") == everything(tmp_path / "whole")


def test_an_interrupted_run_says_how_to_go_on(tmp_path: Path) -> None:
    copies.make(ROOT / "corpus", tmp_path / "in", 200)  # more than is done before the signal comes
    # A process started in the background ignores the signal, and so would its children.
    listens = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {MAIN}"
    command = [sys.executable, "-c", listens, "run", str(tmp_path / "in"), "--output"]
    command.append(str(tmp_path / "out"))
    process = subprocess.Popen(  # noqa: S603 - our own interpreter
        [*command, "--jobs", "2", "--force"], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    store = tmp_path / "out" / ".store"
    while not store.exists():
        time.sleep(0.05)
    time.sleep(1.0)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 130
    assert told.strip() == "stopped; what is finished is kept, the same command goes on"
