"""The rule ledger: what each rule brings and what it costs, measured on gold."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from custody_records.compare.match import match
from custody_records.contract import FIELDS


@dataclass(slots=True)
class Row:
    """One rule's account.

    ``fires`` counts the entries that name the rule in their provenance; ``right`` and ``wrong``
    those that gold has and lacks (an entry of several rules counts for each). ``lost`` counts
    the spans that an overlap took from it, ``winners`` the rules that did.
    """

    rule: str
    fires: int = 0
    right: int = 0
    wrong: int = 0
    lost: int = 0
    winners: Counter[str] = field(default_factory=Counter)

    @property
    def verdict(self) -> str:
        """``never fired``, ``always shadowed``, or nothing."""
        if self.fires:
            return ""
        return "always shadowed" if self.lost else "never fired"


def ledger(
    records: Mapping[str, dict[str, Any]],
    gold: Mapping[str, dict[str, Any]],
    known: Iterable[str] = (),
    lost: Iterable[tuple[str, str]] = (),
) -> list[Row]:
    """Return a row for every rule, the most harmful first.

    ``known`` are the ids of all rules there are; ``lost`` are (loser, winner) pairs of rule ids,
    one for each span lost in an overlap. Harm is the number of wrong entries; of equal harm
    the rule that is right less often stands first.
    """
    rows = {rule: Row(rule) for rule in known}
    for id_, right in gold.items():
        ours = records.get(id_, {})
        for name in FIELDS:
            if name in right and name in ours:
                matched = {mine for mine, _ in match(name, ours[name], right[name])}
                for index, entry in enumerate(ours[name]):
                    for rule in {maker["id"] for maker in entry["provenance"]}:
                        row = rows.setdefault(rule, Row(rule))
                        row.fires += 1
                        row.right += index in matched
                        row.wrong += index not in matched
    for loser, winner in lost:
        row = rows.setdefault(loser, Row(loser))
        row.lost += 1
        row.winners[winner] += 1
    return sorted(rows.values(), key=lambda r: (-r.wrong, r.right, -r.fires, r.rule))
