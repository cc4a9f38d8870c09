"""JSON, JSON Lines and CSV: one article a row."""

import csv
import json
from collections.abc import Iterator
from typing import Any, TextIO

from custody_records.articles.article import Draft
from custody_records.articles.errors import ArticleError
from custody_records.articles.formats.plain import from_fields
from custody_records.articles.limits import Limits

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

    The document is one object (row 0), a list of them, or an object that wraps such a list.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{name}: not valid JSON: {_short(error)}; mend it") from error
    if isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list)]
        wrapped = not _value(data, "text") and len(lists) == 1
        if not wrapped:
            yield 0, of_row(data, name)
            return
        data = lists[0]
    if not isinstance(data, list) or not data:
        raise ArticleError(f"{name}: no article in it; write an object or a list of objects")
    for number, row in enumerate(data, 1):
        try:
            yield number, of_row(row, f"{name}, row {number}")
        except ArticleError as error:
            yield number, error


def of_jsonl(file: TextIO, name: str, limits: Limits) -> Iterator[tuple[int, Draft | ArticleError]]:
    """Yield (row number from 1, article or what is wrong with it) of JSON Lines, in a stream."""
    number = 0
    while line := file.readline(limits.file_bytes + 1):
        number += 1
        label = f"{name}, row {number}"
        try:
            if len(line) > limits.file_bytes:
                while line and not line.endswith("\n"):
                    line = file.readline(limits.file_bytes)
                limits.check_bytes(label, limits.file_bytes + 1, limits.file_bytes)
            if line.strip():
                yield number, of_row(json.loads(line), label)
        except ArticleError as error:
            yield number, error
        except (ValueError, RecursionError) as error:
            yield (number, ArticleError(f"{label}: not valid JSON: {_short(error)}; mend the line"))


def of_csv(file: TextIO, name: str, limits: Limits) -> Iterator[tuple[int, Draft | ArticleError]]:
    """Yield (row number from 1, article or what is wrong with it) of a CSV file with a header.

    Commas, semicolons and tabs separate. Raises ArticleError if no column holds the text.
    """
    csv.field_size_limit(limits.file_bytes)
    head = file.readline(limits.file_bytes)
    sign = max(",;\t", key=head.count)
    columns = [name.strip().casefold() for name in next(csv.reader([head], delimiter=sign), [])]
    if not {*columns} & {*_NAMES["text"]}:
        known = ", ".join(columns)[:100]
        raise ArticleError(f"{name}: no column named text; its columns are: {known}")
    reader = csv.reader(file, delimiter=sign)
    number = 0
    while True:
        number += 1
        label = f"{name}, row {number}"
        try:
            cells = next(reader)
            if cells:
                yield number, of_row(dict(zip(columns, cells, strict=False)), label)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, ArticleError(f"{label}: not valid CSV: {error}; mend the row")
        except ArticleError as error:
            yield number, error


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
