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
    "comments": "comments",
    "reference": "reference",
}
_ROW = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{2,22}?)\s*(?:\||\t)\s*(?P<value>\S.*)")
_URL = re.compile(r"https?://[^\s<>\"\]]+")
RULE = "header-field"
_FIRST = 60  # lines of a text in which its table stands


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
    """Return the labelled values among a text's first lines; one alone is no table.

    A label stands before its value in one line ("Publisher | Forum 18") or above it.
    """
    header = Header()
    first = [(n, line.strip()) for n, line in enumerate(lines[:_FIRST]) if line.strip()]
    for (n, line), (below, value) in zip(first, [*first[1:], (0, "")], strict=False):
        found = _ROW.fullmatch(line)
        if found and (label := _label(found["label"])):
            header.values.setdefault(label, found["value"].strip())
            header.lines.append(n)
        elif (label := _label(line)) and n not in header.lines:
            header.lines.append(n)
            if value and not _label(value):
                header.values.setdefault(label, value)
                header.lines.append(below)
    return header if len(header.values) > 1 else Header()


def _label(text: str) -> str | None:
    return _LABELS.get(text.casefold().rstrip(" :"))
