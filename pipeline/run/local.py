"""The run on one machine: every source through the rooms, in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.annotate.pipeline import Annotator
from pipeline.articles.article import Article
from pipeline.articles.errors import ArticleError
from pipeline.articles.read import read
from pipeline.contract import Record
from pipeline.records.assemble import assemble


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no record, and why."""

    source: str
    reason: str


def run(
    sources: list[tuple[Path, str]],
    annotator: Annotator,
    failures: list[Failure],
    published: str | None = None,
) -> Iterator[tuple[Article, Record]]:
    """Yield (article, record) for every article; inputs that fail are added to ``failures``."""
    for path, name in sources:
        try:
            articles = list(read(path, source=name, published=published))
        except (ArticleError, OSError, UnicodeDecodeError) as error:
            failures.append(Failure(name, str(error)))
            continue
        for article, doc in zip(articles, annotator.annotate(articles), strict=True):
            yield article, assemble(article, doc)
