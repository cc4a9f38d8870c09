"""The lines around the headline, above the story's first paragraph."""

import re

from custody_records.articles.byline import authors, names_outlet
from custody_records.articles.furniture.headline import find, same
from custody_records.articles.furniture.page import (
    BEFORE_HEADLINE,
    DATE_LINE,
    NAME_LINE,
    REPEATED_HEADLINE,
    Page,
)
from custody_records.articles.furniture.rules import Furniture

_LETTERS = r"[a-zß-öø-ÿā-žА-я’'A-Z-]+"
_FIRST = r"[A-ZÀ-ÖØ-ÞĀ-ŽİŞ]"
_MORE = rf"(?:\s(?:[A-Z]\.|{_FIRST}{_LETTERS}|de|del|da|dos|van|bin))"
# A person's name: two or three capitalised words, nothing else; four, if one of them has a letter
# that English has not ("María Fernanda Quiroz Albán").
_NAME = re.compile(
    rf"(?=.{{0,60}}[^\x00-\x7f’]|\S+(?:\s\S+){{1,2}}$){_FIRST}{_LETTERS}{_MORE}{{1,4}}"
)
# One name of several without points: "Jane Doe and John Roe".
_ONE_OF = re.compile(rf"{_FIRST}{_LETTERS}{_MORE}{{1,3}}")
_POINTS = frozenset(",.;:")
_LONGEST = 70  # characters of several names
_OUTLET = re.compile(rf"\s[-–—|]\s{_FIRST}[^|.:;]{{1,40}}$")


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
    headline = page.lines[page.headline]
    for n in range(page.headline + 1, min(page.start + 1, len(page.lines))):
        if same(page.lines[n], headline):
            page.cut[n] = REPEATED_HEADLINE


def _cut_author_box(page: Page, headline: int, rules: Furniture) -> None:
    """Cut a name that stands beside a date line or the author's office: a byline without "By"."""
    beside_name = rules.authors | {DATE_LINE}
    for n in range(headline + 1, page.start):
        beside = [k for k in (n - 1, n + 1) if k < len(page.cut) and page.cut[k] in beside_name]
        line = name_of(page.lines[n])
        if page.cut[n] is None and beside and _names_people(line) and not names_outlet(line):
            page.cut[n] = NAME_LINE
            handle = page.lines[n].replace(" ", "")
            for k in range(n + 1, min(n + 4, page.start)):
                if page.lines[k].lstrip("@") == handle:
                    page.cut[k] = NAME_LINE


def _names_people(line: str) -> bool:
    """Tell whether a line is a person's name or several people's, nothing else."""
    if _NAME.fullmatch(line):
        return True
    names = authors(line)
    several = len(names) > 1 and len(line) <= _LONGEST and _POINTS.isdisjoint(line)
    return several and all(map(_ONE_OF.fullmatch, names))


def name_of(line: str) -> str:
    """Return a line without the outlet behind a dash or bar: "Jane Doe - Example News"."""
    return _OUTLET.sub("", line)


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
