"""The entries of one article for its panel: label, facts, makers, places in the text."""

from collections.abc import Callable
from typing import Any

from custody_records.contract import FIELDS
from custody_records.outputs import labels
from custody_records.outputs.basis import SETTINGS, basis_of
from custody_records.outputs.exports.source import mentions
from custody_records.outputs.located import precision

Entry = dict[str, Any]
Facts = list[tuple[str, Any]]


def panel(record: dict[str, Any], ref: Callable[[str, Entry], str | None]) -> list[list[Any]]:
    """Return [field, label, facts, makers, mentions, ref] of every entry, in the record's order.

    Mentions are [start, end] in code points; ``ref`` gives the address of an entry's own page.
    """
    return [
        [
            field,
            describe(field, entry),
            facts(field, entry),
            [maker["id"] for maker in entry["provenance"]],
            [[m["start"], m["end"]] for m in mentions(entry)],
            ref(field, entry),
        ]
        for field in FIELDS
        for entry in record.get(field) or ()
    ]


def describe(field: str, entry: Entry) -> str:
    """Return the canonical value of an entry in a few words."""
    if field == "facilities":
        return ", ".join(part for part in (entry["code"], entry["name"]) if part)
    if field == "statutes":
        return labels.statute(entry)
    if field == "dates":
        until = f" to {entry['end']}" if entry["end"] else ""
        mod = f" ({entry['modifier'].lower()})" if entry["modifier"] else ""
        return f"{entry['value']}{until}{mod}"
    if field == "figures":
        return labels.figure(entry)
    if field == "events":
        parts = (labels.spoken(entry["type"]), entry["date"], "; ".join(entry["subjects"]))
        return " · ".join(part for part in parts if part)
    return str(entry["name"])


def facts(field: str, entry: Entry) -> Facts:
    """Return the further attributes of an entry that have a value, as (name, value) in words."""
    if field == "events":
        return _of_event(entry)
    found: Facts = []
    if field == "facilities":
        kind = labels.spoken(entry["kind"]) if entry["kind"] else None
        found = [("kind", kind), ("place", entry["place"]), ("country", entry["country"])]
        found.append(("also called", "; ".join(entry.get("aliases") or ())))
    elif field == "people":
        found = [("roles", "; ".join(entry["roles"])), ("age", entry["age"])]
    elif field == "statutes":
        found = [("penalties", "; ".join(map(labels.penalty, entry["penalties"])))]
    if link := entry.get("link"):
        found.append(("gazetteer", f"{link['authority']} {link['id']}"))
        if link["latitude"] is not None:
            at = f"{link['latitude']:.3f}, {link['longitude']:.3f} ({precision(link)})"
            found.append(("point", at))
    return [(name, str(value)) for name, value in found if value]


def _of_event(event: Entry) -> Facts:
    found: Facts = [("status", labels.spoken(event["status"]))]
    for setting in SETTINGS:
        if event[setting] is not None:
            basis = basis_of(event, setting)
            how = f" ({_HOW[basis]})" if basis else ""
            found.append((setting, f"{event[setting]}{how}"))
    for part, name in (("subjects", "to whom"), ("actors", "by whom"), ("sources", "who says so")):
        if event[part]:
            found.append((name, "; ".join(event[part])))
    return found


_HOW = {
    "sentence": "stated",
    "reference": "stated by reference",
    "paragraph": "inferred from the paragraph",
    "article": "inferred from the article",
}
