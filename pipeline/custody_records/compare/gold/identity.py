"""What an entry of gold cannot do without: what tells it from others of its field."""

from collections.abc import Iterator
from typing import Any

from custody_records.contract import FIELDS

# Of each group of keys at least one has to be there, and not null.
IDENTITY: dict[str, tuple[tuple[str, ...], ...]] = {
    "facilities": (("code", "name"),),
    "statutes": (("instrument", "article", "part"),),
    "people": (("name",),),
    "organizations": (("name",),),
    "places": (("name",),),
    "dates": (("value",),),
    "figures": (("value",), ("unit",)),
    "events": (("type",),),
}


def lacking(field: str, entry: Any) -> list[str]:
    """Return in words what an entry cannot be compared without; an empty list if nothing."""
    if not isinstance(entry, dict):
        return [f"is {entry!r}, not an object with keys"]
    return [
        f"has no {' and no '.join(group)}"
        for group in IDENTITY[field]
        if all(entry.get(name) is None for name in group)
    ]


def unusable(record: dict[str, Any]) -> Iterator[str]:
    """Yield why a record cannot be compared, one sentence an entry or field."""
    for field in (name for name in FIELDS if name in record):
        if not isinstance(record[field], list):
            yield f"{field} is no list"
            continue
        for number, entry in enumerate(record[field], start=1):
            for fault in lacking(field, entry):
                yield f"{field}, entry {number}: {fault}"
