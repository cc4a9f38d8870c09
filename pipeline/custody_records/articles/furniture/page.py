"""A text as lines that are judged, and what a judgement may say beside a rule's id."""

import re
from dataclasses import dataclass

from custody_records.articles.article import Cut

# Reasons for a cut that are no rules of ``rules/articles`` but follow from where a line stands.
AFTER_STORY = "after-the-story"
BEFORE_HEADLINE = "before-the-headline"
BYLINE = "byline"
DATE_LINE = "date-line"
MENU_SHAPED = "menu-shaped"
NAME_LINE = "name-beside-date"
SIGNATURE = "publisher-name"
REPEATED_HEADLINE = "repeated-headline"


@dataclass(slots=True)
class Page:
    """The lines of a text, and why each is cut: a rule's id, or None if it is kept.

    ``headline`` is the number of the line that is the title, None if there is none. The story's
    paragraphs are bounded by ``start``, the number of the first, and ``end``, one past the last.
    ``menus``: what ``cut`` says of the lines of menus.
    """

    lines: list[str]
    cut: list[str | None]
    headline: int | None = None
    start: int = 0
    end: int = 0
    menus: frozenset[str] = frozenset()

    def cuts(self) -> tuple[Cut, ...]:
        """Return what was cut, in the order of the text."""
        return tuple(Cut(t, r) for t, r in zip(self.lines, self.cut, strict=True) if r and t)


_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


def is_prose(line: str) -> bool:
    """Tell whether a line is a paragraph of a story by its length and its end.

    A headline is shorter or ends without a stop; a heading is much shorter.
    """
    words = line.count(" ") + 1
    return words >= 28 or (words >= 9 and _END.search(line) is not None)


def is_short(line: str) -> bool:
    """Tell whether a line could be a heading or a headline: few words, no sentence's end."""
    return line.count(" ") < 30 and not line.endswith((".", ";", ","))
