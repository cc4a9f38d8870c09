"""JSON and JSON Lines: one article a row."""

import json
from collections.abc import Iterator
from typing import Any

from pipeline.articles.draft import Draft
from pipeline.articles.errors import ArticleError
from pipeline.articles.formats.plain import from_fields

# Other names that exports give to the contract's fields; the first that has a value counts.
_NAMES = {
    "id": ("id",),
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "article", "maintext"),
    "url": ("url", "link", "source_url"),
    "published": ("published", "date", "date_publish", "published_at", "pubdate"),
    "publisher": ("publisher", "sitename", "source_domain", "outlet"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "lang"),
    "notice": ("notice",),
}


def of_json(text: str, name: object) -> Iterator[tuple[int, Draft | ArticleError]]:
    """Yield (row number from 1, article or what is wrong with it) of a JSON document.

    The document is one object, a list of them, or an object that wraps such a list.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{name}: not valid JSON: {_short(error)}; mend it") from error
    if isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list)]
        wrapped = not _value(data, "text") and len(lists) == 1
        data = lists[0] if wrapped else [data]
    if not isinstance(data, list):
        raise ArticleError(f"{name}: no article in it; write an object or a list of objects")
    for number, row in enumerate(data, 1):
        try:
            yield number, of_row(row, f"{name}, row {number}")
        except ArticleError as error:
            yield number, error


def of_line(line: str, name: object) -> Draft:
    """Return the article of one line of JSON Lines."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{name}: not valid JSON: {_short(error)}; mend the line") from error
    return of_row(row, name)


def of_row(row: Any, name: object) -> Draft:
    """Return the article of a row's values. Raises ArticleError."""
    if not isinstance(row, dict):
        raise ArticleError(f"{name}: no object with a title and a text")
    fields = {key: _value(row, key) for key in _NAMES}
    if not fields["text"].strip():
        raise ArticleError(f"{name}: no text in it; give the row a 'text'")
    return from_fields(fields, fields["text"], name, basis_is_front_matter=False)


def _value(row: dict[Any, Any], key: str) -> str:
    for name in _NAMES[key]:
        value = row.get(name)
        if isinstance(value, list):
            value = ", ".join(str(item) for item in value if isinstance(item, (str, int)))
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and value != "":
            return str(value)
    return ""


def _short(error: Exception) -> str:
    return str(error)[:100] if isinstance(error, ValueError) else "nested too deeply"
