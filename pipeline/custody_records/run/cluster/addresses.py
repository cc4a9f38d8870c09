"""Where a cluster reads and writes: local paths, or any address that fsspec knows (s3://, gs://)."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fsspec

from custody_records.articles.read import is_article
from custody_records.run.plan import is_hidden, sources


@dataclass(frozen=True, slots=True)
class Remote:
    """A source anywhere; ``name`` is its path within the corpus."""

    address: str
    name: str


class Folder:
    """A folder anywhere that files are written into, whole or not at all."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._fs, self._root = fsspec.core.url_to_fs(address)

    def write(self, name: str, data: bytes) -> None:
        """Write a file: beside its place and then moved, where the system is one of files.

        An object store shows an object when it is complete, and moving one means copying it.
        """
        path = posixpath.join(self._root, name)
        self._fs.makedirs(posixpath.dirname(path), exist_ok=True)
        if "file" in self._fs.protocol:
            beside = Path(path).with_name(f".{Path(path).name}.part")
            beside.write_bytes(data)
            beside.replace(path)
        else:
            self._fs.pipe_file(path, data)

    def read(self, name: str) -> bytes | None:
        """Return a file's bytes, None if it is not there."""
        try:
            data: bytes = self._fs.cat_file(posixpath.join(self._root, name))
        except FileNotFoundError:
            return None
        return data

    def keep_only(self, names: Iterable[str], folder: str) -> None:
        """Remove the files of one of our folders that are not among ``names``."""
        place = posixpath.join(self._root, folder)
        kept = {posixpath.basename(name) for name in names}
        for path in self._fs.ls(place, detail=False) if self._fs.exists(place) else ():
            if posixpath.basename(path) not in kept:
                self._fs.rm_file(path)


def remotes(paths: Iterable[str]) -> list[Remote]:
    """Return every source once: as ``plan.sources`` for local paths, the same rules elsewhere."""
    found: dict[str, Remote] = {}
    for given in paths:
        if "://" not in given:
            for source in sources([given]):
                address = str(source.path.absolute())
                found.setdefault(address, Remote(address, source.name))
            continue
        fs, root = fsspec.core.url_to_fs(given)
        for path in _inside(fs, root) if fs.isdir(root) else [root]:
            name = posixpath.relpath(path, root) if path != root else posixpath.basename(path)
            found.setdefault(fs.unstrip_protocol(path), Remote(fs.unstrip_protocol(path), name))
    return list(found.values())


def fetch(source: Remote, folder: Path) -> Path:
    """Return a local path with the source's own file name and its bytes. Raises OSError."""
    if "://" not in source.address:
        return Path(source.address)
    path = folder / posixpath.basename(source.name)
    fs, root = fsspec.core.url_to_fs(source.address)
    fs.get_file(root, str(path))
    return path


def _inside(fs: Any, root: str) -> list[str]:
    found = []
    for path in fs.find(root):
        *folders, name = posixpath.relpath(path, root).split("/")
        if is_article(name) and not any(map(is_hidden, folders)):
            found.append((posixpath.relpath(path, root), path))
    return [path for _, path in sorted(found)]
