"""An article as the later packages see it: its data, its cleaned body, and what was cut."""

import hashlib
from dataclasses import dataclass

from custody_records.contract import ArticleInfo


@dataclass(frozen=True, slots=True)
class Cut:
    """A line (or the end of one) of the source that is site furniture, and the rule's id."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``body`` is cleaned text whose first line is the title, if there is one.

    ``doubts``: what a person should look at, each in words.
    """

    info: ArticleInfo
    body: str
    cuts: tuple[Cut, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def text_hash(self) -> str:
        """SHA-256 (hex) of the body's words: equal for articles with the same text."""
        words = " ".join(self.body.casefold().split())
        return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()
