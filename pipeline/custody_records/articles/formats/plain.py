"""Plain text and Markdown, with or without YAML front matter."""

import re
from typing import get_args

from custody_records.articles.article import Draft
from custody_records.articles.errors import ArticleError
from custody_records.articles.front_matter import split
from custody_records.contract.values import PublishedBasis

_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,300})(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\(([^()\s]{1,1000})\)")
# What front matter may say beside ``published`` and ``cleaned``; other keys are left alone.
FIELDS = ("id", "title", "publisher", "author", "url", "language", "notice")
_SYNONYMS = {"date": "published", "lang": "language", "authors": "author", "link": "url"}
_LANGUAGE = re.compile("[a-z]{2}")


def draft(text: str, name: object, *, markdown: bool) -> Draft:
    """Return the article of a text. Raises ArticleError if its front matter is broken."""
    front, text = split(text.replace("\r\n", "\n").replace("\r", "\n"), name)
    for other, key in _SYNONYMS.items():
        if other in front:
            front.setdefault(key, front[other])
    if markdown:
        text = _HEADING.sub(r"\1", text)
        text = _BOLD.sub(r"\2", text)
        text = _LINK.sub(r"\1", text)
    return from_fields(front, text, name, basis_is_front_matter=True)


def _basis(fields: dict[str, str], otherwise: PublishedBasis) -> PublishedBasis:
    """Return how a publication date was found, where an earlier reading of the article wrote it."""
    told = fields.get("published_basis")
    known = (basis for basis in get_args(PublishedBasis) if basis == told and basis != "none")
    return next(known, otherwise)


def from_fields(
    fields: dict[str, str], text: str, name: object, *, basis_is_front_matter: bool
) -> Draft:
    """Return an article of named values (front matter, a row). Raises ArticleError."""
    values = {key: fields.get(key, "").strip() or None for key in FIELDS}
    language = (values["language"] or "").lower().replace("_", "-").partition("-")[0]
    if language and not _LANGUAGE.fullmatch(language):
        raise ArticleError(
            f"{name}: language {values['language']!r} is no ISO 639-1 code; write it as en, ru, kk"
        )
    published = fields.get("published", "").strip() or None
    basis = _basis(fields, "front-matter" if basis_is_front_matter else "metadata")
    return Draft(
        text=text,
        id=values["id"],
        title=values["title"],
        publisher=values["publisher"],
        author=values["author"],
        url=values["url"],
        published=published,
        basis=basis if published else "none",
        language=language or None,
        notice=values["notice"],
        cleaned=fields.get("cleaned", "") == "true",
    )
