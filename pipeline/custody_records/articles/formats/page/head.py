"""What the head of a page states about the article: publication day, notice, author."""

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from custody_records.articles.days import day_of

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


def metas(tree: HtmlElement) -> dict[str, str]:
    """Return the page's meta tags by name in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if key and meta.get("content"):
            found.setdefault(key.strip().lower(), meta.get("content").strip())
    return found


def published(tree: HtmlElement, tags: dict[str, str]) -> str | None:
    """Return the publication's ISO date as the head, or a time marked up as such, states it."""
    values = [*_from_json_ld(tree), *(tags[key] for key in _PUBLISHED if key in tags)]
    values += [
        element.get("datetime") or element.get("content") or ""
        for element in tree.iter("time", "span", "meta", "div", "abbr")
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    ]
    for value in values:
        if (day := day_of(value)) is not None:
            return day.isoformat()
    return None


def times(tree: HtmlElement) -> set[str]:
    """Return the ISO dates of all ``<time datetime>`` of a page."""
    days = (day_of(element.get("datetime") or "") for element in tree.iter("time"))
    return {day.isoformat() for day in days if day is not None}


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
