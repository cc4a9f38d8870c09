"""How like two unequal entries are: what tells a wrong value from a miss and a spurious entry."""

from custody_records.compare.attributes import items
from custody_records.compare.context import printed
from custody_records.compare.keys import Entry, folded
from custody_records.contract.fold import fold

# Keys that make the value of an entry, by field: what can differ in a wrong value.
VALUE: dict[str, tuple[str, ...]] = {
    "facilities": ("code", "name"),
    "statutes": ("instrument", "article", "part", "point"),
    "people": ("name",),
    "organizations": ("name",),
    "places": ("name",),
    "dates": ("value", "end"),
    "figures": ("value", "max", "unit"),
    "events": ("type", "facility", "place", "date", "subjects"),
}
_ALIKE = 0.5


def likeness(field: str, ours: Entry, gold: Entry) -> float:
    """Return 0 to 2: half for shared print, half for shared parts of the value.

    Two entries are likely meant as the same thing from 0.5 on.
    """
    shared = _overlap(_printed(ours), _printed(gold))
    names = [name for name in VALUE[field] if ours.get(name) or gold.get(name)]
    parts = sum(_same(ours.get(name), gold.get(name)) for name in names) / max(len(names), 1)
    return shared + parts


def alike(field: str, ours: Entry, gold: Entry) -> float:
    """Return the likeness of two entries that are likely meant as the same thing, 0 for others."""
    like = likeness(field, ours, gold)
    return like if like >= _ALIKE else 0.0


def differing(field: str, ours: Entry, gold: Entry) -> tuple[str, ...]:
    """Return the parts of the value in which two entries differ."""
    return tuple(
        name for name in VALUE[field] if not _equal(ours.get(name) or None, gold.get(name) or None)
    )


def _equal(one: object, other: object) -> bool:
    if isinstance(one, list) or isinstance(other, list):
        return items(one or []) == items(other or [])  # type: ignore[arg-type]
    return bool(folded(one) == folded(other))


def _same(one: object, other: object) -> float:
    if isinstance(one, str) and isinstance(other, str):
        return _overlap(set(fold(one).split()), set(fold(other).split()))
    return float(_equal(one, other))


def _printed(entry: Entry) -> set[str]:
    """Return the words of what the article printed for an entry (mentions or evidence)."""
    texts = (m["text"] if isinstance(m, dict) else m for m in printed(entry))
    return {word for text in texts for word in fold(text).split()}


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0
