"""The cluster's engine on a real cluster on this machine: the same records, whatever dies."""
# ruff: noqa: E402 - whether the extra is there is asked before its parts are imported

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ray = pytest.importorskip("ray")

from custody_records.run import local
from custody_records.run.cluster import engine
from custody_records.run.cluster.engine import _Numbered
from custody_records.run.options import Options
from custody_records.run.plan import sources
from tests.benchmarks import copies
from tests.conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    ray.init(num_cpus=2, logging_level="ERROR", log_to_driver=False)
    yield
    ray.shutdown()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles, one of them twice, one with the id of another, one that is none."""
    folder = tmp_path_factory.mktemp("in")
    copies.make(ROOT / "corpus", folder, 40)
    story = (folder / "d001-0000.txt").read_text(encoding="utf-8")
    (folder / "z-copy.txt").write_text(story, encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / "sub" / "d001-0000.txt").write_text(story + "More.\n", encoding="utf-8")
    (folder / "empty.txt").write_text("")
    return folder


@pytest.fixture(scope="module")
def expected(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The local engine's outputs."""
    output = tmp_path_factory.mktemp("local")
    local.run(sources([str(corpus)]), Options(), output)
    return output


def records(output: Path) -> str:
    return "".join(path.read_text() for path in sorted((output / "records").iterdir()))


def same(output: Path, expected: Path) -> None:
    assert records(output) == (expected / "records.jsonl").read_text()
    assert (output / "run.json").read_bytes() == (expected / "run.json").read_bytes()
    for path in sorted((output / "bodies").iterdir()):
        for line in path.read_text().splitlines():
            row = json.loads(line)
            body = (expected / "bodies" / f"{row['id']}.txt").read_text(encoding="utf-8")
            assert row["body"] == body


def test_records_are_those_of_the_local_engine(
    corpus: Path, expected: Path, tmp_path: Path
) -> None:
    report = engine.run([str(corpus)], Options(), str(tmp_path / "out"), actors=2)
    assert (report.records, len(report.failures), report.duplicates) == (42, 1, 2)
    same(tmp_path / "out", expected)


def test_addresses_give_the_same_and_a_second_run_keeps_them(
    corpus: Path, expected: Path, tmp_path: Path
) -> None:
    output = f"file://{tmp_path}/out"
    engine.run([f"file://{corpus}"], Options(), output, actors=2)
    assert records(tmp_path / "out") == (expected / "records.jsonl").read_text()
    again = engine.run([f"file://{corpus}"], Options(), output, actors=2)
    assert again.kept == again.records == 42
    assert records(tmp_path / "out") == (expected / "records.jsonl").read_text()


class _Dies(_Numbered):
    """An actor that the system kills in the middle of its third shard, once."""

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        died = Path(self.job.output).parent / "died"
        if row["number"] == 2 and not died.exists():
            died.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__call__(row)


def test_an_actor_that_is_killed_midway_changes_nothing(
    corpus: Path, expected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_Numbered", _Dies)
    engine.run([str(corpus)], Options(), str(tmp_path / "out"), actors=2)
    assert (tmp_path / "died").exists()
    same(tmp_path / "out", expected)
