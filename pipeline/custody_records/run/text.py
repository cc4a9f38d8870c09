"""The same way for a text in memory: ``from custody_records import extract, load``."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from custody_records.annotate.pipeline import Annotator
from custody_records.articles.read import from_text
from custody_records.contract import Record
from custody_records.records.assemble import assemble


@dataclass(frozen=True, slots=True)
class Extraction:
    """A record, and the cleaned body that its offsets point into."""

    record: Record
    body: str


@lru_cache(maxsize=2)
def load(model: str = "sm", rules: str | None = None) -> Annotator:
    """Load a model and rules once; pass the result to ``extract``, call after call.

    ``model`` is an alias, a package or a path, ``rules`` a folder (None: the package's own).
    Raises ModelNotFoundError, FileNotFoundError or RuleError.
    """
    return Annotator(model, rules)


def extract(
    text: str,
    annotator: Annotator | None = None,
    *,
    id: str = "text",
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    url: str | None = None,
    published: str | date | None = None,
    language: str | None = None,
    notice: str | None = None,
) -> Extraction:
    """Return the record of one article, the same as the command makes of a file with this text.

    ``text`` may carry site furniture, which is cut, and its first line may be the title.
    ``published`` is the day on which it appeared, the base of relative dates. Without an
    ``annotator`` the default one is loaded, once. Raises ArticleError for a text without a
    story, or metadata that cannot be (a ``published`` that is no date).
    """
    annotator = annotator or load()
    article = from_text(
        text,
        id=id,
        rules=annotator.rules,
        title=title,
        publisher=publisher,
        author=author,
        url=url,
        published=published.isoformat() if isinstance(published, date) else published,
        language=language,
        notice=notice,
    )
    with annotator.memory():
        (doc,) = annotator.annotate([article])
        return Extraction(assemble(article, doc), article.body)
