"""Read source files into articles: the room's one door."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pipeline.articles import limits as bounds
from pipeline.articles.article import Article
from pipeline.articles.compose import Composer, Origin
from pipeline.articles.decode import decode
from pipeline.articles.draft import Draft
from pipeline.articles.errors import ArticleError
from pipeline.articles.formats import plain, rows
from pipeline.articles.identity import article_id, stem_id
from pipeline.rulebook import rules_dir

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".json", ".jsonl"})


def read(
    path: Path,
    *,
    source: str | None = None,
    published: str | None = None,
    rules: str | Path | None = None,
    limits: bounds.Limits = bounds.DEFAULT,
    failures: list[ArticleError] | None = None,
) -> Iterator[Article]:
    """Yield the articles of one file.

    ``source`` is the file's name within the corpus (its own name if not given), ``published`` the
    day (YYYY-MM-DD) of articles that tell none, ``rules`` a folder of rules. Raises ArticleError,
    which names the file and the remedy. In a file of many rows one bad row does not stop the
    others if ``failures`` is given: it is added there.
    """
    name = source or path.name
    composer = _composer(str(rules) if rules is not None else None)
    for draft, origin, error in _drafts(path, name, limits):
        try:
            if error is not None or draft is None:
                raise error or ArticleError(f"{name}: no article in it")
            limits.check_text(origin.name, draft.text)
            yield composer.compose(draft, origin, published)
        except ArticleError as refused:
            if failures is None:
                raise
            failures.append(refused)


def from_text(
    text: str, *, id: str = "text", rules: str | Path | None = None, **metadata: str | None
) -> Article:
    """Return the article of a string.

    ``metadata`` are the contract's own words: title, publisher, author, url, published (any form
    of a day), language, notice. Raises ArticleError if one of them cannot be, or if the text is
    nothing but furniture; TypeError for a word that the contract does not have.
    """
    unknown = metadata.keys() - {*plain.FIELDS, "published"}
    if unknown:
        raise TypeError(f"no such metadata of an article: {', '.join(sorted(unknown))}")
    fields = {key: value for key, value in metadata.items() if value}
    draft = plain.from_fields(fields, text, id, basis_is_front_matter=True)
    bounds.DEFAULT.check_text(id, text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    origin = Origin(id, id, article_id(id, id), digest)
    return _composer(str(rules) if rules is not None else None).compose(draft, origin)


@lru_cache(maxsize=4)
def _composer(rules: str | None) -> Composer:
    return Composer(rules_dir(rules))


def _drafts(
    path: Path, name: str, limits: bounds.Limits
) -> Iterator[tuple[Draft | None, Origin, ArticleError | None]]:
    """Yield (draft, its origin, why it failed) of a file; a row that failed has no draft."""
    suffix = path.suffix.lower()
    many = suffix in {".json", ".jsonl"}
    raw = _bytes(path, name, limits.rows_bytes if many else limits.file_bytes, limits)
    digest = hashlib.sha256(raw).hexdigest()
    stem = stem_id(path.stem)
    if not many:
        text = decode(raw, name, html=suffix in {".html", ".htm"})
        if not text.strip():
            raise ArticleError(f"{name}: empty; remove it or fetch it again")
        if suffix in {".html", ".htm"}:
            from pipeline.articles.formats import page  # trafilatura takes half a second to import

            draft = page.draft(text, name)
        else:
            draft = plain.draft(text, name, markdown=suffix == ".md")
        wanted = article_id(draft.id, name) if draft.id else stem
        yield draft, Origin(name, name, wanted, digest), None
        return
    text = decode(raw, name)
    if not text.strip():
        raise ArticleError(f"{name}: empty; remove it or fetch it again")
    for number, given in _rows(text, name, suffix, limits):
        label = f"{name}, row {number}"
        origin = Origin(label, name, f"{stem}-{number}", digest)
        if isinstance(given, ArticleError):
            yield None, origin, given
            continue
        try:
            wanted = article_id(given.id, label) if given.id else origin.id
        except ArticleError as error:
            yield None, origin, error
            continue
        yield given, Origin(label, name, wanted, digest), None


def _rows(
    text: str, name: str, suffix: str, limits: bounds.Limits
) -> Iterator[tuple[int, Draft | ArticleError]]:
    if suffix == ".json":
        yield from rows.of_json(text, name)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        label = f"{name}, row {number}"
        try:
            limits.check_bytes(label, len(line), limits.file_bytes)
            yield number, rows.of_line(line, label)
        except ArticleError as error:
            yield number, error


def _bytes(path: Path, name: str, most: int, limits: bounds.Limits) -> bytes:
    try:
        limits.check_bytes(name, path.stat().st_size, most)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ArticleError(f"{name}: cannot be read: {reason}; check its rights") from error
