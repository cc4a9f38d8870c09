"""Read one source file into articles."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import trafilatura
import yaml

from pipeline.articles.article import Article
from pipeline.articles.errors import ArticleError
from pipeline.contract import ArticleInfo

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def read(
    path: Path, *, source: str | None = None, published: str | None = None
) -> Iterator[Article]:
    """Yield the articles of one file. Raises ArticleError, which names the file and the remedy."""
    raw = path.read_bytes()
    text = raw.decode("utf-8-sig")
    front = {}
    if path.suffix in {".html", ".htm"}:
        metadata = trafilatura.extract_metadata(text)
        front = {"title": metadata.title, "url": metadata.url, "published": metadata.date}
        text = trafilatura.extract(text) or ""
    elif found := _FRONT.match(text):
        front = yaml.safe_load(found[1])
        text = text[found.end() :]
    if not text.strip():
        raise ArticleError(f"{path}: no text in it; remove it or fetch it again")
    day = front.get("published") or published
    title = front.get("title")
    body = text.strip() + "\n"
    if title and not body.startswith(title):
        body = f"{title}\n\n{body}"
    yield Article(
        info=ArticleInfo(
            id=re.sub(r"[^A-Za-z0-9._-]", "-", path.stem),
            source=source or path.name,
            title=title or body.splitlines()[0],
            publisher=front.get("publisher"),
            author=front.get("author"),
            url=front.get("url"),
            published=str(day) if day else None,
            published_basis="front-matter" if day else "none",
            language="en",
            dateline=None,
            sha256=hashlib.sha256(raw).hexdigest(),
        ),
        body=body,
    )
