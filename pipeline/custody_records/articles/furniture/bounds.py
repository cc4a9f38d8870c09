"""Where the story begins and ends: the furniture above and below its paragraphs."""

from custody_records.articles.byline import author_in, is_credits
from custody_records.articles.days import days_in, last_of_range, readings
from custody_records.articles.days_printed import (
    bare_day,
    day_of_period,
    day_of_update,
    on_date_line,
)
from custody_records.articles.furniture.headline import same
from custody_records.articles.furniture.menu import is_menu_shaped
from custody_records.articles.furniture.page import BYLINE, DATE_LINE, MENU_SHAPED, Page, is_prose
from custody_records.articles.furniture.rules import Furniture

_STANDFIRST = 4  # lines of a text below its first paragraph in which a byline may stand


def bound(page: Page, title: str | None, rules: Furniture) -> None:
    """Find the story's first and last paragraph; label the furniture outside them."""
    lines = page.lines
    page.start = len(lines)
    for n, line in enumerate(lines):
        if not line or (title and same(line, title)):
            continue
        page.cut[n] = _above_story(line, rules)
        if page.cut[n] is None and is_prose(line) and not rules.opens(line):
            page.start = n
            break
    page.end = max(_cut_rest(page, rules), min(page.start + 1, len(lines)))
    for n in range(page.end - 1, page.start, -1):
        if not lines[n]:
            continue
        ruled = rules.line(lines[n], "trailing") or rules.line(lines[n], "anywhere")
        page.cut[n] = ruled or (BYLINE if author_in(lines[n]) else None)
        page.cut[n] = page.cut[n] or (DATE_LINE if _is_signed(lines[n]) else None)
        if page.cut[n] is None and is_prose(lines[n]):
            page.end = n + 1
            return
    page.end = min(page.start + 1, len(lines))


def _is_signed(line: str) -> bool:
    """Tell whether a line below a story holds a day and at most who wrote it."""
    return bare_day(line) is not None or bool(days_in(line) and is_credits(line))


def _above_story(line: str, rules: Furniture) -> str | None:
    """Return why a line above the story is cut."""
    if on_date_line(readings(line)[0]) or _is_dated_credit(line):
        return DATE_LINE
    if author_in(line):
        return BYLINE
    ruled = rules.line(line, "leading") or rules.line(line, "anywhere")
    return ruled or (MENU_SHAPED if is_menu_shaped(line) else None)


def _is_dated_credit(line: str) -> bool:
    """Tell whether a line tells outlet or issue, and a digest's days or that of a change."""
    if day_of_period(line):
        return is_credits(last_of_range(line), least=2)
    return day_of_update(line) is not None and is_credits(line)


def cut_late_byline(page: Page, rules: Furniture) -> None:
    """Cut a credit below the standfirst, with the date line and the author's office under it.

    The standfirst is the story's first paragraph, so what follows is no longer above the story.
    """
    below = [n for n in range(page.start + 1, page.end) if page.lines[n]][: _STANDFIRST + 3]
    for place, n in enumerate(below[:_STANDFIRST]):
        credited = _credit(page.lines[n]) if page.cut[n] is None else None
        if credited:
            page.cut[n] = credited
            for k in below[place + 1 : place + 4]:
                if is_prose(page.lines[k]):
                    return
                page.cut[k] = page.cut[k] or _above_story(page.lines[k], rules)
            return


def _credit(line: str) -> str | None:
    """Return why a line is cut that names an author or, with the day, an outlet."""
    if author_in(line):
        return BYLINE
    return DATE_LINE if is_credits(line) and days_in(line) and not bare_day(line) else None


def _cut_rest(page: Page, rules: Furniture) -> int:
    """Cut all below the head of a list or a form that ends every page; return where it begins.

    Lists of the site's news count as such if two thirds of the prose lie above them.
    """
    prose = [len(line) if is_prose(line) else 0 for line in page.lines]
    total, above = sum(prose), sum(prose[: page.start + 1])
    for n in range(page.start + 1, len(page.lines)):
        block = rules.opens(page.lines[n]) if page.lines[n] else None
        ends = block and (
            block.takes == "all" or (block.takes == "rest" and 3 * above >= 2 * total)
        )
        if block and ends:
            for below in range(n, len(page.lines)):
                page.cut[below] = block.id if page.lines[below] else None
            return n
        above += prose[n]
    return len(page.lines)
