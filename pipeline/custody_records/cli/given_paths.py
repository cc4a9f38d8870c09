"""The paths that a command is given: what is not there is wrong usage, with what was meant."""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from glob import glob
from pathlib import Path

import click


def check(paths: Sequence[str]) -> None:
    """Raise UsageError for paths that are neither there nor a glob that matches something.

    A typo must not read as "no articles": the records of the last run would be emptied.
    """
    lost = [path for path in paths if path != "-" and not _is_there(path)]
    if lost:
        told = "; ".join(f"{path!r}: no such file or folder{_meant(path)}" for path in lost)
        raise click.UsageError(f"{told} (nothing was read, and no output is changed)")


def _is_there(path: str) -> bool:
    return os.path.lexists(path) or bool(glob(path, recursive=True))  # noqa: PTH207 - as plan reads it


def _meant(path: str) -> str:
    """Return what the user may have meant: a command, or a file of that folder, by its spelling."""
    from custody_records.cli import COMMANDS

    commands = get_close_matches(path, COMMANDS, 1, 0.75)
    if commands:
        return f", and no such command; did you mean extract {commands[0]}?"
    place = Path(path)
    try:
        names = sorted(found.name for found in place.parent.iterdir())
    except OSError:
        return ""
    near = get_close_matches(place.name, names, 1, 0.75)
    return f"; did you mean {place.parent / near[0]}?" if near else ""
