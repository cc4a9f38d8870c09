"""Keep what was made of a folder of rules until one of the files it was made of changes."""

import os
from collections import OrderedDict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from custody_records.rulebook.folder import rules_dir

Made = TypeVar("Made")
_KEPT = 4  # folders
# Files by name with their time of change (ns) and size (bytes).
_Stamp = tuple[tuple[str, int, int], ...]


def kept(*places: str) -> Callable[[Callable[[Path], Made]], Callable[[Path], Made]]:
    """Decorate a function of a folder of rules that reads the files or folders ``places``.

    The folder is known by its absolute path, so that ``--rules mine`` from another directory is
    another folder. The package's own rules are taken not to change while it runs.
    """

    def decorate(make: Callable[[Path], Made]) -> Callable[[Path], Made]:
        held: OrderedDict[str, tuple[_Stamp, Made]] = OrderedDict()

        def get(rules: Path) -> Made:
            name = os.path.abspath(rules)  # noqa: PTH100 - resolve() asks the disk at each part
            stamp = () if rules == rules_dir() else tuple(_stamp(rules, places))
            if name not in held or held[name][0] != stamp:
                held[name] = (stamp, make(rules))
                while len(held) > _KEPT:
                    held.popitem(last=False)
            return held[name][1]

        return get

    return decorate


def _stamp(rules: Path, places: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    for place in places:
        within = sorted((rules / place).rglob("*")) if (rules / place).is_dir() else [rules / place]
        for path in within:
            if path.is_file():
                about = path.stat()
                yield path.as_posix(), about.st_mtime_ns, about.st_size
