"""An article as the later packages see it: its data, its cleaned body, and what was cut."""

import hashlib
from dataclasses import dataclass

from custody_records.contract import ArticleInfo
from custody_records.contract.values import PublishedBasis


@dataclass(frozen=True, slots=True)
class Draft:
    """What a format's reader found. Values are as given; ``text`` is not yet cleaned.

    ``cleaned`` says that the text is a body that was cut before: nothing more is cut.
    ``published`` is an ISO date with its basis; ``page`` is, for HTML, the whole page's text in
    lines, in which a date line or a byline that is no part of the story can still be found.
    ``declared_language`` is a page's ``lang``, ``guessed_day`` what htmldate makes of the page,
    ``marked_days`` the days of its ``<time>`` elements.
    """

    text: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    basis: PublishedBasis = "none"
    language: str | None = None
    notice: str | None = None
    cleaned: bool = False
    page: str | None = None
    declared_language: str | None = None
    guessed_day: str | None = None
    marked_days: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cut:
    """A line (or the end of one) of the source that is site furniture, and the rule's id."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``body`` is cleaned text whose first line is the title, if there is one.

    ``written_at``: the place of its dateline, or of the line of credits that the body still has.
    ``doubts``: what a person should look at, each in words.
    """

    info: ArticleInfo
    body: str
    written_at: str | None = None
    cuts: tuple[Cut, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def text_hash(self) -> str:
        """SHA-256 (hex) of the body's words: equal for articles with the same text."""
        words = " ".join(self.body.casefold().split())
        return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()
