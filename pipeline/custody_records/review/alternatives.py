"""Entries that are likely meant as one thing: of them a person accepts one."""

from collections.abc import Mapping, Sequence
from typing import Any

from custody_records.compare.likeness import alike
from custody_records.compare.match import assign
from custody_records.contract import FIELDS

Keyed = Mapping[str, Any]  # {"key", "field", "value", "by"}


def groups(entries: Sequence[Keyed]) -> dict[str, str]:
    """Return the key of each entry that has an alternative, with the name of its group.

    Two entries are alternatives where different people or programs propose them, and they are
    one thing to the comparison or nearly so.
    """
    found: dict[str, str] = {}
    for field in FIELDS:
        held = [e for e in entries if e["field"] == field]
        sides = sorted({tuple(e["by"]) for e in held})
        for n, side in enumerate(sides):
            for other in sides[n + 1 :]:
                if set(side).isdisjoint(other):
                    _pair(field, held, side, other, found)
    return found


def _pair(
    field: str, held: Sequence[Keyed], side: tuple[str, ...], other: tuple[str, ...],
    found: dict[str, str],
) -> None:  # fmt: skip
    left = [i for i, e in enumerate(held) if tuple(e["by"]) == side]
    right = [i for i, e in enumerate(held) if tuple(e["by"]) == other]
    values = [e["value"] for e in held]
    pairs = assign(left, right, lambda i, j: alike(field, values[i], values[j]), values, values)
    for one, two in pairs:
        name: str = found.get(held[one]["key"]) or held[one]["key"]
        found[held[one]["key"]] = found[held[two]["key"]] = name
