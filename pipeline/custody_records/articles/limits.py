"""How much of an input is taken, so that one file cannot take the whole machine."""

from dataclasses import dataclass

from custody_records.articles.errors import ArticleError


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one input.

    ``file_bytes`` is for a file that holds one article and for one line of JSON Lines; a file of
    many articles may be ``rows_bytes`` long. ``characters`` bounds one article's text: spaCy
    refuses more than a million, which is a book's length.
    """

    file_bytes: int = 16_000_000
    rows_bytes: int = 500_000_000
    characters: int = 1_000_000

    def check_bytes(self, name: object, size: int, limit: int) -> None:
        """Raise ArticleError if ``size`` bytes are more than ``limit``."""
        if size > limit:
            raise ArticleError(
                f"{name}: {size:,} bytes, more than the limit of {limit:,}; split it into "
                "articles or raise --max-bytes"
            )

    def check_text(self, name: object, text: str) -> None:
        """Raise ArticleError if the text is longer than an article may be."""
        if len(text) > self.characters:
            raise ArticleError(
                f"{name}: a text of {len(text):,} characters, more than the limit of "
                f"{self.characters:,}; split it into articles or raise --max-characters"
            )


DEFAULT = Limits()
