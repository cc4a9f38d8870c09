"""What reading keeps and cuts, and what it costs: ``python -m tests.benchmarks.reading [FOLDER]``.

For every article of a folder with gold beside it (``../shared/dev`` if none is named): the share of
gold's mention and evidence strings that survive in the body, of those that stand in the source;
the lines cut; for pages also what bare trafilatura (its defaults) loses, and which of the lines
that our rules cut it leaves. At the end the time of reading, text and pages apart.
"""

import json
import sys
import time
import unicodedata
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import trafilatura

from custody_records.articles.article import Article
from custody_records.articles.read import read

ROUNDS = 5


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def strings(entry: Any) -> Iterator[str]:
    """Every mention and evidence of a gold record."""
    if isinstance(entry, list):
        for item in entry:
            yield from strings(item)
    elif isinstance(entry, dict):
        yield from entry.get("mentions", [])
        if isinstance(entry.get("evidence"), str):
            yield entry["evidence"]
        for key, value in entry.items():
            if key not in {"mentions", "evidence", "article"}:
                yield from strings(value)


def main(folder: Path) -> None:
    paths = sorted(p for p in folder.iterdir() if p.suffix in {".txt", ".html"})
    total = kept = bare_total = bare_kept = 0
    for path in paths:
        gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
        raw = path.read_text(encoding="utf-8")
        source = folded(unescape(raw))
        wanted = [text for text in map(folded, strings(gold)) if text in source]
        (article,) = read(path)
        body = folded(article.body)
        lost = sorted({text for text in wanted if text not in body})
        total += len(wanted)
        kept += sum(text in body for text in wanted)
        line = f"{path.name}: {len(article.cuts)} lines cut, {len(lost)} strings lost {lost or ''}"
        if path.suffix == ".html":
            bare = folded(trafilatura.extract(raw) or "")
            bare_total += len(wanted)
            bare_kept += sum(text in bare for text in wanted)
            gone = sorted({text for text in wanted if text not in bare})
            left = [cut.text for cut in article.cuts if folded(cut.text) in bare]
            line += f"; bare trafilatura: {len(gone)} lost {gone or ''}, {len(left)} left {left}"
        print(line)
    print(f"strings of gold kept: {kept} of {total}")
    if bare_total:
        print(f"  in the pages, by bare trafilatura: {bare_kept} of {bare_total}")
    for suffix in (".txt", ".html"):
        chosen = [path for path in paths if path.suffix == suffix]
        begun = time.process_time()
        for _ in range(ROUNDS):
            articles: list[Article] = [article for path in chosen for article in read(path)]
        spent = time.process_time() - begun
        size = sum(path.stat().st_size for path in chosen)
        if articles:
            cost = spent / ROUNDS / len(chosen) * 1000
            print(f"{suffix}: {cost:.2f} ms an article of {size // len(chosen)} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/dev"))
