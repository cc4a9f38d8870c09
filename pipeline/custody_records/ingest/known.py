"""The articles that a corpus holds, by what identifies them."""

from dataclasses import dataclass, field

from custody_records.contract import ArticleInfo


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a text has appeared, as far as it is known, and the file that holds it."""

    url: str | None
    publisher: str | None
    file: str

    def may_be(self, info: ArticleInfo) -> bool:
        """Tell whether nothing says that the same text has appeared elsewhere."""
        if self.url and info.url:
            return self.url == info.url
        return not self.publisher or not info.publisher or self.publisher == info.publisher


@dataclass(slots=True)
class Known:
    """The articles that are there, by what identifies them."""

    sources: dict[tuple[str, int], str] = field(default_factory=dict)
    texts: dict[str, list[Printed]] = field(default_factory=dict)

    def enter(self, source: tuple[str, int], text: str, printed: Printed) -> None:
        """Enter an article: (SHA-256 of its original, row), hash of its text, where it appeared."""
        self.sources[source] = printed.file
        self.texts.setdefault(text, []).append(printed)
