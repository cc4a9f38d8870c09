"""Records that can be shared: people's names replaced by labels, the key kept apart.

One name has one label throughout the corpus. Names are replaced wherever they stand in a record
(other fields, roles, events), whole or by their parts. What could carry a name that we cannot
see is left out: bodies, evidence, mentions' texts and offsets, titles, authors, addresses,
sources, ids, notices.
"""

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from custody_records.contract import FIELDS
from custody_records.contract.fold import fold
from custody_records.outputs.exports.source import Record, Source
from custody_records.outputs.write import to_json, write_text

CAVEAT = (
    "Names that were recognised are replaced. A name that was never recognised, and a person who "
    "can be told from role, place and date, are not protected: read before you share."
)
# Words of names that are also ordinary words or parts of other names are replaced only inside the
# full name; particles carry nothing.
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "von", "van", "de", "da", "di", "uly", "kyzy"})
_SHORTEST = 3


@contextmanager
def pseudonymised(source: Source, key: Path) -> Iterator[Source]:
    """Give a source of pseudonymised records; write the key (label → name) to ``key``."""
    labels = _labels(source)
    pattern, by_print = _pattern(labels)
    write_text(key, json.dumps({v: k for k, v in labels.items()}, ensure_ascii=False, indent=1))
    key.chmod(0o600)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "records.jsonl")
        with path.open("w", encoding="utf-8") as file:
            for number, record in enumerate(source.records(), start=1):
                file.write(to_json(_safe(record, number, pattern, by_print)) + "\n")
        yield Source(path, with_bodies=False)


def _labels(source: Source) -> dict[str, str]:
    """Return full name → label, numbered in the order of the folded names."""
    names = {entry["name"] for record in source.records() for entry in record.get("people") or ()}
    numbered = {f: n for n, f in enumerate(sorted({fold(name) for name in names}), start=1)}
    return {name: f"Person {numbered[fold(name)]}" for name in sorted(names)}


def _pattern(labels: dict[str, str]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return one pattern for all names and their parts, and the label of each folded print."""
    by_print: dict[str, str] = {}
    for name, label in labels.items():
        for part in re.split(r"[\s]+", name):
            word = fold(part.strip(".,"))
            if len(word) >= _SHORTEST and word not in _PARTICLES:
                # A surname of two people tells neither: it gets a label of its own.
                known = by_print.get(word, label)
                by_print[word] = label if known == label else "Person"
    by_print |= {fold(name): label for name, label in labels.items()}
    if not by_print:
        return re.compile(r"(?!)"), by_print
    longest = sorted(by_print, key=lambda text: (-len(text), text))
    # Quotes and dashes as the fold makes them plain, in every form that may be printed.
    body = "|".join(
        re.escape(text).replace(r"\ ", r"\s+").replace("'", "['’‘ʼ]").replace(r"\-", "[-‐-―]")
        for text in longest
    )
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE), by_print


def _safe(
    record: Record, number: int, pattern: re.Pattern[str], by_print: dict[str, str]
) -> Record:
    def clean(value: Any) -> Any:
        if isinstance(value, str):
            return pattern.sub(lambda found: by_print.get(fold(found[0]), "Person"), value)
        if isinstance(value, list):
            return [clean(inner) for inner in value]
        if isinstance(value, dict):
            return {name: clean(inner) for name, inner in value.items()}
        return value

    article = record["article"]
    kept = {name: article[name] for name in ("published", "published_basis", "language")}
    id_ = f"article-{number:06}"
    hidden = dict.fromkeys(("title", "publisher", "author", "url", "dateline", "notice"))
    told = {"id": id_, "source": id_, "sha256": "0" * 64, "duplicate_of": None, **hidden, **kept}
    fields: dict[str, Any] = {}
    for field in (name for name in FIELDS if name in record):
        entries = clean([_bare(field, entry) for entry in record[field]])
        if field == "people":  # the label of the whole name, however its parts would read
            for entry, own in zip(entries, record[field], strict=True):
                entry["name"] = by_print[fold(own["name"])]
        fields[field] = entries
    return {"schema_version": record["schema_version"], "article": told, **fields}


def _bare(field: str, entry: dict[str, Any]) -> dict[str, Any]:
    emptied = "evidence" if field == "events" else "mentions"
    return {**entry, emptied: []}
