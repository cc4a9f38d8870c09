"""The story of a page: what trafilatura extracts, mended by the page's own lines.

Trafilatura is right about most pages. It errs where a whole paragraph is a link (dropped), where
a page is laid out with tables or is very short (its fallback runs all words of the page together).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from custody_records.articles.formats.page.lines import PageLine, inner
from custody_records.articles.furniture.page import is_prose

_SIGNS = re.compile(r"[\W_]+")
_ALIGNED = 0.6  # share of the extracted characters that must stand in the page as whole lines


def blocks(body: Any) -> Iterator[str]:
    """Yield the lines of trafilatura's body element; "" between paragraphs."""
    for element in body:
        if element.tag == "list":
            for item in element.iter("item"):
                if text := inner(item):
                    yield f"• {text}"
        elif element.tag == "table":
            for row in element.iter("row"):
                cells = [text for cell in row.iter("cell") if (text := inner(cell))]
                if cells:
                    yield " | ".join(cells)
        else:
            for line in _broken_lines(element).split("\n"):
                if text := " ".join(line.split()):
                    yield text
        yield ""


def _broken_lines(element: Any) -> str:
    parts: list[str] = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag in {"p", "quote", "list", "item"}:
            parts.append(f"\n{inner(child)}\n")
        else:
            parts.append("".join(child.itertext()))
        parts.append(child.tail or "")
    return "".join(parts)


def mended(extracted: list[str], page: Sequence[PageLine]) -> list[str]:
    """Return the extracted lines with the paragraphs of the page that were lost between them.

    If most of what was extracted does not stand in the page as lines of their own, the page's
    own lines are returned instead: the furniture among them is cut like that of a text.
    """
    where = _align(extracted, page)
    found = sum(len(extracted[n]) for n in where)
    total = sum(map(len, extracted))
    own = own_lines(page)
    if found < _ALIGNED * total and sum(map(len, own)) > total / 2:
        return own
    result: list[str] = []
    reached: int | None = None
    for n, line in enumerate(extracted):
        at = where.get(n)
        if at is not None:
            for lost in page[reached + 1 : at] if reached is not None else ():
                if not lost.apart and is_prose(lost.text):
                    result += [lost.text, ""]
            reached = at
        result.append(line)
    return result


def own_lines(page: Sequence[PageLine]) -> list[str]:
    """Return the page's own lines outside menus and boxes, "" after each."""
    return [text for line in page if not line.apart for text in (line.text, "")]


def _align(extracted: list[str], page: Sequence[PageLine]) -> dict[int, int]:
    """Return for extracted lines the number of the page's line that is the same, in order."""
    keys: dict[str, list[int]] = {}
    for number, line in enumerate(page):
        keys.setdefault(_key(line.text), []).append(number)
    where: dict[int, int] = {}
    reached = -1
    for n, text in enumerate(extracted):
        same = keys.get(_key(text), []) if text else []
        following = bisect_right(same, reached)
        if following < len(same):
            reached = where[n] = same[following]
    return where


def _key(text: str) -> str:
    return _SIGNS.sub("", text.casefold())
