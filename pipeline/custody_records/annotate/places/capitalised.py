"""Capitalised words of a text, and what stands around a span of it."""

import re
from typing import NamedTuple

from custody_records.annotate.places.rules import WORD
from custody_records.contract.fold import ARTICLE

_CAPITALISED = re.compile(rf"(?<![\w’'-]){WORD}")
_NEXT_WORD = re.compile(r"[ \xa0]+([^\W\d_][\w’'-]*)")
_LEAD = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[a-z][\w-]*)[ \xa0]+|[\"“”‘«(\[•*–—-][ \xa0]*)(?=\W*[^\W\d_])"
)
_TAIL = re.compile(r"(?:['’]s?|[\s\"“”‘’».,;:)\]–—-]+)$")


class Word(NamedTuple):
    """A capitalised word at ``[start, end)``, without its possessive."""

    text: str
    start: int
    end: int


def capitalised(text: str) -> list[Word]:
    """Return the capitalised words of a text; hyphenated ones are one word."""
    found = []
    for match in _CAPITALISED.finditer(text):
        found.append(Word(match[0], *match.span()))
    return found


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop the article, quotes, lower-case words in front and the possessive of a span.

    A span that runs over a line's end is cut there.
    """
    line_end = text.find("\n", start, end)
    if line_end > start:
        end = line_end
    while start < end and (lead := _LEAD.match(text, start, end)):
        start = lead.end()
    while start < end and (tail := _TAIL.search(text[start:end])):
        if text[end - 1] == "." and re.search(r"(?:\b[A-Z]\.)+$", text[start:end]):
            break  # "U.S."
        end = start + tail.start()
    return start, end


def word_before(text: str, start: int) -> str:
    """Return the word before a span (and before its article), lower case; empty if none."""
    before = text[max(0, start - 40) : start].rpartition("\n")[2]
    if not before or not before[-1].isspace():
        return ""
    words = before.split()
    if len(words) > 1 and words[-1].lower() == ARTICLE.rstrip():
        words.pop()
    last = words[-1].lstrip('("“‘«') if words else ""
    if not last or not (last[-1].isalnum() or last[-1] in ".'’"):
        return ""
    return last.casefold().rstrip(".")


def word_after(text: str, end: int) -> str:
    """Return the word after a span on the same line, as printed; empty if none."""
    found = _NEXT_WORD.match(text, end)
    return found[1] if found else ""
