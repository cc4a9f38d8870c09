"""The same input, the same bytes: for any processes, order, hash seed, time zone and locale."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

ARTICLES = ("d003.txt", "d009.html", "d021.txt", "d058.txt")
STORY = "Бунт\n\nВ колонии ЛА-155/8 двое осуждённых избиты 3 мая 2019 года, сообщила мать.\n"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for name in ARTICLES:
        (folder / name).write_bytes((ROOT / "corpus" / name).read_bytes())
    (folder / "новость.txt").write_text(STORY, encoding="utf-8")
    return folder


def outputs(paths: list[str], place: Path, *options: str, **environment: str) -> dict[str, bytes]:
    """Run the command in a process of its own; return every file that it wrote, by name."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "custody_records", *paths, "--output", str(place), *options],
        env=os.environ | {"PYTHONPATH": str(ROOT / "pipeline")} | environment,
        cwd=place.parent,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    files = (path for path in sorted(place.rglob("*")) if path.is_file())
    return {
        os.fsencode(path.relative_to(place)).decode(): path.read_bytes()
        for path in files
        if not path.name.startswith(".")
    }


@pytest.fixture(scope="module")
def expected(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    found = outputs([str(corpus)], tmp_path_factory.mktemp("first") / "out", "--quiet")
    assert "bodies/новость.txt" in found
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "environment"),
    [
        pytest.param(("--jobs", "2"), {}, id="two processes"),
        pytest.param((), {"PYTHONHASHSEED": "1"}, id="another order of sets"),
        pytest.param((), {"TZ": "Pacific/Kiritimati"}, id="a day ahead"),
        pytest.param((), {"LC_ALL": "tr_TR.UTF-8"}, id="a Turkish locale"),
        pytest.param(
            (),
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            id="a locale without UTF-8",
        ),
    ],
)
def test_the_same_bytes(
    corpus: Path,
    expected: dict[str, bytes],
    tmp_path: Path,
    options: tuple[str, ...],
    environment: dict[str, str],
) -> None:
    assert outputs([str(corpus)], tmp_path / "out", "--quiet", *options, **environment) == expected


@pytest.mark.slow
def test_the_order_in_which_files_were_written_does_not_matter(
    corpus: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    other = tmp_path / "corpus"
    other.mkdir()
    for path in sorted(corpus.iterdir(), reverse=True):
        (other / path.name).write_bytes(path.read_bytes())
    assert outputs([str(other)], tmp_path / "out", "--quiet") == expected
