"""Cut the furniture of a page's text by what its lines say and by where they stand.

Three spans are judged differently. *Leading* is all before the story's first paragraph, with
the headline in it; *trailing* all after its last; between them only boxes and share bars are cut,
since there a line that looks like a menu may be a heading.
"""

from custody_records.articles.furniture.bounds import bound, cut_late_byline
from custody_records.articles.furniture.headline import same
from custody_records.articles.furniture.leading import cut_leading
from custody_records.articles.furniture.page import AFTER_STORY, Page, is_prose, is_short
from custody_records.articles.furniture.rules import Furniture

_LONGEST = 14  # lines of a box


def cut_boxes(page: Page, rules: Furniture) -> None:
    """Cut the boxes of other articles' headlines, also between two paragraphs of the story."""
    for n in range(len(page.lines)):
        if not page.lines[n] or n == page.start:
            continue
        if page.cut[n] is not None and page.start < n < page.end:
            continue
        block = rules.opens(page.lines[n])
        if block is None or block.takes in {"rest", "all"}:
            continue
        page.cut[n] = page.cut[n] or block.id
        _take(page, n + 1, block.id, attached_only=block.takes == "attached")


def _take(page: Page, n: int, rule: str, *, attached_only: bool) -> None:
    """Label the lines of a box: those attached to its opening, then headlines up to the story."""
    lines, first = page.lines, n
    last = min(len(lines), n + _LONGEST)
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


def judge(lines: list[str], title: str | None, rules: Furniture) -> Page:
    """Return the lines of a text, judged. ``title`` is what the file calls the article, if known.

    A line may come blanked (""), if it is known to be no part of the text.
    """
    page = Page(lines, [None] * len(lines), menus=rules.menus)
    bound(page, title, rules)
    cut_late_byline(page, rules)
    cut_boxes(page, rules)
    _cut_within(page, rules)
    cut_leading(page, title, rules)
    _cut_trailing(page)
    return page


def uncut(lines: list[str], title: str | None) -> Page:
    """Return the lines of a text that was cut before; its first line may be the title."""
    page = Page(lines, [None] * len(lines), start=0, end=len(lines))
    first = next((n for n, line in enumerate(lines) if line), None)
    if first is not None and title and same(lines[first], title):
        page.headline = first
    return page


def _cut_within(page: Page, rules: Furniture) -> None:
    for n in range(page.start, page.end):
        line = page.lines[n]
        if line and page.cut[n] is None and not is_prose(line):
            page.cut[n] = rules.line(line, "anywhere")


def _cut_trailing(page: Page) -> None:
    seen = False
    for n in range(page.end, len(page.lines)):
        if not page.lines[n]:
            continue
        seen = seen or page.cut[n] is not None
        if seen:
            page.cut[n] = page.cut[n] or AFTER_STORY
