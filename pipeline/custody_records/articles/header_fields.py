"""The labelled data above a text: tables of archives ("Publisher | Forum 18") and clippings."""

import re
from dataclasses import dataclass, field

from custody_records.articles.own import own
from custody_records.rulebook import RuleFile

_ROW = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{2,22}?)\s*(?:\||\t)\s*(?P<value>\S.*)")
_CLIPPING = re.compile(r"(?P<label>[A-Za-z]{3,12})\s?:\s+(?P<value>\S.*)")
_URL = re.compile(r"https?://[^\s<>\"\]]+")
RULE = "header-field"
_FIRST = 60  # lines of a text in which its table stands


class HeaderFields(RuleFile):
    """``reading/header_fields.yaml``."""

    labels: dict[str, str]
    above_value: frozenset[str]


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

    A label stands before its value in one line ("Publisher | Forum 18") or above it; with a
    colon ("Title: ...", "Date: ...") only in the very first lines, as people keep clippings.
    """
    first = [(n, line.strip()) for n, line in enumerate(lines[:_FIRST]) if line.strip()]
    header = _clipping(first)
    for (n, line), (below, value) in zip(first, [*first[1:], (0, "")], strict=False):
        found = _ROW.fullmatch(line)
        if found and (label := _label(found["label"])):
            header.values.setdefault(label, found["value"].strip())
            header.lines.append(n)
        elif (label := _label(line)) in _rules().above_value and label and n not in header.lines:
            header.lines.append(n)
            if value and not _label(value):
                header.values.setdefault(label, value)
                header.lines.append(below)
    return header if len(header.values) > 1 else Header()


def _clipping(first: list[tuple[int, str]]) -> Header:
    header = Header()
    for n, line in first:
        found = _CLIPPING.fullmatch(line)
        label = _label(found["label"]) if found else None
        if not found or not label:
            break
        header.values.setdefault(label, found["value"].strip())
        header.lines.append(n)
    return header if len(header.values) > 1 else Header()


def _label(text: str) -> str | None:
    return _rules().labels.get(text.casefold().rstrip(" :"))


def _rules() -> HeaderFields:
    return own("header_fields.yaml", HeaderFields)
