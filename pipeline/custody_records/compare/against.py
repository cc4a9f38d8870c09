"""What changed between two runs, seen from gold: newly right, newly wrong, still wrong."""

import json
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from custody_records.compare.keys import Entry, key
from custody_records.compare.label import label
from custody_records.compare.match import match
from custody_records.contract import FIELDS

Turn = Literal["newly_right", "newly_wrong", "still_wrong"]
TURNS: tuple[Turn, ...] = ("newly_right", "newly_wrong", "still_wrong")
What = Literal["missing", "spurious"]


@dataclass(frozen=True, slots=True)
class Change:
    """How one entry of gold (``missing``) or of ours (``spurious``) fares now and before.

    A spurious entry that is gone is newly right.
    """

    article: str
    field: str
    turn: Turn
    what: What
    entry: Entry

    def describe(self) -> str:
        """Return the change in words, without its article and field."""
        return f"{label(self.field, self.entry)} ({self.what})"


def changes(
    old: Mapping[str, dict[str, Any]],
    new: Mapping[str, dict[str, Any]],
    gold: Mapping[str, dict[str, Any]],
) -> Iterator[Change]:
    """Yield every change and every error that stays, by article and field."""
    for id_, right in gold.items():
        for field in FIELDS:
            if field not in right:
                continue
            before = _Errors(field, old.get(id_, {}).get(field, ()), right[field])
            now = _Errors(field, new.get(id_, {}).get(field, ()), right[field])
            for what in ("missing", "spurious"):
                was, is_ = getattr(before, what), getattr(now, what)
                for mark, entry in {**was, **is_}.items():
                    yield Change(id_, field, _turn(mark in was, mark in is_), what, entry)


def _turn(was_wrong: bool, is_wrong: bool) -> Turn:
    if was_wrong and is_wrong:
        return "still_wrong"
    return "newly_right" if was_wrong else "newly_wrong"


class _Errors:
    """The missed entries of gold and the spurious ones of ours, by what identifies them."""

    def __init__(self, field: str, ours: Any, gold: Any) -> None:
        pairs = match(field, ours, gold)
        found = {theirs for _, theirs in pairs}
        right = {mine for mine, _ in pairs}
        self.missing = {i: entry for i, entry in enumerate(gold) if i not in found}
        self.spurious: dict[tuple[Hashable, int], Entry] = {}
        for index, entry in enumerate(ours):
            if index not in right:
                mark = _identity(field, entry)
                copies = sum(known == mark for known, _ in self.spurious)
                self.spurious[mark, copies] = entry


def _identity(field: str, entry: Entry) -> Hashable:
    if field != "events":
        return key(field, entry)
    told = {name: entry.get(name) for name in ("type", "facility", "place", "date", "subjects")}
    return json.dumps(told, sort_keys=True)
