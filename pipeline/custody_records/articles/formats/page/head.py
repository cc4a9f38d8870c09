"""What the head of a page states about the article: publication day, notice, author."""

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from custody_records.articles.days import day_of

# Ends of the names of schema.org types that are an article.
_ARTICLES = ("Article", "Posting", "Report")
_DEEPEST = 6  # objects within objects
_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "article.published", "publication_date", "publish-date", "publishdate", "pubdate",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date",
    "dc.date.created", "date",
)  # fmt: skip


def metas(tree: HtmlElement) -> dict[str, str]:
    """Return the page's meta tags by name in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if key and meta.get("content"):
            found.setdefault(key.strip().lower(), meta.get("content").strip())
    return found


def published(tree: HtmlElement, tags: dict[str, str]) -> str | None:
    """Return the publication's ISO date as the head, or a time marked up as such, states it.

    In order: the JSON-LD object that is the article itself; what only articles have
    (``article:published_time``); other meta tags and marked times; JSON-LD of the page. The dates
    of an organization, a picture or a video that the head describes are none of the article's.
    """
    objects = list(_json_ld(tree))
    values = [value for kind, value in objects if kind == "article"]
    values += [tags[key] for key in _PUBLISHED if key in tags]
    values += [
        element.get("datetime") or element.get("content") or ""
        for element in tree.iter("time", "span", "meta", "div", "abbr")
        if (element.get("itemprop") == "datePublished" or element.get("pubdate") is not None)
        and not _is_of_another_thing(element)
    ]
    values += [value for kind, value in objects if kind == "page"]
    for value in values:
        if (day := day_of(value)) is not None:
            return day.isoformat()
    return None


def times(tree: HtmlElement) -> set[str]:
    """Return the ISO dates of all ``<time datetime>`` of a page."""
    days = (day_of(element.get("datetime") or "") for element in tree.iter("time"))
    return {day.isoformat() for day in days if day is not None}


def _is_of_another_thing(element: HtmlElement) -> bool:
    """Tell whether microdata stands within an item that is neither the article nor the page."""
    for above in element.iterancestors():
        if above.get("itemscope") is not None:
            return _kind(above.get("itemtype")) is None and bool(above.get("itemtype"))
    return False


def _json_ld(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield (``article`` or ``page``, publication date) of the objects that the head describes."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _dates_published(data, depth=0)


def _dates_published(data: Any, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data[:50]:
            yield from _dates_published(item, depth + 1)
    elif isinstance(data, dict):
        value, kind = data.get("datePublished"), _kind(data.get("@type"))
        if isinstance(value, str) and kind:
            yield kind, value
        for key in ("@graph", "mainEntity"):
            yield from _dates_published(data.get(key), depth + 1)


def _kind(types: Any) -> str | None:
    """Return what a schema.org type is to the story: the ``article``, its ``page``, or neither.

    An object without a type is taken for the page. "https://schema.org/NewsArticle" is the same
    as "NewsArticle".
    """
    names = [
        str(name).rpartition("/")[2] for name in (types if isinstance(types, list) else [types])
    ]
    if any(name.endswith(_ARTICLES) for name in names):
        return "article"
    return "page" if types is None or any(name.endswith("WebPage") for name in names) else None
