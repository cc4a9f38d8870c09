"""``report.html``: the corpus as one page, for people who would rather look than read.

The page holds an index of all its articles, which is read when it opens, and each article's text
and values apart, which are read when the article is shown. It is written in two passes over the
records, so that memory does not grow with the texts; and it ends at so many articles, because a
browser's does.
"""

import json
from collections.abc import Iterator
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

from custody_records.outputs.exports.report.entries import panel
from custody_records.outputs.exports.report.index import Index
from custody_records.outputs.exports.source import Record, Source
from custody_records.outputs.page.render import embedded, render
from custody_records.outputs.write import whole

NAME = "report.html"
LIMIT = 2000  # articles; a page of these opens in under two seconds
SCRIPTS = ("state.js", "parts.js", "map.js", "chart.js", "overview.js", "things.js", "events.js",
           "article.js", "search.js", "start.js")  # fmt: skip
_TEXTS = "{{texts}}"


def write(source: Source, folder: Path) -> list[Path]:
    """Write the page and return its path."""
    index = Index()
    total = 0
    for record in source.records():
        if total < LIMIT:
            index.add(record)
        total += 1
    data = {**index.data(), "total": total, "limit": LIMIT, "world": world()}
    package = "custody_records.outputs.exports.report"
    head, tail = render(package, data, scripts=SCRIPTS).split(_TEXTS, 1)
    path = folder / NAME
    with whole(path) as file:
        file.write(head)
        for record in islice(source.records(), LIMIT):
            file.writelines(_texts(record, source.body(record), index))
        file.write(tail)
    return [path]


def _texts(record: Record, body: str | None, index: Index) -> Iterator[str]:
    """Yield an article's body and its entries, each as JSON in an element of its own."""
    yield _element("body", body or "")
    yield _element("entries", panel(record, index.ref))


def _element(kind: str, content: Any) -> str:
    text = embedded(json.dumps(content, ensure_ascii=False, separators=(",", ":")))
    return f'<script type="application/json" class="{kind}">{text}</script>\n'


def world() -> dict[str, Any]:
    """Return ``land`` (rings), ``borders`` and ``disputed`` (lines), and their ``source``.

    A line is a flat list in tenths of a degree: longitude and latitude of its first point, then
    the differences to each next one. See ``scripts/compile_world.py``.
    """
    text = files("custody_records.outputs.exports.report").joinpath("world.json").read_text("utf-8")
    told: dict[str, Any] = json.loads(text)
    return told
