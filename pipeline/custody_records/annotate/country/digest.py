"""Which country a paragraph is about, in a digest of several countries.

"JAPAN. A prisoner died at ...", "■ RUSSIA / Saratov. The trial of ...": the head of a paragraph
tells it, until the next head. Else a text of no one country is told by the words of a paragraph.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from custody_records.annotate.country.evidence import CountryCues

_PARAGRAPH = re.compile(r"[^\n]+")
_OPENS = 4  # characters of a bullet before the country of a head
_HEAD = 40  # characters in which a head stands
_HEAD_ENDS = re.compile(r"\s?(?:[.:/|]|[–—-]\s|$)")
_FEWEST = 2  # heads of paragraphs that make a digest


@dataclass(frozen=True, slots=True)
class CountrySpan:
    """Characters ``[start, end)`` and the country (ISO 3166 alpha-2) that they are about."""

    start: int
    end: int
    country: str


def country_at(doc: Doc, position: int) -> str | None:
    """Return the country that the text is about at a character, None if nothing tells it."""
    spans: tuple[CountrySpan, ...] = doc._.countries or ()
    index = bisect_right(spans, position, key=lambda span: span.start) - 1
    if index >= 0 and position < spans[index].end:
        return spans[index].country
    country: str | None = doc._.country
    return country


def of_paragraphs(text: str, country: str | None, cues: CountryCues) -> tuple[CountrySpan, ...]:
    """Return what tells its own country, in order: the text below heads, and paragraphs above."""
    paragraphs = [found.span() for found in _PARAGRAPH.finditer(text)]
    heads = [
        (start, code) for start, end in paragraphs if (code := _of_head(text[start:end], cues))
    ]
    if len({code for _, code in heads}) < _FEWEST:
        heads = []
    first, *ends = *(start for start, _ in heads), len(text)
    headed = [CountrySpan(start, end, code) for (start, code), end in zip(heads, ends, strict=True)]
    told = [
        CountrySpan(start, end, code)
        for start, end in paragraphs
        if country is None and start < first and (code := _of_words(text[start:end], cues))
    ]
    return (*told, *headed)


def _of_head(paragraph: str, cues: CountryCues) -> str | None:
    head = paragraph[:_HEAD]
    cue = next(cues.find(head), None)
    named = cue is not None and cue.kind == "name" and cue.start <= _OPENS
    return cue.country if cue and named and _HEAD_ENDS.match(paragraph, cue.end) else None


def _of_words(paragraph: str, cues: CountryCues) -> str | None:
    """Return the one country to which all words of a paragraph point."""
    found = {cue.country for cue in cues.find(paragraph) if not cue.rivals}
    return found.pop() if len(found) == 1 else None
