"""Entries that somebody proposes for an article's gold: the extraction, or another annotator."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from custody_records.compare.gold.draft import MAKING, gold_entry
from custody_records.contract import FIELDS
from custody_records.review.document import ARTICLE
from custody_records.review.mentions import located

Record = Mapping[str, Any]
EXTRACTION = "extraction"
# Of the article itself, what gold holds.
ABOUT = ("title", "published", "author", "dateline", "publisher", "url", "language")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One entry. ``made`` is its provenance, ``inferred`` what of it the text does not state."""

    key: str
    field: str
    value: dict[str, Any]
    by: tuple[str, ...]
    made: tuple[dict[str, Any], ...] = ()
    inferred: tuple[str, ...] = ()


def proposals(record: Record, body: str, fields: Sequence[str], by: str) -> list[Proposal]:
    """Return what a record (or another person's gold) proposes, in the fields to review."""
    found = []
    if ARTICLE in fields:
        about = {name: record["article"].get(name) for name in ABOUT}
        found.append(Proposal(_key(ARTICLE, about), ARTICLE, about, (by,)))
    for field in (name for name in FIELDS if name in fields):
        for entry in record.get(field) or ():
            value = {k: v for k, v in located(entry, body).items() if k not in MAKING}
            key = _key(field, gold_entry(value))
            made = tuple(entry.get("provenance") or ())
            found.append(Proposal(key, field, value, (by,), made, tuple(inferred(field, entry))))
    return list(_told_apart(found))


def inferred(field: str, entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys of an entry whose values were inferred rather than stated."""
    if field == "dates" and any(made.get("base") for made in entry.get("provenance") or ()):
        yield "value"
    for name, basis in (entry.get("basis") or {}).items():
        if basis not in (None, "sentence"):
            yield name


def _key(field: str, value: Mapping[str, Any]) -> str:
    told = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return f"{field}-{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _told_apart(found: list[Proposal]) -> Iterator[Proposal]:
    """Number proposals that are the same to the letter."""
    seen: dict[str, int] = {}
    for one in found:
        count = seen[one.key] = seen.get(one.key, 0) + 1
        yield one if count == 1 else replace(one, key=f"{one.key}-{count}")
