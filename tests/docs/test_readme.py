"""The README does what it says: its commands run in order, in a copy of the checkout's data.

A command's output, where the README shows it, is what the command prints (``...`` stands for
lines left out). Commands other than ``extract`` (pip, pytest, git) are run by ``.ci/run``.
"""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.snippets import Step, blocks, fits, steps

README = ROOT / "README.md"
# Shown for their form: they name files of the reader's own, or an address.
NOT_HERE = (
    "extract articles/ more/*.html --output results --jobs 0",
    "extract ingest letter.pdf story.docx http://example.org/feed.xml",
    "extract review articles/ --gold my-gold.jsonl",  # serves until it is stopped
    "extract rules check",  # minutes; run in tests/rulebook, rule by rule
)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpus and the rules, as a user has them."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("corpus", "docs", "rules"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def run(command: str, folder: Path) -> list[str]:
    """Return what a command prints, both streams, as lines."""
    words = shlex.split(command)
    program = [
        sys.executable,
        "-c",
        "from custody_records.cli import main; main(prog_name='extract')",
    ]
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "pipeline"),
        "NO_COLOR": "1",
        "COLUMNS": "160",
    }
    done = subprocess.run(  # noqa: S603 - the README's own commands
        [*program, *words[1:]], cwd=folder, env=environment, capture_output=True, text=True
    )
    return (done.stdout + done.stderr).splitlines()


@pytest.mark.slow
def test_commands_print_what_the_readme_shows(checkout: Path) -> None:
    ran = 0
    # The first block's second half: `pip install . && extract corpus/` is for a fresh machine.
    run("extract corpus/ --quiet", checkout)
    for step in steps(README):
        if step.command.split()[0] in ("cp", "sed"):
            edit(step, checkout)
        if step.command in NOT_HERE or step.command.split()[0] != "extract":
            continue
        printed = run(step.command, checkout)
        ran += 1
        if step.output:
            shown = "\n".join(step.output)
            assert fits(step.output, printed), (
                f"README.md:{step.line}: {step.command}\nshown:\n{shown}\nprinted:\n"
                + "\n".join(printed)
            )
    assert ran >= 2


def edit(step: Step, folder: Path) -> None:
    """Run the walk-through's own edit of a rule."""
    subprocess.run(shlex.split(step.command), cwd=folder, check=True)  # noqa: S603 - our README


def python(text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run Python code in a folder, with this checkout's package."""
    return subprocess.run(  # noqa: S603 - our own pages
        [sys.executable, "-c", text],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT / "pipeline")},
        capture_output=True,
        text=True,
    )


@pytest.mark.slow  # one of them reads what the README's commands have written
@pytest.mark.parametrize(("line", "text"), blocks(README, "python"))
def test_python_snippets_run(line: int, text: str, checkout: Path) -> None:
    done = python(text, checkout)
    assert done.returncode == 0, f"README.md:{line}\n{done.stderr}"
