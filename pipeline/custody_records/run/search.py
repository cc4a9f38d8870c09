"""The search for what is to be done: every source is looked up before it is read."""

from collections.abc import Iterator
from dataclasses import dataclass

from custody_records.articles.article import Article
from custody_records.run.keys import article_key, file_sha256, row_key, source_key
from custody_records.run.ledger import Ledger, SourceEntry
from custody_records.run.options import Options
from custody_records.run.reading import failure, obstacle, read_source
from custody_records.run.result import Failure
from custody_records.run.store import Store
from custody_records.run.ticket import Row, Ticket
from custody_records.run.watch import Watch


@dataclass(frozen=True, slots=True)
class Search:
    """Yields tickets for what is new; enters in the ledger what is known or cannot be read.

    ``force`` looks nothing up. A file of many articles is read here, row by row, so that one
    changed row is one article to do.
    """

    ledger: Ledger
    store: Store
    options: Options
    mark: str
    force: bool
    watch: Watch

    def __iter__(self) -> Iterator[Ticket]:
        """Go through the entries of the ledger."""
        for number, entry in enumerate(self.ledger.entries):
            if (trouble := obstacle(entry.source)) is not None:
                self._fail(entry, 0, trouble)
                continue
            try:
                entry.sha256, size = file_sha256(entry.source.path)
            except OSError as error:
                self._fail(entry, 0, failure(entry.source, error))
                continue
            entry.key = source_key(self.mark, entry.source.name, entry.sha256)
            keys = None if self.force else self.store.articles_of(entry.key)
            if keys is not None:
                self.ledger.keep(entry, keys)
                self.watch.done(1)
            elif entry.source.has_rows:
                yield from self._rows(number, entry)
                self.watch.done(1)
            else:
                yield Ticket(number, 0, entry.source, size)

    def _rows(self, number: int, entry: SourceEntry) -> Iterator[Ticket]:
        for row, article in enumerate(read_source(entry.source, self.options)):
            if isinstance(article, Failure):
                self._fail(entry, row, article)
                continue
            self.watch.expect(1)
            key = article_key(self.mark, article)
            if not self.force and self._is_known(key, article):
                entry.results[row, 0] = key
                self.watch.done(1)
            else:
                yield Ticket(number, row, Row(entry.source, article), len(article.body))

    def _is_known(self, key: bytes, article: Article) -> bool:
        if self.store.has(key):
            return True
        found = self.store.of_row(row_key(self.mark, article))
        if found is None:
            return False
        self.store.put([found.in_file(key, article.info.sha256)])
        return True

    def _fail(self, entry: SourceEntry, row: int, trouble: Failure) -> None:
        entry.results[row, 0] = trouble
        self.watch.article(trouble)
        self.watch.done(1)
