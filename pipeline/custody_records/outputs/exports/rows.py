"""Records as rows of tables: what every tabular format is made of.

``articles`` has a row an article, each field a row an entry. An entry's row repeats the columns
of its article that a reader of one table needs, and has a stable id.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from custody_records.contract import ENTRIES, FIELDS, ArticleInfo
from custody_records.outputs.romanized import likely_key, romanized

Row = dict[str, Any]

# Of the article, repeated in each of its entries' rows.
REPEATED = ("title", "publisher", "published", "url")
ARTICLES = "articles"
TABLES = (ARTICLES, *FIELDS)
# Columns beside the contract's, by which people and bodies of two scripts can be joined.
ROMANIZED = ("people", "organizations")
LATIN = ("romanized", "likely_key")


def entry_id(article: str, field: str, number: int) -> str:
    """Return an id that is the same in every format and every run over the same input."""
    return hashlib.sha256(f"{article}\0{field}\0{number}".encode()).hexdigest()[:16]


def article_row(record: dict[str, Any]) -> Row:
    """Return the row of an article; ``extracted`` names the fields that are not absent."""
    extracted = [field for field in FIELDS if field in record]
    return {**record["article"], "extracted": extracted, "schema_version": record["schema_version"]}


def entry_rows(record: dict[str, Any], field: str) -> Iterator[Row]:
    """Yield the rows of one field of a record; lists and objects stay as they are."""
    article = record["article"]
    told = {f"article_{name}": article[name] for name in REPEATED}
    for number, entry in enumerate(record.get(field, ()), start=1):
        key = {"id": entry_id(article["id"], field, number), "article_id": article["id"]}
        yield {**key, "entry": number, **told, **entry, **_latin(field, entry)}


def of(record: dict[str, Any], table: str) -> Iterator[Row]:
    """Yield a record's rows in a table."""
    if table == ARTICLES:
        yield article_row(record)
    else:
        yield from entry_rows(record, table)


def _latin(field: str, entry: Row) -> Row:
    """Return a name in Latin letters and the key by which names of two scripts can be joined."""
    if field not in ROMANIZED:
        return {}
    return {"romanized": romanized(entry["name"]), "likely_key": likely_key(entry["name"])}


def columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table, in order."""
    if table == ARTICLES:
        return (*ArticleInfo.model_fields, "extracted", "schema_version")
    told = (f"article_{name}" for name in REPEATED)
    added = LATIN if table in ROMANIZED else ()
    return ("id", "article_id", "entry", *told, *ENTRIES[table].model_fields, *added)


def structured(table: str) -> frozenset[str]:
    """Return the columns that hold lists or objects."""
    if table == ARTICLES:
        return frozenset({"extracted"})
    schema = ENTRIES[table].model_json_schema()
    return frozenset(name for name, form in schema["properties"].items() if _is_structured(form))


def _is_structured(form: dict[str, Any]) -> bool:
    options = form.get("anyOf", (form,))
    return any(option.get("type") == "array" or "$ref" in option for option in options)
