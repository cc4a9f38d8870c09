"""The table above a text in archives such as Refworld: "Publication Date | 18 May 2018"."""

import re
from dataclasses import dataclass, field

_LABELS = {
    "title": "title",
    "headline": "title",
    "publisher": "publisher",
    "publication date": "published",
    "date of publication": "published",
    "published": "published",
    "author": "author",
    "authors": "author",
    "url": "url",
    "link": "url",
    "source": "source",
    "cite as": "cite",
    "citation": "cite",
    "disclaimer": "disclaimer",
    "country": "country",
    "countries": "country",
    "topics": "topics",
    "topic": "topics",
    "themes": "topics",
    "related document": "related",
    "related documents": "related",
    "type": "type",
    "document type": "type",
    "language": "language",
    "reference": "reference",
}
_ROW = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{2,22}?)\s*(?:\||\t)\s*(?P<value>\S.*)")
_URL = re.compile(r"https?://[^\s<>\"\]]+")
RULE = "header-field"


@dataclass(slots=True)
class Header:
    """The labelled values and the numbers of the lines that print them."""

    values: dict[str, str] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)

    @property
    def url(self) -> str | None:
        """The address under which the text is kept ("available at: https://...")."""
        for label in ("url", "cite"):
            if found := _URL.search(self.values.get(label, "")):
                return found[0].rstrip(".,;")
        return None


def read(lines: list[str]) -> Header:
    """Return the labelled rows among a text's first lines; one row alone is no table."""
    header = Header()
    for n, line in enumerate(lines[:60]):
        found = _ROW.fullmatch(line.strip())
        label = _LABELS.get(found["label"].casefold().strip()) if found else None
        if found and label:
            header.values.setdefault(label, found["value"].strip())
            header.lines.append(n)
    return header if len(header.lines) > 1 else Header()
