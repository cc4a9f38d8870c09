"""Cut the furniture of a page's text by what its lines say and by where they stand.

Three stretches are judged differently. *Leading* is all before the story's first paragraph, with
the headline in it; *trailing* all after its last; between them only boxes and share bars are cut,
since there a line that looks like a menu may be a heading.
"""

import re
from dataclasses import dataclass

from pipeline.articles.article import Cut
from pipeline.articles.byline import author_in
from pipeline.articles.days_printed import on_date_line
from pipeline.articles.furniture.headline import MENU_SHAPED, find, same
from pipeline.articles.furniture.menu import is_menu_shaped
from pipeline.articles.furniture.rules import Furniture
from pipeline.articles.furniture.shape import is_prose, is_short

BYLINE = "byline"
DATE_LINE = "date-line"
NAME_LINE = "name-beside-date"
BEFORE_HEADLINE = "before-the-headline"
AFTER_STORY = "after-the-story"
REPEATED_HEADLINE = "repeated-headline"
_SAME_BOX = 14  # lines; a box of headlines is not longer


# A person's name: two or three capitalised words, nothing else.
_NAME = re.compile(r"[A-Z][a-z’'-]+(?:\s(?:[A-Z]\.|[A-Z][a-z’'A-Z-]+)){1,2}")
_BESIDE_NAME = frozenset({DATE_LINE, "author-role"})


@dataclass(slots=True)
class Page:
    """The lines of a text, and by which rule each is cut (None: it is kept).

    ``headline`` is the number of the line that is the title, None if there is none. The story's
    paragraphs are bounded by ``start``, the number of the first, and ``end``, one past the last.
    """

    lines: list[str]
    cut: list[str | None]
    headline: int | None = None
    start: int = 0
    end: int = 0

    def kept(self, first: int, last: int) -> list[str]:
        """Return the lines of a range that are not cut and not blank."""
        return [
            line
            for line, rule in zip(self.lines[first:last], self.cut[first:last], strict=True)
            if rule is None and line
        ]

    def cuts(self) -> tuple[Cut, ...]:
        """Return what was cut, in the order of the text."""
        return tuple(Cut(t, r) for t, r in zip(self.lines, self.cut, strict=True) if r and t)


def judge(lines: list[str], title: str | None, rules: Furniture) -> Page:
    """Return the lines of a text, judged. ``title`` is what the file calls the article, if known.

    A line may come blanked (""), if it is known to be no part of the text.
    """
    page = Page(lines, [None] * len(lines))
    _bound(page, title, rules)
    _cut_boxes(page, rules)
    _cut_within(page, rules)
    _cut_leading(page, title, rules)
    _cut_trailing(page, rules)
    return page


def uncut(lines: list[str], title: str | None) -> Page:
    """Return the lines of a text that was cut before; its first line may be the title."""
    page = Page(lines, [None] * len(lines), start=0, end=len(lines))
    first = next((n for n, line in enumerate(lines) if line), None)
    if first is not None and title and same(lines[first], title):
        page.headline = first
    return page


def _bound(page: Page, title: str | None, rules: Furniture) -> None:
    """Find the story's first and last paragraph; label the furniture outside them."""
    lines = page.lines
    page.start = len(lines)
    for n, line in enumerate(lines):
        if not line or (title and same(line, title)):
            continue
        page.cut[n] = (
            (DATE_LINE if on_date_line(line) else None)
            or (BYLINE if author_in(line) else None)
            or rules.line(line, "leading")
            or rules.line(line, "anywhere")
            or (MENU_SHAPED if is_menu_shaped(line) else None)
        )
        if page.cut[n] is None and is_prose(line) and not rules.opens(line):
            page.start = n
            break
    page.end = max(_cut_rest(page, rules), min(page.start + 1, len(lines)))
    for n in range(page.end - 1, page.start, -1):
        if not lines[n]:
            continue
        page.cut[n] = rules.line(lines[n], "trailing") or rules.line(lines[n], "anywhere")
        if page.cut[n] is None and is_prose(lines[n]):
            page.end = n + 1
            return
    page.end = min(page.start + 1, len(lines))


def _cut_rest(page: Page, rules: Furniture) -> int:
    """Cut all below the head of a list or a form that ends every page; return where it begins."""
    for n in range(page.start + 1, len(page.lines)):
        block = rules.opens(page.lines[n]) if page.lines[n] else None
        if block and (block.takes == "all" or (block.takes == "rest" and _mostly_before(page, n))):
            for below in range(n, len(page.lines)):
                page.cut[below] = block.id if page.lines[below] else None
            return n
    return len(page.lines)


def _cut_boxes(page: Page, rules: Furniture) -> None:
    for n in range(len(page.lines)):
        if not page.lines[n] or n == page.start:
            continue
        if page.cut[n] is not None and page.start < n < page.end:
            continue
        block = rules.opens(page.lines[n])
        if block is None or block.takes in {"rest", "all"}:
            continue
        page.cut[n] = page.cut[n] or block.id
        _take(page, n + 1, block.id, attached_only=block.takes == "attached", rules=rules)


def _mostly_before(page: Page, at: int) -> bool:
    """Tell whether two thirds of the prose lie before a line."""
    before = sum(len(line) for line in page.lines[:at] if is_prose(line))
    after = sum(len(line) for line in page.lines[at:] if is_prose(line))
    return before >= 2 * after


def _take(page: Page, n: int, rule: str, *, attached_only: bool, rules: Furniture) -> None:
    """Label the lines of a box: those attached to its opening, then headlines up to the story."""
    lines, first = page.lines, n
    last = min(len(lines), n + _SAME_BOX)
    while n < last and lines[n] and not (is_prose(lines[n]) and lines[n].endswith(".")):
        page.cut[n] = page.cut[n] or rule
        n += 1
    if n > first or attached_only:
        return
    # "Related stories", a blank line, then headlines with blank lines between them.
    taken = []
    while n < last and (not lines[n] or (is_short(lines[n]) and not is_prose(lines[n]))):
        if lines[n]:
            taken.append(n)
        n += 1
    # The last short line before the story goes on may be its next heading, not a headline.
    if n < page.end and len(taken) > 1 and lines[taken[-1]].count(" ") < 5:
        taken.pop()
    for number in taken:
        page.cut[number] = page.cut[number] or rule


def _cut_within(page: Page, rules: Furniture) -> None:
    for n in range(page.start, page.end):
        line = page.lines[n]
        if line and page.cut[n] is None and not is_prose(line):
            page.cut[n] = rules.line(line, "anywhere")


def _cut_leading(page: Page, title: str | None, rules: Furniture) -> None:
    page.headline = find(page.lines, page.cut, page.start, title, rules)
    if page.headline is None:
        return
    page.cut[page.headline] = None
    _cut_author_box(page)
    _keep_headings(page)
    if page.start < len(page.lines):  # in a text without a paragraph every line may be the story
        for n in range(min(page.headline, page.start)):
            if page.lines[n]:
                page.cut[n] = page.cut[n] or BEFORE_HEADLINE
    for n in range(page.start):
        if page.cut[n] == DATE_LINE and _is_in_a_block(page, n):
            page.cut[n] = None
    headline = page.lines[page.headline]
    for n in range(page.headline + 1, min(page.start + 1, len(page.lines))):
        if same(page.lines[n], headline):
            page.cut[n] = REPEATED_HEADLINE


def _cut_author_box(page: Page) -> None:
    """Cut a name that stands beside a date line or the author's office: a byline without "By"."""
    assert page.headline is not None  # noqa: S101 - the caller's condition
    for n in range(page.headline + 1, page.start):
        beside = [k for k in (n - 1, n + 1) if k < len(page.cut) and page.cut[k] in _BESIDE_NAME]
        if page.cut[n] is None and beside and _NAME.fullmatch(page.lines[n]):
            page.cut[n] = NAME_LINE
            handle = page.lines[n].replace(" ", "")
            for k in range(n + 1, min(n + 4, page.start)):
                if page.lines[k].lstrip("@") == handle:
                    page.cut[k] = NAME_LINE


def _keep_headings(page: Page) -> None:
    """Keep a lone menu word below the story's first sentences: there it is a heading."""
    assert page.headline is not None  # noqa: S101 - the caller's condition
    kept = [n for n in range(page.headline + 1, page.start) if page.lines[n]]
    for before, n, after in zip(kept, kept[1:], [*kept[2:], page.start], strict=False):
        alone = page.cut[before] is None and page.cut[min(after, len(page.cut) - 1)] is None
        if page.cut[n] == "menu-words" and alone and page.lines[before].endswith("."):
            page.cut[n] = None


def _is_in_a_block(page: Page, n: int) -> bool:
    """Tell whether a line continues two lines of the story.

    "Baku City Narimanov District Court / Case No. 4(005)-1112/2023 / 24 July 2023" is the head of
    a ruling, whose day is not the page's.
    """
    above = range(max(n - 2, 0), n)
    return len(above) == 2 and all(
        page.lines[k] and page.cut[k] is None and k != page.headline for k in above
    )


def _cut_trailing(page: Page, rules: Furniture) -> None:
    seen = False
    for n in range(page.end, len(page.lines)):
        if not page.lines[n]:
            continue
        seen = seen or page.cut[n] is not None
        if seen:
            page.cut[n] = page.cut[n] or AFTER_STORY
