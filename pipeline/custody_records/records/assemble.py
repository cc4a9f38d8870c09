"""From an annotated doc to a validated record."""

from collections.abc import Callable
from typing import Any

from spacy.tokens import Doc

from custody_records.articles.article import Article
from custody_records.contract import Record
from custody_records.records import (
    dates,
    events,
    facilities,
    figures,
    organizations,
    people,
    places,
    statutes,
)

# Field of the record, span group that must be there for it to have been extracted, gathering.
GATHERERS: tuple[tuple[str, str, Callable[[Doc], list[Any]]], ...] = (
    ("facilities", "facilities", facilities.gather),
    ("statutes", "statutes", statutes.gather),
    ("people", "people", people.gather),
    ("organizations", "organizations", organizations.gather),
    ("places", "places", places.gather),
    ("dates", "timex", dates.gather),
    ("figures", "figures", figures.gather),
)


def assemble(article: Article, doc: Doc) -> Record:
    """Return the record of one article; a field whose component did not run is absent."""
    fields: dict[str, Any] = {
        field: gather(doc) for field, group, gather in GATHERERS if group in doc.spans
    }
    if "events" in doc.spans:
        # Last: an event's participants go by the names of the entries gathered before.
        fields["events"] = events.gather(doc, fields, article.info.publisher)
    return Record(article=article.info, **fields).check_offsets(article.body)
