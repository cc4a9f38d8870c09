"""One article's record: every field of the contract, checked as a whole."""

from collections.abc import Iterator
from typing import Any, Self

from pydantic import Field

from custody_records.contract.article import ArticleInfo
from custody_records.contract.base import Entry, Mention, Strict
from custody_records.contract.date import Date
from custody_records.contract.event import Event
from custody_records.contract.facility import Facility
from custody_records.contract.figure import Figure
from custody_records.contract.names import Organization, Person, Place
from custody_records.contract.statute import Statute

SCHEMA_VERSION = "1.0"

# The fields of a record, in its order, and the model of each one's entries.
ENTRIES: dict[str, type[Strict]] = {
    "facilities": Facility,
    "statutes": Statute,
    "people": Person,
    "organizations": Organization,
    "places": Place,
    "dates": Date,
    "figures": Figure,
    "events": Event,
}
FIELDS = tuple(ENTRIES)


class Record(Strict):
    """What a reader of the article could write on an index card.

    A field that was not extracted is absent (``None`` here, no key in the output), which is not
    the same as an empty list.
    """

    schema_version: str = Field(default=SCHEMA_VERSION)
    article: ArticleInfo
    facilities: list[Facility] | None = None
    statutes: list[Statute] | None = None
    people: list[Person] | None = None
    organizations: list[Organization] | None = None
    places: list[Place] | None = None
    dates: list[Date] | None = None
    figures: list[Figure] | None = None
    events: list[Event] | None = None

    def mentions(self) -> Iterator[tuple[str, Mention]]:
        """Yield (field, mention) for every span of the body that the record points to."""
        for field in FIELDS:
            for entry in getattr(self, field) or ():
                spans = entry.mentions if isinstance(entry, Entry) else entry.evidence
                yield from ((field, mention) for mention in spans)

    def check_offsets(self, body: str) -> Self:
        """Return the record if ``body[start:end] == text`` holds throughout, else ValueError."""
        for field, mention in self.mentions():
            printed = body[mention.start : mention.end]
            if printed != mention.text:
                raise ValueError(
                    f"{self.article.id}: {field} mention {mention.text!r} at "
                    f"{mention.start}-{mention.end}, where the body has {printed!r}"
                )
        return self

    def counts(self) -> dict[str, int]:
        """Return the number of entries of every field that was extracted."""
        extracted = ((name, getattr(self, name)) for name in FIELDS)
        return {name: len(entries) for name, entries in extracted if entries is not None}

    def dump(self) -> dict[str, Any]:
        """Return plain data in the contract's form: absent fields have no key."""
        data = self.model_dump(mode="json")
        for field in FIELDS:
            if data[field] is None:
                del data[field]
        return data
