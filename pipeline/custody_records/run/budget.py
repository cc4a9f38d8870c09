"""Annotation within a budget of time: one text must not hold up a run for hours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic

from spacy.tokens import Doc

from custody_records.annotate.pipeline import Annotator
from custody_records.articles.article import Article
from custody_records.deadline import DeadlineError, deadline

# What makes entries of the mentions that were found; it runs also after a step was given up.
_CLOSING = frozenset(["entities"])


@dataclass(frozen=True, slots=True)
class Annotated:
    """What became of an article: its doc, or what went wrong, or the doc as far as it was done.

    ``unfinished`` names the component that took the rest of the time; the fields of those before
    it are in the doc.
    """

    doc: Doc | None = None
    error: Exception | None = None
    unfinished: str | None = None


def annotate(
    annotator: Annotator, articles: Sequence[Article], seconds: float
) -> Iterator[Annotated]:
    """Yield what became of each article, in order; each may take ``seconds``, 0 for no limit.

    All go through the components together, which is fastest. If that fails or takes longer than
    one article may, they go one by one, so that it is known whose fault it is.
    """
    try:
        with deadline(seconds):
            docs = list(annotator.annotate(articles))
    except Exception as error:  # any component's
        if len(articles) > 1:
            for article in articles:
                yield from annotate(annotator, [article], seconds)
        elif isinstance(error, DeadlineError):
            yield _by_component(annotator, articles[0], seconds)
        else:
            yield Annotated(error=error)
        return
    yield from (Annotated(doc) for doc in docs)


def _by_component(annotator: Annotator, article: Article, seconds: float) -> Annotated:
    """Return the doc of an article as far as its components come within the time."""
    doc, components = annotator.components(article)
    end = monotonic() + seconds
    unfinished: str | None = None
    for name, component in components:
        if unfinished and name not in _CLOSING:
            continue
        left = seconds if unfinished else max(end - monotonic(), 0.001)
        try:
            with deadline(left):
                doc = component(doc)
        except DeadlineError:
            unfinished = unfinished or name
        except Exception as error:
            return Annotated(error=error)
    return Annotated(doc, unfinished=unfinished)
