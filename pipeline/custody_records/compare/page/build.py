"""One self-contained page of a comparison: texts with both sides' mentions, and what differs."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from custody_records.compare.context import Bodies, places
from custody_records.compare.differences import Difference
from custody_records.compare.keys import Entry
from custody_records.compare.label import label
from custody_records.compare.match import match
from custody_records.compare.summary import Summary
from custody_records.contract import FIELDS
from custody_records.outputs.page.render import render
from custody_records.outputs.write import write_text

Loaded = Mapping[str, dict[str, Any]]
# A span of an article's text: [start, end, field, side, label, rules].
Span = list[Any]
SCRIPTS = ("figures.js", "text.js", "differences.js", "page.js", "start.js")


def write_page(
    path: Path,
    found: Iterable[Difference],
    records: Loaded,
    gold: Loaded,
    bodies: Bodies,
    summary: Summary,
    command: str = "",
) -> None:
    """Write the page of a comparison; ``command`` is what opens a review of the same."""
    data = {**page_data(found, records, gold, bodies, summary), "command": command}
    write_text(path, render("custody_records.compare.page", data, scripts=SCRIPTS))


def page_data(
    found: Iterable[Difference],
    records: Loaded,
    gold: Loaded,
    bodies: Bodies,
    summary: Summary,
    entry_of: Callable[[Difference], str | None] | None = None,
) -> dict[str, Any]:
    """Return what the page of a comparison shows, in a file or served by a review.

    ``entry_of`` tells a review's entry that a difference is about.
    """
    by_article: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        by_article.setdefault(one.article, []).append(
            {
                "field": one.field,
                "kind": one.kind,
                "text": one.describe(),
                "rules": one.rules,
                "place": _first(bodies.body(one.article), one.ours or one.gold),
                "entry": entry_of(one) if entry_of else None,
            }
        )
    articles = [
        {
            "id": id_,
            "title": right["article"].get("title") or id_,
            "notice": records.get(id_, {}).get("article", {}).get("notice"),
            "body": bodies.body(id_) or "",
            "spans": spans(bodies.body(id_) or "", records.get(id_), right),
            "differences": by_article.get(id_, []),
        }
        for id_, right in gold.items()
    ]
    return {"articles": articles, "fields": list(summary.fields), "summary": summary.as_data()}


def spans(body: str, ours: dict[str, Any] | None, gold: dict[str, Any]) -> list[Span]:
    """Return what both sides mark in the body, each span once a field and entry."""
    found: list[Span] = []

    def mark(field: str, side: str, entry: Entry) -> None:
        rules = sorted({maker["id"] for maker in entry.get("provenance") or ()})
        for start, end in places(body, entry):
            found.append([start, end, field, side, label(field, entry), rules])

    for field in FIELDS:
        mine: list[Entry] = (ours or {}).get(field) or []
        theirs: list[Entry] = gold.get(field) or []
        pairs = match(field, mine, theirs)
        right, known = {i for i, _ in pairs}, {j for _, j in pairs}
        for index, entry in enumerate(mine):
            wrong = "ours" if field in gold else "unscored"
            mark(field, "both" if index in right else wrong, entry)
        for index, entry in enumerate(theirs):
            if ours and field in ours and index not in known:
                mark(field, "gold", entry)
    return sorted(found)


def _first(body: str | None, entry: Entry | None) -> int | None:
    return min((start for start, _ in places(body or "", entry or {})), default=None)
