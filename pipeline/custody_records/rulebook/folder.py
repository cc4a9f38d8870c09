"""A folder of rules: found, and checked before it is used."""

import re
from functools import cache
from pathlib import Path

from custody_records.rulebook.file import RuleError, text_of

_PACKAGE = Path(__file__).resolve().parents[1]
_SUFFIXES = frozenset([".yaml", ".yml", ".csv"])
# Files that are found by their folder, not by name: each type of event has one of its own.
_OPEN = re.compile(r"events/[^/]+\.yaml")

# What is read before a folder of rules is chosen.
_ALWAYS_OWN = "reading/"


def rule_files(folder: Path) -> list[str]:
    """Return the rule files below a folder as relative POSIX paths, sorted, without hidden ones."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.suffix in _SUFFIXES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def check_folder(folder: Path) -> None:
    """Raise RuleError that names every file which nothing reads, and every one that is missing.

    The package's own rules are the measure: a test holds that each of their files is read.
    """
    known = rule_files(rules_dir())
    found = rule_files(folder)
    unread = sorted(set(found) - set(known))
    problems = [
        f"{folder / name}:1: nothing reads a file of this name: its rules go into "
        f"{_nearest(name, known)}"
        for name in unread
        if not _OPEN.fullmatch(name)
    ]
    problems += [
        f"{folder / name}:1: is missing: copy it from {rules_dir() / name}"
        for name in sorted(set(known) - set(found))
        if not _OPEN.fullmatch(name)
    ]
    problems += [
        f"{folder / name}:1: has no effect: files are decoded and dated by the package's own "
        f"rules, before a folder of rules is chosen; copy {rules_dir() / name} over it"
        for name in sorted(set(found) & set(known))
        if name.startswith(_ALWAYS_OWN) and text_of(folder / name) != text_of(rules_dir() / name)
    ]
    if problems:
        raise RuleError("\n".join(problems))


def _nearest(name: str, known: list[str]) -> str:
    """Return the files of the same folder, or the folders that there are."""
    place = name.rpartition("/")[0]
    beside = [other for other in known if other.rpartition("/")[0] == place]
    if beside:
        return "one of " + ", ".join(beside)
    return "a file of one of the folders " + ", ".join(sorted({n.partition("/")[0] for n in known}))


def rules_dir(override: str | Path | None = None) -> Path:
    """Return the folder of rules.

    A normal install carries them inside the package (``custody_records/rules``); in a checkout they
    stand at its top (``rules/``). Raises FileNotFoundError if the folder is not there.
    """
    if override is not None:
        found = Path(override)
        if not found.is_dir():
            raise FileNotFoundError(f"{found}: no such folder of rules")
        return found
    return _packaged()


@cache
def _packaged() -> Path:
    for found in (_PACKAGE / "rules", _PACKAGE.parents[1] / "rules"):
        if found.is_dir():
            return found
    raise FileNotFoundError("the package has lost its rules: reinstall it, or pass --rules DIR")
