"""Read source files into articles: the package's one entry point."""

import hashlib
import re
from collections.abc import Iterator
from fnmatch import translate
from io import TextIOWrapper
from os.path import splitext
from pathlib import Path, PurePosixPath

from custody_records.articles import limits as bounds
from custody_records.articles.article import Article, Draft
from custody_records.articles.compose import Composer, Origin
from custody_records.articles.decode import SAMPLE, decode, encoding_of
from custody_records.articles.errors import ArticleError
from custody_records.articles.formats import plain, rows
from custody_records.articles.identity import article_id, stem_id
from custody_records.rulebook import kept, rules_dir

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".json", ".jsonl", ".csv"})
# In a folder these are about the articles, not articles. Compared without regard to case.
_NOT_ARTICLES = (".*", "_*", "readme*", "license*", "*gold.jsonl", "*gold.*.jsonl", "*.gold.json")
_NOT_AN_ARTICLE = re.compile("|".join(map(translate, _NOT_ARTICLES)))
_ROWS = frozenset({".json", ".jsonl", ".csv"})  # files of many articles


def is_article(name: str) -> bool:
    """Tell whether a file of a folder is an article, by its name."""
    suffix = splitext(name.casefold())[1]  # noqa: PTH122 - a string: every file of a corpus is asked
    return suffix in SUFFIXES and not is_about_articles(name)


def is_about_articles(name: str) -> bool:
    """Tell whether a file of a folder is hidden, a readme, a licence or gold, by its name."""
    return _NOT_AN_ARTICLE.match(name.casefold()) is not None


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
    composing = composer(rules)
    for draft, origin in _drafts(path, name, limits):
        try:
            if isinstance(draft, ArticleError):
                raise draft
            limits.check_text(origin.name, draft.text)
            yield composing.compose(draft, origin, published)
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
    return composer(rules).compose(draft, origin)


def composer(rules: str | Path | None = None) -> Composer:
    """Return what composes articles by a folder of rules, loaded once. Raises RuleError."""
    return _composer(rules_dir(rules))


_composer = kept("articles")(Composer)


def _drafts(
    path: Path, name: str, limits: bounds.Limits
) -> Iterator[tuple[Draft | ArticleError, Origin]]:
    """Yield the drafts of a file, or what is wrong with a row, and where they come from."""
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        known = ", ".join(sorted(SUFFIXES))
        raise ArticleError(
            f"{name}: not a kind of file that holds articles ({known}); "
            "extract ingest reads PDF, Word, mail and archives; convert others"
        )
    try:
        if suffix in _ROWS:
            yield from _rows(path, name, suffix, limits)
        else:
            yield _one(path, name, suffix, limits)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ArticleError(f"{name}: cannot be read: {reason}; check its rights") from error


def _one(path: Path, name: str, suffix: str, limits: bounds.Limits) -> tuple[Draft, Origin]:
    limits.check_bytes(name, path.stat().st_size, limits.file_bytes)
    raw = path.read_bytes()
    html = suffix in {".html", ".htm"}
    text = _not_empty(decode(raw, name, html=html), name)
    if html:
        from custody_records.articles.formats.page import (
            draft as page,
        )  # trafilatura: half a second

        draft = page.draft(text, name)
    else:
        draft = plain.draft(text, name, markdown=suffix == ".md")
    wanted = article_id(draft.id, name) if draft.id else stem_id(PurePosixPath(name).stem)
    return draft, Origin(name, name, wanted, hashlib.sha256(raw).hexdigest())


def _rows(
    path: Path, name: str, suffix: str, limits: bounds.Limits
) -> Iterator[tuple[Draft | ArticleError, Origin]]:
    """Yield the rows of a file. JSON Lines and CSV are streamed, whatever their length."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        encoding = encoding_of(file.read(SAMPLE), name)
        if suffix == ".json":
            limits.check_bytes(name, path.stat().st_size, limits.rows_bytes)
            file.seek(0)
            given = rows.of_json(_not_empty(decode(file.read(), name), name), name)
        else:
            file.seek(0)
            stream = TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
            given = (rows.of_jsonl if suffix == ".jsonl" else rows.of_csv)(stream, name, limits)
        empty = True
        for number, draft in given:
            empty = False
            label = f"{name}, row {number}" if number else name
            stem = stem_id(PurePosixPath(name).stem)
            row = f"{stem}-{number}" if number else stem
            try:
                known = draft.id if isinstance(draft, Draft) else None
                wanted = article_id(known, label) if known else row
            except ArticleError as error:
                wanted, draft = row, error
            yield draft, Origin(label, name, wanted, digest)
        if empty:
            raise ArticleError(f"{name}: no rows in it; remove it or fetch it again")


def _not_empty(text: str, name: str) -> str:
    if not text.strip():
        raise ArticleError(f"{name}: empty; remove it or fetch it again")
    return text
