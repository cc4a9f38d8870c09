"""A draft of gold, made from an extraction, for a person to correct."""

from typing import Any

from custody_records.contract import FIELDS

MAKING = ("provenance", "link", "basis")
_NOT_IN_GOLD_ARTICLE = ("source", "published_basis", "sha256", "notice", "duplicate_of")


def draft(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record in gold's form: mentions are their text alone, nothing of the making.

    Its state is ``untouched``: it counts as gold only when a person has said ``reviewed``.
    """
    article = {k: v for k, v in record["article"].items() if k not in _NOT_IN_GOLD_ARTICLE}
    fields = {
        field: [gold_entry(entry) for entry in record[field]] for field in FIELDS if field in record
    }
    return {"article": article, "state": "untouched", **fields}


def gold_entry(entry: dict[str, Any]) -> dict[str, Any]:
    """Return one entry in gold's form."""
    kept = {k: v for k, v in entry.items() if k not in MAKING}
    if "mentions" in kept:
        kept["mentions"] = list(dict.fromkeys(mention["text"] for mention in kept["mentions"]))
    if "evidence" in kept:
        kept["evidence"] = kept["evidence"][0]["text"]
    return kept
