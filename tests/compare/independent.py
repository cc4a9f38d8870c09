"""A second, independent reading of section 3: slow, literal, and without our match or keys.

It finds the largest one-to-one matching by augmenting paths over a plain equality function, so
that the two implementations share nothing but the folding, which has tests of its own.
"""

from typing import Any

from custody_records.compare.keys import head_noun
from custody_records.contract.fold import fold

Entry = dict[str, Any]


def _f(value: str | None) -> str | None:
    return None if value is None else fold(value)


def equal(field: str, a: Entry, b: Entry) -> bool:
    if field == "facilities":
        if a["code"] is None and b["code"] is None:
            return _f(a["name"]) == _f(b["name"])
        return a["code"] == b["code"]
    if field == "statutes":
        titles = {_f(entry.get("title")) for entry in (a, b)} - {None}
        return len(titles) < 2 and all(
            _f(a[k]) == _f(b[k]) for k in ("instrument", "article", "part", "point")
        )
    if field in ("people", "organizations", "places"):
        return _f(a["name"]) == _f(b["name"])
    if field == "dates":
        return a["value"] == b["value"] and a["end"] == b["end"]
    if field == "figures":
        numbers = a["value"] == b["value"] and a["max"] == b["max"]
        return numbers and head_noun(a["unit"]) == head_noun(b["unit"])
    conflict = any(
        a[k] is not None and b[k] is not None and _f(a[k]) != _f(b[k]) for k in ("facility", "date")
    )
    shared = any(
        a[k] is not None and b[k] is not None and _f(a[k]) == _f(b[k])
        for k in ("facility", "place", "date")
    ) or any(_f(x) == _f(y) for x in a["subjects"] for y in b["subjects"])
    return a["type"] == b["type"] and shared and not conflict


def pairs(field: str, ours: list[Entry], gold: list[Entry]) -> int:
    """Return the size of the largest matching (Kuhn's algorithm)."""
    partner: dict[int, int] = {}

    def augment(i: int, tried: set[int]) -> bool:
        for j, right in enumerate(gold):
            if j not in tried and equal(field, ours[i], right):
                tried.add(j)
                if j not in partner or augment(partner[j], tried):
                    partner[j] = i
                    return True
        return False

    return sum(augment(i, set()) for i in range(len(ours)))
