"""HTML pages: the story, and what the page says about itself."""

import re
from collections.abc import Sequence

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document

from custody_records.articles.article import Draft
from custody_records.articles.errors import ArticleError
from custody_records.articles.formats.page import head
from custody_records.articles.formats.page.lines import PageLine, inner, page_lines
from custody_records.articles.formats.page.story import blocks, mended, own_lines

_CREDIT = re.compile(r"credit|copyright|photographer|byline|source|author", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_CUT_OFF = re.compile(r"<(?:[a-zA-Z/!][^<>]*)?\Z")
_BETWEEN = re.compile(r"\s+(?:[|–—»]|-|::?)\s+|:\s+")
_MOST_TAGS = 200_000  # no page of an article has a tenth of these
# Some of trafilatura's steps take the square of these (node sets without duplicates, children
# counted anew): of a larger page its own lines are the story.
_MOST_EXTRACTED = 20_000
_DAYS = {"extensive_search": False, "original_date": True}
_FEWEST_WORDS = 3  # of a title that is part of the page's <title>


def draft(html: str, name: object) -> Draft:
    """Return the article of a page. Raises ArticleError if the page has no story or is cut off."""
    if html.count("<") > _MOST_TAGS:
        raise ArticleError(
            f"{name}: a page of more than {_MOST_TAGS:,} tags is no article; save its text as .txt"
        )
    try:
        # lxml refuses a decoded page that declares its encoding as XML does.
        tree = load_html(_DECLARATION.sub("", html))
    except (ValueError, etree.LxmlError, RecursionError):
        tree = None
    if tree is None:
        raise ArticleError(f"{name}: not an HTML page; save the page again, or its text as .txt")
    tags = head.metas(tree)
    published, times = head.published(tree, tags), head.times(tree)
    headings = [text for heading in tree.iter("h1") if (text := inner(heading))]
    _lift_captions(tree)
    page = page_lines(tree)
    found, lines = _story(tree, page, large=html.count("<") > _MOST_EXTRACTED)
    if found is None or not any(lines):
        broken = "it breaks off; " if _is_cut_off(html) else ""
        raise ArticleError(f"{name}: no story found in the page; {broken}save it again")
    return Draft(
        text="\n".join(lines),
        title=_title(found.title, headings, page),
        publisher=found.sitename,
        author=found.author,
        url=found.url,
        published=published,
        basis="metadata" if published else "none",
        notice=tags.get("notice"),
        page="\n".join(line.text for line in page),
        declared_language=tree.get("lang"),
        guessed_day=found.date,
        marked_days=frozenset(times),
    )


def _story(
    tree: HtmlElement, page: Sequence[PageLine], *, large: bool
) -> tuple[Document | None, list[str]]:
    """Return what trafilatura says of the page, None if it is no page to it, and the story."""
    if large:
        return extract_metadata(tree, None, _DAYS, extensive=False), own_lines(page)
    found = bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params=_DAYS,
    )
    if not isinstance(found, Document) or found.body is None:
        return None, []
    return found, mended(list(blocks(found.body)), page)


def _is_cut_off(html: str) -> bool:
    cut = _CUT_OFF.search(html, max(0, len(html) - 2000))
    return cut is not None or "</html" not in html.lower()


def _lift_captions(tree: HtmlElement) -> None:
    """Make paragraphs of captions that say something: trafilatura drops figures whole."""
    for figure in list(tree.iter("figure")):
        caption = next(figure.iter("figcaption"), None)
        if caption is None or figure.getparent() is None:
            continue
        for part in list(caption.iter()):
            if part is not caption and _CREDIT.search(part.get("class") or ""):
                part.drop_tree()
        words = inner(caption)
        if words.count(" ") >= 2:
            paragraph = etree.SubElement(figure, "p")
            paragraph.text = words
            paragraph.tail = figure.tail
            figure.getparent().replace(figure, paragraph)


def _title(title: str | None, headings: list[str], page: Sequence[PageLine]) -> str | None:
    """Return the headline: a page's title often has the site's name before or behind it.

    The longest part of the title that is a line of the page decides, else a single top heading.
    """
    lines = {_key(line.text) for line in page}
    pieces = _BETWEEN.split(title or "")
    separators = _BETWEEN.findall(title or "")
    parts = [title or ""]
    for n in range(1, len(pieces)):
        parts.append(_joined(pieces[n:], separators[n:]))
        parts.append(_joined(pieces[:-n], separators))
    for part in sorted(parts, key=len, reverse=True):
        if part.count(" ") + 1 >= _FEWEST_WORDS and _key(part) in lines:
            return part
    return headings[0] if len(headings) == 1 else title


def _joined(pieces: Sequence[str], separators: Sequence[str]) -> str:
    text = pieces[0]
    for separator, piece in zip(separators, pieces[1:], strict=False):
        text += separator + piece
    return text


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
