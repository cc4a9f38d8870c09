"""The text of a whole page as its reader sees it: a block a line, and where each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

_BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "br", "button", "center", "dd",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "label", "legend", "li", "main", "nav", "ol",
        "option", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "time", "tr", "ul",
    ]
)  # fmt: skip
_CELLS = frozenset(["td", "th"])
_UNSEEN = frozenset(
    [
        "script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea",
        "button", "object",
    ]
)  # fmt: skip
# Parts of a page that hold no story, by element or by what their class or id is called.
_APART = frozenset(["nav", "aside", "footer", "form", "menu"])
_APART_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|sidebar|related|recommend\w*|read-?also|read-?more|also|more|"
    r"share|sharing|social|comments?|comment-list|disqus|footer|breadcrumbs?|newsletter|subscri\w*|"
    r"promo|teaser|banner|advert\w*|ads?|cookie\w*|popular|latest|most-?read|tags?|widget|donat\w*|"
    r"byline|author-?bio|author-?box|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A block's text in one line; ``apart`` if it stands in a menu, a box, a footer or a form."""

    text: str
    apart: bool


def page_lines(tree: HtmlElement) -> list[PageLine]:
    """Return the lines of a page in reading order."""
    return list(_walk(tree))


def lines_of(html: str) -> list[str]:
    """Return the lines of a page given as a string; none if it is no page."""
    try:
        return [line.text for line in page_lines(document_fromstring(html))]
    except (ValueError, etree.LxmlError, RecursionError):
        return []


def inner(element: HtmlElement) -> str:
    """Return all text within an element as one line."""
    return " ".join("".join(element.itertext()).split())


def _walk(tree: HtmlElement) -> Iterator[PageLine]:
    line: list[str] = []
    unseen = apart = 0  # how many elements of the kind we are in

    def flush() -> Iterator[PageLine]:
        text = " ".join("".join(line).split()).strip("| ")
        line.clear()
        if text:
            yield PageLine(text, apart > 0)

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""  # "": a comment
        if tag in _BLOCKS or (tag in _CELLS and _is_layout(element)):
            yield from flush()
        elif tag in _CELLS and event == "start":
            line.append(" | ")
        step = 1 if event == "start" else -1
        unseen += step * (not tag or tag in _UNSEEN)
        apart += step * _is_apart(element, tag)
        text = element.text if event == "start" else element.tail
        if text and not unseen:
            line.append(text)
    yield from flush()


def _is_layout(cell: HtmlElement) -> bool:
    """Tell a cell that lays out a page, with paragraphs in it, from one that holds a value."""
    return any(child.tag in _BLOCKS for child in cell)


def _is_apart(element: HtmlElement, tag: str) -> bool:
    if tag in _APART:
        return True
    if tag not in _BLOCKS or tag in {"body", "main", "article"}:
        return False
    return any(
        _APART_NAMES.search(value)
        for value in (element.get("class"), element.get("id"))
        if value and len(value) < 200
    )
