"""What exactly is wrong: each difference between a record and its gold, of one of four kinds."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from custody_records.compare.attributes import LISTS, SINGLE, items, same
from custody_records.compare.context import Bodies
from custody_records.compare.keys import Entry
from custody_records.compare.label import label
from custody_records.compare.likeness import alike, differing
from custody_records.compare.match import assign, match
from custody_records.contract import FIELDS
from custody_records.outputs.write import write_text

Kind = Literal["missing", "spurious", "wrong_value", "wrong_attribute"]
KINDS: tuple[Kind, ...] = ("missing", "spurious", "wrong_value", "wrong_attribute")


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. ``parts`` names what differs in a wrong value or attribute."""

    article: str
    field: str
    kind: Kind
    gold: Entry | None
    ours: Entry | None
    parts: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules and models that made our entry."""
        makers = (self.ours or {}).get("provenance") or ()
        return tuple(sorted({maker["id"] for maker in makers}))

    def describe(self) -> str:
        """Return the difference in words, without its article and field."""
        if self.ours is None:
            return label(self.field, self.gold or {})
        if self.gold is None:
            return label(self.field, self.ours)
        changes = ", ".join(
            f"{part}: {_shown(self.ours.get(part))} for {_shown(self.gold.get(part))}"
            for part in self.parts
        )
        return f"{label(self.field, self.gold)} [{changes}]"

    def as_data(self) -> dict[str, Any]:
        """Return plain data for one line of ``diff.jsonl``."""
        return {
            "article": self.article,
            "field": self.field,
            "kind": self.kind,
            "parts": list(self.parts),
            "rules": list(self.rules),
            "gold": self.gold,
            "ours": self.ours,
        }


def differences(
    records: Mapping[str, dict[str, Any]], gold: Mapping[str, dict[str, Any]]
) -> Iterator[Difference]:
    """Yield every difference, by article, field, then the order of the entries."""
    for id_, right in gold.items():
        ours = records.get(id_, {field: [] for field in FIELDS})
        for field in FIELDS:
            if field in right and field in ours:
                yield from field_differences(id_, field, ours[field], right[field])


def field_differences(
    id_: str, field: str, ours: Sequence[Entry], gold: Sequence[Entry]
) -> Iterator[Difference]:
    """Yield the differences of one field of one article."""
    pairs = match(field, ours, gold)
    for mine, theirs in pairs:
        parts = wrong_attributes(field, ours[mine], gold[theirs])
        if parts:
            yield Difference(id_, field, "wrong_attribute", gold[theirs], ours[mine], parts)
    left = sorted(set(range(len(ours))) - {mine for mine, _ in pairs})
    right = sorted(set(range(len(gold))) - {theirs for _, theirs in pairs})

    aligned = assign(left, right, lambda i, j: alike(field, ours[i], gold[j]), ours, gold)
    for mine, theirs in aligned:
        parts = differing(field, ours[mine], gold[theirs])
        yield Difference(id_, field, "wrong_value", gold[theirs], ours[mine], parts)
    for theirs in sorted(set(right) - {theirs for _, theirs in aligned}):
        yield Difference(id_, field, "missing", gold[theirs], None)
    for mine in sorted(set(left) - {mine for mine, _ in aligned}):
        yield Difference(id_, field, "spurious", None, ours[mine])


def wrong_attributes(field: str, ours: Entry, gold: Entry) -> tuple[str, ...]:
    """Return the attributes that gold gives otherwise than we do."""
    single = [n for n in SINGLE[field] if n in gold and not same(ours.get(n), gold[n])]
    lists = [n for n in LISTS.get(field, ()) if n in gold and items(ours.get(n)) != items(gold[n])]
    return (*single, *lists)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_shown(item) for item in value) or "nothing"
    if isinstance(value, dict):
        return " ".join(str(inner) for inner in value.values() if inner is not None)
    return "nothing" if value is None else repr(value)


def write_differences(path: Path, found: Iterable[Difference], bodies: Bodies) -> None:
    """Write the differences in their order, keys sorted."""
    lines = [
        json.dumps(
            {**one.as_data(), "sentence": bodies.sentence(one.article, one.ours or one.gold)},
            ensure_ascii=False,
            sort_keys=True,
        )
        for one in found
    ]
    write_text(path, "".join(line + "\n" for line in lines))
