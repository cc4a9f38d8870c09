"""What is wrong with a gold record: against its text, against the contract, against itself."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from custody_records.compare.gold.identity import lacking
from custody_records.compare.gold.words import complaints, filled
from custody_records.compare.keys import Entry, conflict, folds, key
from custody_records.compare.label import label
from custody_records.compare.match import match
from custody_records.contract import ENTRIES, FIELDS


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt about one entry of gold."""

    article: str
    field: str
    entry: str
    doubt: str

    def __str__(self) -> str:
        """Return it as one line."""
        return f"{self.article}  {self.field}: {self.entry}: {self.doubt}"


def check(gold: dict[str, Any], body: str | None) -> Iterator[Finding]:
    """Yield what is wrong with one gold record; without a body its text is not looked at."""
    id_ = gold["article"]["id"]
    for field in sorted(gold.keys() - {"article", *FIELDS, "schema_version", "state"}):
        yield Finding(id_, field, "the whole field", "the contract has no such field")
    for field in (name for name in FIELDS if name in gold):
        if not isinstance(gold[field], list):
            yield Finding(id_, field, "the whole field", "is no list")
            continue
        whole = []
        for number, entry in enumerate(gold[field], start=1):
            if doubts := lacking(field, entry):
                named = f"entry {number}"
            else:
                named = label(field, entry)
                doubts = [*contract_faults(field, entry), *_text(entry, body)]
                whole.append(entry)
            yield from (Finding(id_, field, named, doubt) for doubt in doubts)
        if field != "events":
            yield from _duplicates(id_, field, whole)
    yield from _ties(id_, gold)


def contract_faults(field: str, entry: Entry) -> list[str]:
    """Return in words what the contract has against an entry, its mentions with offsets or not."""
    whole = filled(field, entry) | {"provenance": []}
    for name in ("mentions", "evidence"):
        texts = [whole[name]] if isinstance(whole.get(name), str) else whole.get(name)
        if isinstance(texts, list):
            whole[name] = [_unplaced(text) for text in texts]
    try:
        ENTRIES[field].model_validate(whole)
    except ValidationError as error:
        return complaints(field, error)
    return []


def _unplaced(mention: Any) -> Any:
    """Return a mention at offset 0: where it stands is looked at elsewhere."""
    text = mention.get("text") if isinstance(mention, dict) else mention
    return {"text": text, "start": 0, "end": len(text)} if isinstance(text, str) else mention


def _text(entry: Entry, body: str | None) -> Iterator[str]:
    if body is None:
        return
    for name in ("mentions", "evidence"):
        texts = entry.get(name) or ()
        for text in (texts,) if isinstance(texts, str) else texts:
            if isinstance(text, str) and not _stands_in(text, body):
                yield f"{name} {text!r} is not in the text"


def _stands_in(text: str, body: str) -> bool:
    """Tell whether the text is printed, white space aside (a line may be broken inside it)."""
    pattern = r"\s+".join(re.escape(word) for word in text.split())
    return bool(pattern) and re.search(pattern, body) is not None


def _duplicates(id_: str, field: str, entries: Sequence[Entry]) -> Iterator[Finding]:
    # Two figures of one number and noun may count different things; the rest is one thing.
    if field == "figures":
        return
    groups: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[key(field, entry)].append(entry)
    for group in groups.values():
        copies = max(sum(not conflict(field, one, other) for other in group) for one in group)
        if copies > 1:
            yield Finding(id_, field, label(field, group[0]), f"stands {copies} times")


def _ties(id_: str, gold: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what an event points to that the record does not hold."""
    facilities = folds(
        [name for f in _usable(gold, "facilities") if (name := f.get("code") or f.get("name"))]
    )
    dates = folds([d["value"] for d in _usable(gold, "dates")])
    for event in _usable(gold, "events"):
        for name, known, field in (
            ("facility", facilities, "facilities"),
            ("date", dates, "dates"),
        ):
            tied = event.get(name)
            if field in gold and isinstance(tied, str) and folds([tied]).isdisjoint(known):
                doubt = f"{name} {tied!r} is not among the {field}"
                yield Finding(id_, "events", label("events", event), doubt)


def _usable(gold: Mapping[str, Any], field: str) -> list[Entry]:
    entries = gold.get(field)
    return [e for e in entries if not lacking(field, e)] if isinstance(entries, list) else []


def contradicted(
    gold: Mapping[str, dict[str, Any]], runs: Sequence[Mapping[str, dict[str, Any]]]
) -> Iterator[Finding]:
    """Yield entries of gold that every run misses, and entries that every run has and gold lacks.

    With several configurations (models, rules) that agree against gold, gold may be the one in
    error: a place to look, not a verdict.
    """
    for id_, right in gold.items():
        held = [run[id_] for run in runs if id_ in run]
        for field in (name for name in FIELDS if name in right and name != "events"):
            lists = [record[field] for record in held if field in record]
            if not lists:
                continue
            found = [{j for _, j in match(field, ours, right[field])} for ours in lists]
            for index, entry in enumerate(right[field]):
                if not any(index in indices for indices in found):
                    yield Finding(id_, field, label(field, entry), "no run has it")
            shared = set.intersection(*({key(field, e) for e in ours} for ours in lists))
            spurious = shared - {key(field, entry) for entry in right[field]}
            for entry in lists[0]:
                if key(field, entry) in spurious:
                    yield Finding(id_, field, label(field, entry), "every run has it, gold not")
