"""The rules of articles for ``extract rules``: all of them, and which of them fire on a text."""

from collections.abc import Iterator
from pathlib import Path

from custody_records.articles import dateline
from custody_records.articles.dateline import Datelines
from custody_records.articles.furniture.rules import Furniture
from custody_records.rulebook import kept
from custody_records.rulebook.rule import Rule


def load(folder: Path) -> list[Rule]:
    """Return the rules of lines, boxes, ends of lines and datelines. Raises RuleError."""
    furniture, datelines = _of(folder)
    file = furniture.file
    return [*file.lines, *file.blocks, *file.endings, *datelines.rules]


def fired(text: str, folder: Path) -> Iterator[tuple[str, object]]:
    """Yield (rule, reading) for every rule that fires on a line, wherever it might stand."""
    furniture, datelines = _of(folder)
    yield from ((rule, None) for rule in furniture.every(text))
    if read := datelines.read(text):
        yield read.rule, read


@kept("articles")
def _of(folder: Path) -> tuple[Furniture, Datelines]:
    return Furniture(folder), dateline.load(folder)
