"""The lines around the headline, above the story's first paragraph."""

import re

from custody_records.articles.byline import credit, is_known
from custody_records.articles.furniture.headline import find, same
from custody_records.articles.furniture.page import (
    BEFORE_HEADLINE,
    BYLINE,
    DATE_LINE,
    NAME_LINE,
    REPEATED_HEADLINE,
    SIGNATURE,
    Page,
)
from custody_records.articles.furniture.rules import Furniture
from custody_records.articles.publisher import is_signature

_SIGNATURE = 2  # lines right below a story in which its author may sign
_WORD = re.compile(r"[^\W\d_]+")


def cut_leading(page: Page, title: str | None, rules: Furniture) -> None:
    """Cut what stands above the headline, and what below it is no part of the story."""
    page.headline = find(page.lines, page.cut, page.start, title, rules)
    if page.headline is None:
        return
    page.cut[page.headline] = None
    _cut_author_box(page, page.headline, rules)
    _keep_headings(page, page.headline, rules)
    if page.start < len(page.lines):  # in a text without a paragraph every line may be the story
        for n in range(min(page.headline, page.start)):
            if page.lines[n]:
                page.cut[n] = page.cut[n] or BEFORE_HEADLINE
    for n in range(page.start):
        if page.cut[n] == DATE_LINE and _is_in_a_block(page, n):
            page.cut[n] = None
    _cut_outlet(page, page.headline)
    headline = page.lines[page.headline]
    for n in range(page.headline + 1, min(page.start + 1, len(page.lines))):
        if same(page.lines[n], headline):
            page.cut[n] = REPEATED_HEADLINE


def _cut_outlet(page: Page, headline: int) -> None:
    """Cut the outlet's name between the headline and the story."""
    for n in range(headline + 1, page.start):
        if page.lines[n] and page.cut[n] is None and is_signature(page.lines[n]):
            page.cut[n] = SIGNATURE


def _cut_author_box(page: Page, headline: int, rules: Furniture) -> None:
    """Cut the lines below the headline that are a byline without "By".

    That is a name beside a date line or the author's office; a name with the day in its own line
    or alone, if the story speaks of no such person, place or thing.
    """
    beside_name = rules.authors | {DATE_LINE, BYLINE}
    below = [n for n in range(page.end, len(page.lines)) if page.lines[n]][:_SIGNATURE]
    for n in (*range(headline + 1, page.start), *below):
        named = credit(page.lines[n]) if page.cut[n] in (None, DATE_LINE) else None
        if named is None or (n >= page.end and not named.dated):
            continue
        beside = [k for k in _neighbours(page, n) if page.cut[k] in beside_name]
        if page.cut[n] == DATE_LINE or not beside:
            known = is_known(named.name) or (_below_is_dateline(page) and not named.dated)
            if not known or _tells_of(page, named.name):
                continue
        page.cut[n] = NAME_LINE
        handle = page.lines[n].replace(" ", "")
        for k in range(n + 1, min(n + 4, page.start)):
            if page.lines[k].lstrip("@") == handle:
                page.cut[k] = NAME_LINE


def _neighbours(page: Page, n: int) -> list[int]:
    """Return the numbers of the printed lines right above and below line ``n``."""
    above = next((k for k in range(n - 1, -1, -1) if page.lines[k]), None)
    below = next((k for k in range(n + 1, len(page.lines)) if page.lines[k]), None)
    return [k for k in (above, below) if k is not None]


def _below_is_dateline(page: Page) -> bool:
    """Tell whether the story begins with a word in capitals, as at a place."""
    first = _WORD.match(page.lines[page.start]) if page.start < len(page.lines) else None
    return first is not None and len(first[0]) > 1 and first[0].isupper()


def _tells_of(page: Page, name: str) -> bool:
    """Tell whether a word of a name is one of the story, but for a line that begins with it.

    "Solitary confinement" is no author, nor is the person whom the story tells of.
    """
    story = (line for line in page.lines[page.start : page.end] if not line.startswith(name))
    words = set(_WORD.findall("\n".join(story)))
    return not words.isdisjoint(_WORD.findall(f"{name} {name.lower()}"))


def _keep_headings(page: Page, headline: int, rules: Furniture) -> None:
    """Keep a lone menu word below the story's first sentences: there it is a heading."""
    kept = [n for n in range(headline + 1, page.start) if page.lines[n]]
    for before, n, after in zip(kept, kept[1:], [*kept[2:], page.start], strict=False):
        alone = page.cut[before] is None and page.cut[min(after, len(page.cut) - 1)] is None
        if page.cut[n] == rules.menu.id and alone and page.lines[before].endswith("."):
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
