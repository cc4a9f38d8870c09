"""What is scored beside equality: the attributes of two matched entries (contract, section 3)."""

from collections import Counter
from collections.abc import Hashable
from typing import Any

from custody_records.compare.keys import Entry, folded

# Single values, scored by accuracy.
SINGLE: dict[str, tuple[str, ...]] = {
    "facilities": ("kind", "place", "country"),
    "statutes": ("jurisdiction", "offence"),
    "people": ("age",),
    "organizations": (),
    "places": (),
    "dates": ("modifier",),
    "figures": ("qualifier",),
    "events": ("status", "facility", "date"),
}
# Lists, scored by the F1 of their items.
LISTS: dict[str, tuple[str, ...]] = {
    "statutes": ("penalties",),
    "people": ("roles",),
    "events": ("subjects", "sources"),
}
# Of the article itself.
ARTICLE = ("title", "published", "author", "dateline")


def same(ours: Any, gold: Any) -> bool:
    """Tell whether two single values are the same after folding."""
    return bool(folded(ours) == folded(gold))


def items(values: list[Any] | None) -> Counter[Hashable]:
    """Return the items of a list attribute, each in a comparable form."""
    return Counter(_item(value) for value in values or ())


def _item(value: Any) -> Hashable:
    if isinstance(value, dict):
        return tuple(sorted((name, folded(inner)) for name, inner in value.items()))
    return folded(value)  # type: ignore[no-any-return]


def agreement(field: str, ours: Entry, gold: Entry) -> float:
    """Return how many attributes two entries share: what decides between equal partners."""
    total = float(sum(same(ours.get(n), gold.get(n)) for n in SINGLE[field] if n in gold))
    for name in LISTS.get(field, ()):
        mine, theirs = items(ours.get(name)), items(gold.get(name))
        most = mine.total() + theirs.total()
        total += 2 * (mine & theirs).total() / most if most else 1.0
    return total
