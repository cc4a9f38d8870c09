"""Where the time goes, stage after stage: of the bare stock pipeline, and of our whole way."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from custody_records.annotate.model.installed import resolve
from custody_records.annotate.pipeline import Annotator, prepare
from custody_records.articles.read import read
from custody_records.outputs.rendered import Rendered
from custody_records.records.assemble import assemble
from custody_records.run.result import pack

_BATCH = 64


class Clock:
    """Processor time a stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the block's time to a stage."""
        begin = time.process_time()
        yield
        self.spent[name] = self.spent.get(name, 0.0) + time.process_time() - begin


def measure(sources: list[Path]) -> dict[str, dict[str, float]]:
    """Return pipeline ("stock", "whole") → stage → seconds for the articles of all sources."""
    stock, whole = Clock(), Clock()
    annotator, bare = Annotator(), spacy.load(resolve())
    for start in range(0, len(sources), _BATCH):
        with whole.stage("articles: read"):
            articles = [
                article for path in sources[start : start + _BATCH] for article in read(path)
            ]
        articles = [article for article in articles if article.info.language == "en"]
        with bare.memory_zone():
            with stock.stage("tokens"):
                docs = [bare.make_doc(article.body) for article in articles]
            _components(bare.pipeline, docs, stock, "")
        with annotator.memory():
            with whole.stage("annotate: tokens"):
                docs = [prepare(annotator.full, article) for article in articles]
            docs = _components(annotator.full.pipeline, docs, whole, "annotate: ")
            with whole.stage("records: assemble"):
                pairs = list(zip(articles, docs, strict=True))
                records = [assemble(article, doc) for article, doc in pairs]
            with whole.stage("outputs: render"):
                rendered = [Rendered.of(r, a.body) for r, a in zip(records, articles, strict=True)]
            with whole.stage("run: pack"):
                for one in rendered:
                    pack(one)
    return {"stock": stock.spent, "whole": whole.spent}


def _components(
    pipeline: Iterable[tuple[str, Any]], docs: list[Doc], clock: Clock, prefix: str
) -> list[Doc]:
    for name, component in pipeline:
        with clock.stage(f"{prefix}{name}"):
            if hasattr(component, "pipe"):
                docs = list(component.pipe(docs, batch_size=_BATCH))
            else:
                docs = [component(doc) for doc in docs]
    return docs


def table(stages: dict[str, dict[str, float]]) -> list[str]:
    """Return the lines of both profiles, each stage as a share of the bare stock pipeline."""
    stock = sum(stages["stock"].values())
    lines = []
    for title, name in (("stock pipeline", "stock"), ("whole way", "whole")):
        spent = stages[name]
        lines.append(f"{title:32}{sum(spent.values()) / stock:10.1%} of the stock pipeline")
        lines += [
            f"  {stage:30}{seconds / stock:10.1%}"
            for stage, seconds in sorted(spent.items(), key=lambda item: -item[1])
        ]
    return lines
