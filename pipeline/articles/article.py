"""An article as the later rooms see it: its data, its cleaned body, and what was cut."""

from dataclasses import dataclass

from pipeline.contract import ArticleInfo


@dataclass(frozen=True, slots=True)
class Cut:
    """A line of the source that is site furniture, and the rule that says so."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``body`` is cleaned text whose first line is the title, if there is one."""

    info: ArticleInfo
    body: str
    cuts: tuple[Cut, ...] = ()
