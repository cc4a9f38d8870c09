"""The rooms in order, for a handful of inputs: read, annotate, assemble, render.

Every engine (one process, many, a cluster) runs this same code. Nothing that is wrong with one
input touches another: it becomes a Failure that names the file.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace

from spacy.tokens import Doc

from custody_records.annotate.pipeline import Annotator
from custody_records.articles.article import Article
from custody_records.outputs.rendered import Rendered
from custody_records.records.assemble import assemble
from custody_records.run.keys import article_key, row_key
from custody_records.run.options import Options
from custody_records.run.plan import Source
from custody_records.run.reading import failure, read_source
from custody_records.run.result import Done, Failure, Result, Summary, pack
from custody_records.run.ticket import Item, Row

# The words of so many first articles stay known: most of those to come are among them, and a word
# that is new to the vocabulary costs twenty times one that it has. All later ones are forgotten
# with their batch, or a long run would fill the memory.
_LEARNED = 256


class Worker:
    """Holds the loaded annotator. ``fingerprint`` is that of the options."""

    def __init__(self, options: Options, fingerprint: str) -> None:
        self.options = options
        self.fingerprint = fingerprint
        self.annotator = Annotator(options.model, options.rules)
        self._learned = 0  # articles
        # Model and rules are half a million objects that stay; the collector need not walk
        # through them every time that an article has made a few thousand.
        gc.collect()
        gc.freeze()
        gc.set_threshold(20_000, 20, 20)

    def process(self, items: Sequence[Item]) -> list[list[Result]]:
        """Return the results of every item: one an article, in the file's order."""
        results: list[list[Result]] = [[] for _ in items]
        read: list[tuple[int, Source, Article]] = []
        for index, item in enumerate(items):
            if isinstance(item, Row):
                read.append((index, item.source, item.article))
                continue
            for article in read_source(item, self.options):
                if isinstance(article, Failure):
                    results[index].append(article)
                else:
                    read.append((index, item, article))
        learns = self._learned < _LEARNED
        self._learned += len(read)
        with nullcontext() if learns else self.annotator.memory():
            docs = self._annotate([article for _, _, article in read])
            for (index, source, article), doc in zip(read, docs, strict=True):
                done = self._finish(source, article, doc)
                if isinstance(doc, Doc):
                    doc.user_data.clear()  # its notes point back to it; gone at once, not later
                if isinstance(done, Done) and isinstance(items[index], Row):
                    done = replace(done, row=row_key(self.fingerprint, article))
                results[index].append(done)
        return results

    def _annotate(self, articles: Sequence[Article]) -> Iterator[Doc | Exception]:
        """Yield the doc of each article, or what went wrong with it."""
        try:
            docs = list(self.annotator.annotate(articles))
        except Exception as error:  # any component's: one by one then, to find whose it is
            if len(articles) == 1:
                yield error
                return
            for article in articles:
                yield from self._annotate([article])
            return
        yield from docs

    def _finish(self, source: Source, article: Article, doc: Doc | Exception) -> Result:
        if isinstance(doc, Exception):
            return failure(source, doc, article)
        try:
            record = assemble(article, doc)
            rendered = Rendered.of(record, article.body)
        except Exception as error:  # a record that breaks the contract is this article's failure
            return failure(source, error, article)
        return Done(
            key=article_key(self.fingerprint, article),
            summary=Summary(
                id=article.info.id,
                source=source.name,
                sha256=article.info.sha256,
                language=article.info.language,
                text=article.text_hash,
                counts=record.counts(),
            ),
            packed=pack(rendered),
        )
