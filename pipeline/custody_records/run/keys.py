"""The keys of the store: an input together with everything that shapes its result."""

import hashlib
from pathlib import Path

from custody_records.articles.article import Article

_BLOCK = 1 << 20


def source_key(fingerprint: str, name: str, sha256: str) -> bytes:
    """Return the key of a source: of its name within the corpus and its bytes."""
    return _key("source", fingerprint, name, sha256)


def article_key(fingerprint: str, article: Article) -> bytes:
    """Return the key of an article: of all that is known of it, and its body."""
    return _key("article", fingerprint, article.info.model_dump_json(), article.body)


def row_key(fingerprint: str, article: Article) -> bytes:
    """Return the key of a row whatever else its file holds: without the file's hash.

    A file to which rows are added every day has another hash every day; its rows do not.
    """
    info = article.info.model_dump_json(exclude={"sha256"})
    return _key("row", fingerprint, info, article.body)


def file_sha256(path: Path) -> tuple[str, int]:
    """Return a file's SHA-256 and size in bytes, read in blocks. Raises OSError."""
    digest = hashlib.sha256()
    size = 0
    with path.open("rb", buffering=0) as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size


def _key(*parts: str) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()
