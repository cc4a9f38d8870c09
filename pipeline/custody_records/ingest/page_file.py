"""An article as a file of the corpus: front matter, then the cleaned text."""

import json

from custody_records.articles.article import Article
from custody_records.ingest.piece import Found

_FREE_TEXT = frozenset(
    ["title", "url", "publisher", "author", "notice", "near_duplicate_of", "mail_from"]
)


def render(
    article: Article,
    *,
    original: str,
    original_sha256: str,
    found: Found,
    near_duplicate_of: str | None,
) -> str:
    """Return the file's text.

    ``cleaned: true`` tells the reader that the text was cut already, so that reading the file
    gives the same body again. ``original`` is where it lies within the corpus.
    """
    info = article.info
    values = {
        "title": info.title,
        "url": info.url,
        "publisher": info.publisher,
        "author": info.author,
        "published": info.published,
        "published_basis": info.published_basis if info.published else None,
        "language": info.language if info.language != "und" else None,
        "notice": info.notice,
        "near_duplicate_of": near_duplicate_of,
        "original": original,
        "original_sha256": original_sha256,
        "original_row": str(found.row) if found.row else None,
        "mail_from": found.piece.hints.sender,
        "mail_date": found.piece.hints.sent,
        "text_sha256": article.text_hash,
        "cleaned": "true",
    }
    lines = [f"{key}: {_scalar(key, value)}" for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---", "", article.body])


def _scalar(key: str, value: str) -> str:
    """Return a value in YAML: as it is where it is harmless, else in JSON's quotes."""
    return json.dumps(value, ensure_ascii=False) if key in _FREE_TEXT else value
