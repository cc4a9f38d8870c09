"""Boxes: a line that opens one, and the headlines below it that go with it."""

from custody_records.articles.furniture.page import Page
from custody_records.articles.furniture.rules import Furniture
from custody_records.articles.furniture.shape import is_prose, is_short

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
