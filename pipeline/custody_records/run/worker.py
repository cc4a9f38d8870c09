"""The steps in order, for a handful of inputs: read, annotate, assemble, render.

Every engine (one process, many, a cluster) runs this same code. Nothing that is wrong with one
input touches another: it becomes a Failure that names the file.
"""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext, suppress

from custody_records.annotate.pipeline import Annotator
from custody_records.articles.article import Article
from custody_records.articles.errors import ArticleError
from custody_records.articles.read import from_text
from custody_records.outputs.rendered import Rendered
from custody_records.records.assemble import assemble
from custody_records.run.budget import Annotated, annotate
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
_SAMPLE = "Police in Almaty said on 3 May 2019 that 12 inmates of colony LA-155/8 were beaten.\n"


class Worker:
    """Holds the loaded annotator. ``fingerprint`` is that of the options."""

    def __init__(self, options: Options, fingerprint: str) -> None:
        self.options = options
        self.fingerprint = fingerprint
        self.annotator = Annotator(options.model, options.rules)
        self._learned = 0  # articles
        self._warm_up()

    def _warm_up(self) -> None:
        """Load now what is read and compiled when a first article asks for it: half a second.

        It is no article's own time, which ``--timeout`` bounds. What is wrong here is wrong with
        every article, whose failures tell it.
        """
        with suppress(Exception):
            self._process_sample()

    def _process_sample(self) -> None:
        article = from_text(_SAMPLE, rules=self.options.rules, language=self.annotator.language)
        for doc in self.annotator.annotate([article]):
            Rendered.of(assemble(article, doc), article.body)
            doc.user_data.clear()

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
            articles = [article for _, _, article in read]
            annotated = annotate(self.annotator, articles, self.options.timeout)
            for (index, source, article), one in zip(read, annotated, strict=True):
                results[index] += self._finish(source, article, one, items[index])
                if one.doc is not None:
                    one.doc.user_data.clear()  # its cache points back to it; gone at once
        return results

    def _finish(
        self, source: Source, article: Article, annotated: Annotated, item: Item
    ) -> Iterator[Result]:
        """Yield the result of an article, and the failure of one that was not finished."""
        if annotated.doc is None:
            yield failure(source, annotated.error or RuntimeError("no doc"), article)
            return
        try:
            record = assemble(article, annotated.doc)
            rendered = Rendered.of(record, article.body)
        except Exception as error:  # a record that breaks the contract is this article's failure
            yield failure(source, error, article)
            return
        whole = annotated.unfinished is None
        # What is not whole must not be found again: the next run tries anew.
        mark = self.fingerprint if whole else f"{self.fingerprint}:unfinished"
        yield Done(
            key=article_key(mark, article),
            summary=Summary(
                id=article.info.id,
                source=source.name,
                sha256=article.info.sha256,
                language=article.info.language,
                text=article.text_hash,
                counts=record.counts(),
                dated=article.info.published is not None,
                doubts=article.doubts,
            ),
            packed=pack(rendered),
            row=row_key(mark, article) if whole and isinstance(item, Row) else None,
        )
        if not whole:
            yield failure(source, _unfinished(annotated.unfinished, self.options.timeout))


def _unfinished(component: str | None, seconds: float) -> ArticleError:
    return ArticleError(
        f"not finished within {seconds:g} s, the component {component!r} took the rest; the record "
        "has the fields of the components before it; raise --timeout, or split the text"
    )
