"""What two entries must share to be the same thing (contract, section 3).

For every field but events equality is the equality of a key, unless the entries ``conflict``;
events are compared by ``same_event``. Neither is an equivalence (two entries may each equal a
third one).
"""

from collections.abc import Hashable
from typing import Any

from custody_records.compare.head_noun import head_noun
from custody_records.contract.fold import fold

Entry = dict[str, Any]


def key(field: str, entry: Entry) -> Hashable:
    """Return the key of an entry; two entries of ``field`` are equal when their keys are
    and nothing is in conflict."""
    match field:
        case "facilities":
            return entry.get("code") or (folded(entry.get("name")),)
        case "statutes":
            return tuple(
                folded(entry.get(part)) for part in ("instrument", "article", "part", "point")
            )
        case "people" | "organizations" | "places":
            return fold(entry["name"])
        case "dates":
            return (entry["value"], entry.get("end"))
        case "figures":
            return (entry["value"], entry.get("max"), head_noun(entry["unit"]))
    raise ValueError(f"the entries of {field!r} have no key")


def conflict(field: str, ours: Entry, gold: Entry) -> bool:
    """Tell whether entries of one key differ in what counts only where both have it.

    "18 U.S.C. § 3" is not "42 U.S.C. § 3", and either may be an untitled "Section 3".
    """
    if field != "statutes":
        return False
    mine, theirs = folded(ours.get("title")), folded(gold.get("title"))
    return None not in (mine, theirs) and bool(mine != theirs)


def folded(value: Any) -> Any:
    """Return text folded, anything else as it is."""
    return fold(value) if isinstance(value, str) else value


def same_event(ours: Entry, gold: Entry) -> bool:
    """Tell whether two events are equal: one type, something shared, no conflict."""
    if ours["type"] != gold["type"]:
        return False
    shared = False
    for name in ("facility", "place", "date"):
        mine, theirs = folded(ours.get(name)), folded(gold.get(name))
        if mine is None or theirs is None:
            continue
        if mine == theirs:
            shared = True
        elif name != "place":
            return False
    return shared or not folds(ours.get("subjects")).isdisjoint(folds(gold.get("subjects")))


def folds(values: list[str] | None) -> frozenset[str]:
    """Return the folded items of a list."""
    return frozenset(fold(value) for value in values or ())
