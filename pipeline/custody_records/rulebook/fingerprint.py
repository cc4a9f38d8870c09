"""One hash for a whole folder of rules: two runs with the same hash used the same rules."""

import hashlib
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

File = tuple[str, str, int, int, int]  # name below the folder, place, size, when it was changed


def fingerprint(folder: Path) -> str:
    """Return the SHA-256 (hex) of every rule file's relative path and bytes, in sorted order."""
    return digest_of(tuple(sorted(files(folder, ".yaml", ".csv", ".npz"))))


def files(folder: Path, *suffixes: str) -> Iterator[File]:
    """Yield the files below a folder whose names end so."""
    above = len(os.path.join(folder, ""))  # noqa: PTH118 - strings: thousands of paths, at every start
    for place, _, names in os.walk(folder):
        for name in names:
            if name.endswith(suffixes):
                path = f"{place}/{name}"
                state = os.stat(path)  # noqa: PTH116 - as above
                changed = state.st_mtime_ns, state.st_ctime_ns
                yield path[above:].replace(os.sep, "/"), path, state.st_size, *changed


@lru_cache(maxsize=4)  # a run asks twice
def digest_of(listed: tuple[File, ...]) -> str:
    """Return the SHA-256 (hex) of the names and the bytes of files."""
    digest = hashlib.sha256()
    for name, path, *_ in listed:
        digest.update(name.encode() + b"\0")
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
            digest.update(hashlib.sha256(file.read()).digest())
    return digest.hexdigest()
