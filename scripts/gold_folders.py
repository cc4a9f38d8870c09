"""What the trainers learn from: annotated articles with the events that gold tells in them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from custody_records.annotate.pipeline import Annotator
from custody_records.annotate.text import text_of
from custody_records.articles.read import is_article, read

# First character of an event's evidence and the one behind its last, and the event.
Told = tuple[int, int, dict[str, Any]]


def annotated(folder: Path, annotator: Annotator) -> Iterator[tuple[str, Doc, list[Told]]]:
    """Yield id, doc and gold events of a folder's articles that stand in its ``gold.jsonl``."""
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {entry["article"]["id"]: entry for entry in map(json.loads, lines)}
    paths = sorted(path for path in folder.iterdir() if is_article(path.name))
    articles = [article for path in paths for article in read(path) if article.info.id in gold]
    for article, doc in zip(articles, annotator.annotate(articles), strict=True):
        yield article.info.id, doc, list(_evidence(gold[article.info.id], text_of(doc)))


def _evidence(gold: dict[str, Any], text: str) -> Iterator[Told]:
    for event in gold.get("events", ()):
        evidence = event.get("evidence") or ()
        for part in [evidence] if isinstance(evidence, str) else evidence:
            start = text.find(part)
            if start >= 0:
                yield start, start + len(part), event
