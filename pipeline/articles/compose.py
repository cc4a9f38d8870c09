"""From a draft to an article: clean it, cut its furniture, gather what it says about itself."""

from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from pipeline.articles import dateline as datelines
from pipeline.articles import header_fields, published
from pipeline.articles.article import Article, Cut
from pipeline.articles.byline import author_in
from pipeline.articles.clean import clean, one_line
from pipeline.articles.days import day_of, days_in
from pipeline.articles.days_printed import printed_day
from pipeline.articles.draft import Draft
from pipeline.articles.errors import ArticleError
from pipeline.articles.furniture.cut import BEFORE_HEADLINE, NAME_LINE, Page, judge, uncut
from pipeline.articles.furniture.headline import menus, same
from pipeline.articles.furniture.rules import Furniture
from pipeline.articles.language import language_of
from pipeline.articles.publisher import agree, publisher_in
from pipeline.articles.unwrap import unwrap
from pipeline.contract import ArticleInfo

SIGNATURE = "publisher-name"
_NEAR = 8  # lines of a page below its headline in which its date line stands
_LONGEST_CAPTION = 400  # characters


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a draft comes from: its name in messages, its path in the corpus, its bytes' hash."""

    name: str
    source: str
    id: str
    sha256: str


class Composer:
    """Composes articles; holds the rules of ``rules/articles``."""

    def __init__(self, rules: Path) -> None:
        self.furniture = Furniture(rules)
        self.datelines = datelines.load(rules)

    def compose(self, draft: Draft, origin: Origin, option: str | None = None) -> Article:
        """Return the article. ``option`` is the publication day to use if nothing tells one.

        Raises ArticleError if nothing but furniture is left, or if a date given is none.
        """
        lines = [line.strip() for line in clean(draft.text).split("\n")]
        lines = lines if draft.cleaned else unwrap(lines)
        header = header_fields.Header() if draft.cleaned else header_fields.read(lines)
        cuts = [Cut(lines[n], header_fields.RULE) for n in header.lines]
        for n in header.lines:
            lines[n] = ""
        title = one_line(draft.title) or one_line(header.values.get("title"))
        page = uncut(lines, title) if draft.cleaned else judge(lines, title, self.furniture)
        if title is None and page.headline is not None:
            title = one_line(lines[page.headline])
        publisher = one_line(draft.publisher or header.values.get("publisher"))
        if not draft.cleaned:
            publisher = publisher or _publisher(draft, page)
            _cut_signature(page, publisher)
        story, endings = self._story(page, endings_too=not draft.cleaned)
        own_words = story if draft.title or page.headline is None else [title or ""]
        if not any(character.isalnum() for line in own_words for character in line):
            raise ArticleError(
                f"{origin.name}: nothing but site furniture in it; remove it or fetch it again"
            )
        body = _body(title, story)
        dateline = self._dateline(story)
        url = one_line(draft.url) or header.url
        near = _near(draft, title, page)
        day = (
            day_of(header.values.get("published", ""))
            or printed_day(*near, [] if draft.page is not None else lines[page.end :])
            or (_day_in(dateline.whole) if dateline else None)
            or _guessed(draft)
        )
        on, basis = published.decide(draft, url, day, option, origin.name)
        info = ArticleInfo(
            id=origin.id,
            source=origin.source,
            title=title,
            publisher=publisher,
            author=one_line(draft.author or header.values.get("author")) or _author(page, near),
            url=url,
            published=on,
            published_basis=basis,
            language=draft.language or language_of(body, draft.declared_language),
            dateline=dateline.place if dateline else None,
            sha256=origin.sha256,
            notice=one_line(draft.notice),
        )
        return Article(info=info, body=body, cuts=(*cuts, *page.cuts(), *endings))

    def _story(self, page: Page, *, endings_too: bool) -> tuple[list[str], list[Cut]]:
        """Return the lines kept, blank ones among them, without the headline; and ends cut off."""
        story: list[str] = []
        endings: list[Cut] = []
        for n, (line, rule) in enumerate(zip(page.lines, page.cut, strict=True)):
            if rule is not None or n == page.headline:
                continue
            short = endings_too and 0 < len(line) < _LONGEST_CAPTION
            if short and (found := self.furniture.ending(line)):
                at, rule = found
                endings.append(Cut(line[at:].strip(), rule))
                line = line[:at]
            story.append(" ".join(line.split()))
        return story, endings

    def _dateline(self, story: list[str]) -> datelines.Dateline | None:
        """Return the dateline of one of the story's first lines; captions may stand before it."""
        for line in [line for line in story if line][:5]:
            if found := self.datelines.read(line):
                return found
        return None


def _body(title: str | None, story: list[str]) -> str:
    """Return the body: the title, a blank line, the story with single blank lines within it."""
    lines: list[str] = [title, ""] if title else []
    for line in story:
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"


def _near(draft: Draft, title: str | None, page: Page) -> tuple[list[str], list[str]]:
    """Return the lines below and above the headline in which day and author stand, near first."""
    if draft.page is not None:
        lines = draft.page.split("\n")
        at = next((n for n, line in enumerate(lines) if title and same(line, title)), None)
        if at is None:
            return [], []
        return lines[at + 1 : at + 1 + _NEAR], lines[max(0, at - 3) : at][::-1]
    headline = page.headline if page.headline is not None else 0
    # A bare day above the first menu is the site's clock, the day on which the page was saved.
    first = min(menus(page.lines, page.cut, headline), default=-1) + 1
    below = [page.lines[n] for n in range(headline + 1, page.start) if page.cut[n]]
    above = [page.lines[n] for n in range(first, headline) if page.cut[n]]
    return below, above[::-1]


def _day_in(stretch: str) -> date | None:
    days = days_in(stretch)
    return days[0][2] if days else None


def _guessed(draft: Draft) -> date | None:
    """Return htmldate's day if the page marks it as a time; other guesses are often its clock."""
    day = day_of(draft.guessed_day or "")
    return day if day and day.isoformat() in draft.marked_days else None


def _publisher(draft: Draft, page: Page) -> str | None:
    """Return the publisher that names itself in the furniture above and below the story."""
    if draft.page is not None:
        lines = draft.page.split("\n")
        return publisher_in(lines[:3], lines[-12:])
    named = (None, BEFORE_HEADLINE)
    above = [page.lines[n] for n in range(page.start) if page.cut[n] in named and page.lines[n]]
    below = [line for line in page.lines[page.end :] if line]
    return publisher_in(above, below, has_menu=bool(menus(page.lines, page.cut, page.start)))


def _cut_signature(page: Page, publisher: str | None) -> None:
    """Cut the lines above and below the story that are the publisher's name and no more."""
    if publisher is None:
        return
    for n in (*range(page.start), *range(page.end, len(page.lines))):
        line = page.lines[n]
        short = 0 < len(line) < len(publisher) + 12
        if short and page.cut[n] is None and n != page.headline and agree(line, publisher):
            page.cut[n] = SIGNATURE


def _author(page: Page, near: tuple[list[str], list[str]]) -> str | None:
    """Return the author whom a byline names, among what was cut or around the headline."""
    for line, rule in zip(page.lines, page.cut, strict=True):
        if rule == NAME_LINE and " " in line:
            return line
        if rule is not None and line and (author := author_in(line)):
            return author
    return next(filter(None, map(author_in, chain(*near))), None)
