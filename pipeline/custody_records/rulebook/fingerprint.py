"""One hash for a whole folder of rules: two runs with the same hash used the same rules."""

import hashlib
from pathlib import Path


def fingerprint(folder: Path) -> str:
    """Return the SHA-256 (hex) of every rule file's relative path and bytes, in sorted order."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".yaml", ".csv"}:
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
