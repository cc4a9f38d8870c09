"""The ingest: from what a person has to files of a corpus."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from custody_records.articles.article import Article
from custody_records.articles.compose import Composer, Origin
from custody_records.articles.errors import ArticleError
from custody_records.articles.read import composer
from custody_records.ingest.errors import RefusedError
from custody_records.ingest.folder import Added, Corpus, open_corpus
from custody_records.ingest.limits import Budget, Limits
from custody_records.ingest.piece import Found, Refusal, Skipped
from custody_records.ingest.sources import pieces
from custody_records.ingest.unpack import articles


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the user says of all articles, whatever they say of themselves.

    ``published`` is an ISO date, ``language`` an ISO 639-1 code.
    """

    published: str | None = None
    publisher: str | None = None
    language: str | None = None


@dataclass(slots=True)
class Report:
    """What an ingest did; files are named within the corpus, in the order they were met.

    ``skipped`` are the files of folders that are of no kind that is read.
    """

    added: list[Added] = field(default_factory=list)
    known: list[Added] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


_NONE = Overrides()
_DEFAULT = Limits()
Show = Callable[[str, Article, Added], None]


def ingest(
    sources: Sequence[str],
    folder: Path,
    *,
    overrides: Overrides = _NONE,
    limits: Limits = _DEFAULT,
    rules: str | None = None,
    dry: bool = False,
    show: Show | None = None,
    step: Callable[[], None] | None = None,
) -> Report:
    """Put the articles of the sources into a corpus folder; with ``dry`` only tell what would be.

    ``show`` is called with (where it comes from, article, what became of it) of each article,
    ``step`` after each document. What cannot be taken is in the report and in the corpus's
    ``.ingest.jsonl``. Raises LockedError, RuleError, OSError (the corpus cannot be written).
    """
    composing = composer(rules)
    report = Report()
    taken: set[str] = set()
    with open_corpus(folder, dry=dry) as corpus:
        try:
            for source in sources:
                for piece in pieces(source, limits):
                    if isinstance(piece, Skipped):
                        report.skipped.append(piece.name)
                    elif isinstance(piece, Refusal):
                        report.refused.append(piece)
                    else:
                        for found in articles(piece, Budget(limits)):
                            name = _take(found, corpus, composing, overrides, report, show)
                            taken.update([name] if name else [])
                    if step:
                        step()
        finally:
            corpus.log(report.refused, taken)
    return report


def _take(
    found: Found | Refusal,
    corpus: Corpus,
    composing: Composer,
    overrides: Overrides,
    report: Report,
    show: Show | None,
) -> str | None:
    """Add one article to the corpus; return its name if it is there now."""
    if isinstance(found, Refusal):
        report.refused.append(found)
        return None
    draft = replace(
        found.draft,
        id=None,
        publisher=overrides.publisher or found.draft.publisher,
        language=overrides.language or found.draft.language,
    )
    if overrides.published:
        draft = replace(draft, published=overrides.published, basis="option")
    try:
        article = composing.compose(draft, Origin("it", "it", "it", "0" * 64))
        added = corpus.add(article, found)
    except ArticleError as error:
        report.refused.append(Refusal(found.name, str(error).removeprefix("it: ")))
        return None
    except RefusedError as error:
        report.refused.append(Refusal(found.name, str(error)))
        return None
    (report.added if added.is_new else report.known).append(added)
    if show:
        show(found.name, article, added)
    return found.name
