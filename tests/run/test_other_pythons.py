"""The same bytes from every Python that is promised: those of them that are on the PATH."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

VERSIONS = ("3.11", "3.12", "3.13")
ARTICLES = ("d003.txt", "d009.html", "d021.txt", "d058.txt")
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


def run(*command: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - our own commands
        [str(part) for part in command], capture_output=True, text=True, check=False
    )


def installed(version: str, folder: Path) -> Path:
    """Return the Python of a new environment with the package; skip where there is none."""
    python = shutil.which(f"python{version}")
    if python is None or run(python, "-c", "import ensurepip").returncode:
        pytest.skip(f"no Python {version} here")
    if run(python, "-m", "venv", folder).returncode:
        pytest.skip(f"Python {version} makes no environments here")
    inside = folder / "bin" / "python"
    got = run(inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ROOT)
    if got.returncode:
        pytest.skip(f"cannot be installed here: {got.stderr.strip()[-200:]}")
    return inside


def extracted(python: str | Path, corpus: Path, output: Path) -> dict[str, bytes]:
    """Return the records, tables and texts; ``run.json`` names the Python."""
    alone = "-I" if python != sys.executable else "-P"  # no code of this checkout for the other
    done = run(python, alone, "-m", "custody_records", corpus, "--output", output, "--quiet")
    assert done.returncode == 0, done.stderr
    files = (
        path for path in sorted(output.rglob("*")) if path.suffix in (".jsonl", ".csv", ".txt")
    )
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


@pytest.mark.slow
@pytest.mark.parametrize("version", [version for version in VERSIONS if version != HERE])
def test_another_python_gives_the_same_bytes(tmp_path: Path, version: str) -> None:
    other = installed(version, tmp_path / "venv")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ARTICLES:
        shutil.copy(ROOT / "corpus" / name, corpus)
    expected = extracted(sys.executable, corpus, tmp_path / "here")
    assert len(expected) > len(ARTICLES)
    assert extracted(other, corpus, tmp_path / "there") == expected
