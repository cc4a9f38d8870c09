"""HTML pages: the story by trafilatura, with the captions it drops, and the page's metadata."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

from pipeline.articles.days import day_of
from pipeline.articles.draft import Draft
from pipeline.articles.errors import ArticleError

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "date",
)
_CREDIT = re.compile(r"credit|copyright|photographer|byline|source|author", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "label",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset(
    ["script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea"]
)
_CUT_OFF = re.compile(r"<(?:[a-zA-Z/!][^<>]*)?\Z")


def draft(html: str, name: object) -> Draft:
    """Return the article of a page. Raises ArticleError if the page has no story or is cut off."""
    try:
        tree = load_html(_without_declaration(html))
    except (ValueError, etree.LxmlError, RecursionError):
        tree = None
    if tree is None:
        raise ArticleError(f"{name}: not an HTML page; save the page again, or its text as .txt")
    metas = _metas(tree)
    published = _published(tree, metas)
    page = "\n".join(_lines(tree))
    _lift_captions(tree)
    headings = [h for h in (_inner(h) for h in tree.iter("h1")) if h]
    found = bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = ""
    if isinstance(found, Document) and found.body is not None:
        text = "\n".join(_blocks(found.body))
    if not isinstance(found, Document) or not text.strip():
        broken = "it breaks off; " if _is_cut_off(html) else ""
        raise ArticleError(f"{name}: no story found in the page; {broken}save it again")
    title = _title(found.title, headings, found.sitename)
    return Draft(
        text=text,
        title=title,
        publisher=found.sitename,
        author=metas.get("author") or found.author,
        url=found.url,
        published=published,
        basis="metadata" if published else "none",
        notice=metas.get("notice"),
        page=page,
        declared_language=tree.get("lang"),
        guessed_day=found.date,
    )


def _without_declaration(html: str) -> str:
    """lxml refuses a decoded page that declares its encoding as XML does."""
    return re.sub(r"\A\s*<\?xml[^>]{0,200}\?>", "", html)


def _is_cut_off(html: str) -> bool:
    return (
        _CUT_OFF.search(html, max(0, len(html) - 2000)) is not None or "</html" not in html.lower()
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if key and meta.get("content"):
            metas.setdefault(key.strip().lower(), meta.get("content").strip())
    return metas


def _published(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    """Return the publication's ISO date as the page's head or its marked-up time states it."""
    values = [value for value in _from_json_ld(tree) if value]
    values += [metas[key] for key in _PUBLISHED if key in metas]
    values += [
        element.get("datetime") or element.get("content") or ""
        for element in tree.iter("time", "span", "meta", "div", "abbr")
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    ]
    for value in values:
        if (day := day_of(value)) is not None:
            return day.isoformat()
    return None


def _from_json_ld(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _dates_published(data, depth=0)


def _dates_published(data: Any, depth: int) -> Iterator[str]:
    if depth > 6:
        return
    if isinstance(data, list):
        for item in data[:50]:
            yield from _dates_published(item, depth + 1)
    elif isinstance(data, dict):
        value = data.get("datePublished")
        if isinstance(value, str):
            yield value
        for key in ("@graph", "mainEntity"):
            yield from _dates_published(data.get(key), depth + 1)


def _lift_captions(tree: HtmlElement) -> None:
    """Make paragraphs of captions that say something: trafilatura drops figures whole."""
    for figure in list(tree.iter("figure")):
        caption = next(figure.iter("figcaption"), None)
        if caption is None or figure.getparent() is None:
            continue
        for part in list(caption.iter()):
            if part is not caption and _CREDIT.search(part.get("class") or ""):
                part.drop_tree()
        words = _inner(caption)
        if words.count(" ") >= 2:
            paragraph = etree.SubElement(figure, "p")
            paragraph.text = words
            paragraph.tail = figure.tail
            figure.getparent().replace(figure, paragraph)


def _inner(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _lines(tree: HtmlElement) -> Iterator[str]:
    """Yield the text of a whole page as its reader sees it, a block a line."""
    line: list[str] = []

    def flush() -> Iterator[str]:
        text = " ".join("".join(line).split())
        line.clear()
        if text:
            yield text

    hidden = 0  # how many unseen elements we are in
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""  # "": a comment
        if tag in _BLOCKS:
            yield from flush()
        if event == "start":
            hidden += not tag or tag in _UNSEEN
            text = element.text
        else:
            hidden -= not tag or tag in _UNSEEN
            text = element.tail
        if text and not hidden:
            line.append(text)
    yield from flush()


def _blocks(body: Any) -> Iterator[str]:
    """Yield the lines of trafilatura's body: paragraphs apart by a blank line, items not."""
    for element in body:
        if element.tag == "list":
            for item in element.iter("item"):
                if text := _inner(item):
                    yield f"• {text}"
        elif element.tag == "table":
            for row in element.iter("row"):
                cells = [text for cell in row.iter("cell") if (text := _inner(cell))]
                if cells:
                    yield " | ".join(cells)
        else:
            for line in "\n".join(_broken_lines(element)).split("\n"):
                if text := " ".join(line.split()):
                    yield text
        yield ""


def _broken_lines(element: Any) -> Iterator[str]:
    parts: list[str] = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag in {"p", "quote", "list", "item"}:
            parts.append("\n" + _inner(child) + "\n")
        else:
            parts.append("".join(child.itertext()))
        parts.append(child.tail or "")
    yield "".join(parts)


def _title(title: str | None, headings: list[str], site: str | None) -> str | None:
    """Return the page's title without the site's name; a single top heading decides."""
    if len(headings) == 1 and (not title or title.startswith(headings[0])):
        return headings[0]
    if title and site:
        for sign in (" | ", " - ", " – ", " — ", " : ", " :: "):
            if title.endswith(sign + site):
                return title.removesuffix(sign + site)
    return title or (headings[0] if headings else None)
