"""Which files a run reads: files, folders and globs, in one stable order."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from glob import glob
from pathlib import Path

from custody_records.articles.read import is_about_articles, is_article

# Files of many articles, a row each: read in a stream, each row a piece of work of its own.
_OF_ROWS = frozenset({".jsonl"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; ``name`` is its path within the corpus, with ``/`` between folders."""

    path: Path
    name: str

    @property
    def has_rows(self) -> bool:
        """Whether the file holds many articles."""
        return self.path.suffix.casefold() in _OF_ROWS


def sources(
    paths: Iterable[str], *, output: Path | None = None, skipped: list[str] | None = None
) -> list[Source]:
    """Return every source once: the paths in the order given, what a folder or glob holds sorted.

    A path that is not there, or a folder without articles, is returned as it stands, for reading
    to report. ``output`` is
    passed over where it lies within a folder that is read. Files of a folder that are no
    articles by their suffix are added to ``skipped``, as their paths within the corpus.
    """
    written = output.resolve() if output else None
    found: dict[str, Source] = {}
    for given in paths:
        for path in _expand(given):
            inside = _walk(path, written, skipped) if path.is_dir() else []
            inside = inside or [Source(path, _printable(path.name))]
            for source in inside:
                found.setdefault(os.path.abspath(source.path), source)  # noqa: PTH100 - no disk access
    return list(found.values())


def is_hidden(name: str) -> bool:
    """Tell whether a folder within a folder is passed over, by its name."""
    return name.startswith((".", "_")) or name.endswith(".review")  # beside gold, its review


def _printable(name: str) -> str:
    """Return a file's name as UTF-8 says it, whatever the locale; what is none is replaced."""
    return os.fsencode(name).decode("utf-8", "replace")


def _expand(given: str) -> list[Path]:
    if os.path.lexists(given):  # a name with [ or * in it, printed as it is
        return [Path(given)]
    return [Path(name) for name in sorted(glob(given, recursive=True)) or [given]]  # noqa: PTH207 - it may be absolute


def _walk(folder: Path, written: Path | None, skipped: list[str] | None) -> list[Source]:
    files: list[Source] = []
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = [
            name for name in folders if not is_hidden(name) and (here / name).resolve() != written
        ]
        for name in names:
            path = here / name
            inside = _printable(path.relative_to(folder).as_posix())
            if is_article(name):
                files.append(Source(path, inside))
            elif skipped is not None and not is_about_articles(name):
                skipped.append(inside)
    return sorted(files, key=lambda source: source.name)
