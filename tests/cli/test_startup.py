"""Help and version are printed before anything heavy is imported."""

import subprocess
import sys

import pytest

# What takes long to import, or imports what does.
HEAVY = ("spacy", "numpy", "scipy", "pydantic", "rich", "yaml", "trafilatura", "dateparser")


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["run", "--help"], []])
def test_help_and_version_import_nothing_heavy(args: list[str]) -> None:
    script = (
        "import sys\n"
        "from pipeline.cli import main\n"
        f"sys.argv = ['extract', *{args!r}]\n"
        "try:\n"
        "    main()\n"
        "except SystemExit as end:\n"
        "    print('exit', end.code)\n"
        f"print('imported', [name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "imported []" in done.stdout
    assert "extract" in done.stdout + done.stderr
