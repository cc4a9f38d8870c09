"""Help and version are printed before anything heavy is imported."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from custody_records.cli import COMMANDS, main

# What takes long to import, or imports what does.
HEAVY = ("spacy", "numpy", "scipy", "pydantic", "rich", "yaml", "trafilatura", "dateparser")


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["run", "--help"], []])
def test_help_and_version_import_nothing_heavy(args: list[str]) -> None:
    script = (
        "import sys\n"
        "from custody_records.cli import main\n"
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


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_tells_what_each_tells_of_itself(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.get_short_help_str(limit=200) == COMMANDS[name]


def test_help_lists_every_command() -> None:
    told = CliRunner().invoke(main, ["--help"]).output
    assert [name for name in COMMANDS if f"\n  {name}" not in told] == []
