"""Where the text quotes: from an opening mark to its closing one, over sentences and paragraphs.

A quotation that runs on into the next paragraph is opened again there and closed only in the
last: "He said: “They beat us. ¶ “Then they left,” he said." A mark that nothing closes before the
paragraph ends, with no mark at the head of the next, opens nothing.
"""

import re
from dataclasses import dataclass

_MARKS = re.compile(r'[“”„«»"]|\n')
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_LONGEST = 5000  # characters; beyond, a mark was forgotten


@dataclass(frozen=True, slots=True)
class Quotation:
    """``start`` is the opening mark, ``end`` the character after the closing one."""

    start: int
    end: int


def quotations(text: str) -> list[Quotation]:
    """Return the quotations of a text in order; linear in its length."""
    found: list[Quotation] = []
    opened: int | None = None
    for match in _MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if opened is not None and at - opened > _LONGEST:
            opened = None
        if mark == "\n":
            if opened is not None and not _goes_on(text, at):
                opened = None
        elif opened is None:
            if mark in _OPENING or (mark == '"' and _may_open(text, at)):
                opened = at
        elif mark in _OPENING or (mark == '"' and _heads_a_line(text, at)):
            continue  # opened again at the head of a paragraph
        elif mark in _CLOSING or mark == '"':
            found.append(Quotation(opened, at + 1))
            opened = None
    return found


def _goes_on(text: str, at: int) -> bool:
    """Tell whether the next line that is not empty begins with a mark."""
    return text[at : at + 40].lstrip()[:1] in ("“", "„", "«", '"')


def _heads_a_line(text: str, at: int) -> bool:
    return text[max(0, at - 40) : at].rstrip(" \t")[-1:] in ("\n", "")


def _may_open(text: str, at: int) -> bool:
    """Tell whether a straight mark stands where a quotation may begin."""
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ".,!?;")
