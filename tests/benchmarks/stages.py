"""Where the time of the whole way goes: seconds a stage, one stage after the other."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.annotate.pipeline import Annotator, prepare
from pipeline.articles.read import read
from pipeline.outputs.rendered import Rendered
from pipeline.records.assemble import assemble
from pipeline.run.result import pack

_BATCH = 64


def measure(sources: list[Path]) -> dict[str, float]:
    """Return stage → seconds for the articles of all sources."""
    annotator = Annotator()
    spent: dict[str, float] = {}

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        begin = time.process_time()
        yield
        spent[name] = spent.get(name, 0.0) + time.process_time() - begin

    for start in range(0, len(sources), _BATCH):
        with stage("articles: read"):
            articles = [
                article for path in sources[start : start + _BATCH] for article in read(path)
            ]
        articles = [article for article in articles if article.info.language == "en"]
        with annotator.memory():
            with stage("annotate: tokens"):
                docs = [prepare(annotator.full, article) for article in articles]
            for name, component in annotator.full.pipeline:
                with stage(f"annotate: {name}"):
                    if hasattr(component, "pipe"):
                        docs = list(component.pipe(docs, batch_size=_BATCH))
                    else:
                        docs = [component(doc) for doc in docs]
            with stage("records: assemble"):
                pairs = list(zip(articles, docs, strict=True))
                records = [assemble(article, doc) for article, doc in pairs]
            with stage("outputs: render"):
                rendered = [Rendered.of(r, a.body) for r, a in zip(records, articles, strict=True)]
            with stage("run: pack"):
                for one in rendered:
                    pack(one)
    return spent
