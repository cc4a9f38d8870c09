"""The search for what is to be done: every source is looked up before it is read."""

from collections.abc import Iterator

from custody_records.articles.article import Article
from custody_records.run.keys import article_key, file_sha256, row_key, source_key
from custody_records.run.ledger import Ledger, Page
from custody_records.run.options import Options
from custody_records.run.reading import failure, obstacle, read_source
from custody_records.run.result import Failure
from custody_records.run.store import Store
from custody_records.run.ticket import Row, Ticket
from custody_records.run.watch import Watch


class Search:
    """Yields tickets for what is new; enters in the ledger what is known or cannot be read.

    ``force`` looks nothing up. A file of many articles is read here, row by row, so that one
    changed row is one article to do.
    """

    def __init__(
        self, ledger: Ledger, store: Store, options: Options, mark: str, force: bool, watch: Watch
    ) -> None:
        self.ledger = ledger
        self.store = store
        self.options = options
        self.mark = mark
        self.force = force
        self.watch = watch

    def __iter__(self) -> Iterator[Ticket]:
        """Go through the pages of the ledger."""
        for number, page in enumerate(self.ledger.pages):
            if (trouble := obstacle(page.source)) is not None:
                self._fail(page, 0, trouble)
                continue
            try:
                page.sha256, size = file_sha256(page.source.path)
            except OSError as error:
                self._fail(page, 0, failure(page.source, error))
                continue
            page.key = source_key(self.mark, page.source.name, page.sha256)
            keys = None if self.force else self.store.articles_of(page.key)
            if keys is not None:
                self.ledger.keep(page, keys)
                self.watch.done(1)
            elif page.source.has_rows:
                yield from self._rows(number, page)
                self.watch.done(1)
            else:
                yield Ticket(number, 0, page.source, size)

    def _rows(self, number: int, page: Page) -> Iterator[Ticket]:
        for row, article in enumerate(read_source(page.source, self.options)):
            if isinstance(article, Failure):
                self._fail(page, row, article)
                continue
            self.watch.expect(1)
            key = article_key(self.mark, article)
            if not self.force and self._is_known(key, article):
                page.results[row, 0] = key
                self.watch.done(1)
            else:
                yield Ticket(number, row, Row(page.source, article), len(article.body))

    def _is_known(self, key: bytes, article: Article) -> bool:
        if self.store.has(key):
            return True
        found = self.store.of_row(row_key(self.mark, article))
        if found is None:
            return False
        self.store.put([found.in_file(key, article.info.sha256)])
        return True

    def _fail(self, page: Page, row: int, trouble: Failure) -> None:
        page.results[row, 0] = trouble
        self.watch.article(trouble)
        self.watch.done(1)
