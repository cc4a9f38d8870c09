"""How a sentence is printed: as a heading or as running text, and where its print ends."""

import re

from spacy.tokens import Span

from custody_records.annotate.text import text_of

_CLOSING = frozenset(".!;:,…”\"')]»")
_TITLE = 80  # characters of a title before its last sentence
_LINE_END = re.compile(r" *(?:\n|\Z)")
_BULLETS = frozenset("•-–—*·")


def is_heading(sentence: Span) -> bool:
    """Tell whether a sentence is a line of its own without closing punctuation or bullet.

    A title may have two: "Tashkent. A warden is sentenced".
    """
    whole = text_of(sentence.doc)
    text = whole[sentence.start_char : sentence.end_char].strip()
    at = sentence.start_char
    while at and whole[at - 1] == " ":
        at -= 1
    alone = at == 0 or whole[at - 1] == "\n"
    ends = _LINE_END.match(whole, printed_end(sentence)) is not None
    titled = "\n" not in whole[:at] and at < _TITLE
    return (alone or titled) and ends and text[-1:] not in _CLOSING and text[:1] not in _BULLETS


def printed_end(sentence: Span) -> int:
    """Return the end of a sentence without the white space that closes it."""
    printed = text_of(sentence.doc)[sentence.start_char : sentence.end_char]
    return sentence.start_char + len(printed.rstrip())
