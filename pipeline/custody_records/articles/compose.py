"""From a draft to an article: clean it, cut its furniture, gather what it says about itself."""

from dataclasses import dataclass
from pathlib import Path

from custody_records.articles import about, header_fields, published
from custody_records.articles import dateline as datelines
from custody_records.articles.article import Article, Cut, Draft
from custody_records.articles.byline import author_below, cut_biography
from custody_records.articles.clean import clean, one_line
from custody_records.articles.dateline import Dateline
from custody_records.articles.errors import ArticleError
from custody_records.articles.furniture.cut import judge, uncut
from custody_records.articles.furniture.page import SIGNATURE, Page
from custody_records.articles.furniture.rules import Furniture
from custody_records.articles.language import language_of
from custody_records.articles.publisher import agree
from custody_records.articles.wraps import unwrap
from custody_records.contract import ArticleInfo

OUTSIDE = "outside-the-story"
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
        page, title, publisher = self._page(draft, header, lines)
        story, endings = self._story(page, endings_too=not draft.cleaned)
        own_words = story if draft.title or page.headline is None else [title or ""]
        if not any(character.isalnum() for line in own_words for character in line):
            raise ArticleError(
                f"{origin.name}: nothing but site furniture in it; remove it or fetch it again"
            )
        near = about.near_headline(draft, title, page)
        author = one_line(draft.author or header.values.get("author"))
        author = author or about.author(page, near, publisher)
        if not draft.cleaned:
            author = author or author_below(story, page.lines[page.end :])
            endings += cut_biography(story, author)
        dateline = self.datelines.of(story, about.credits(page))
        written_at = dateline.place.removesuffix(f", {publisher}") if dateline else None
        body = _body(title, dateline, story)
        url = one_line(draft.url) or header.url
        above = dateline.whole if dateline else about.stamp(story)
        day = about.day(draft, header.values.get("published"), near, page, above)
        on, basis = published.decide(draft, url, day, option, origin.name)
        doubt = published.disagreement(draft, url, day)
        info = ArticleInfo(
            id=origin.id,
            source=origin.source,
            title=title,
            publisher=publisher,
            author=author,
            url=url,
            published=on,
            published_basis=basis,
            language=draft.language or language_of(body, draft.declared_language),
            dateline=written_at if dateline and dateline.stated else None,
            sha256=origin.sha256,
            notice=one_line(draft.notice),
        )
        cuts += [*page.cuts(), *endings]
        cuts += self._outside(draft, body, cuts)
        return Article(info, body, written_at, tuple(cuts), (doubt,) if doubt else ())

    def _page(
        self, draft: Draft, header: header_fields.Header, lines: list[str]
    ) -> tuple[Page, str | None, str | None]:
        """Return the judged lines, and whose page it is: its title and its publisher."""
        title = one_line(draft.title) or one_line(header.values.get("title"))
        page = uncut(lines, title) if draft.cleaned else judge(lines, title, self.furniture)
        if title is None and page.headline is not None:
            title = one_line(lines[page.headline])
        publisher = one_line(draft.publisher or header.values.get("publisher"))
        if not draft.cleaned:
            publisher = publisher or about.publisher(draft, page)
            _cut_signature(page, publisher)
        return page, title, publisher

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

    def _outside(self, draft: Draft, body: str, cuts: list[Cut]) -> list[Cut]:
        """Return the lines of a page that its extraction left out, for whoever misses one."""
        told = {_key(line) for line in body.split("\n")} | {_key(cut.text) for cut in cuts}
        left = []
        for line in dict.fromkeys((draft.page or "").split("\n")):
            ending = self.furniture.ending(line) if len(line) < _LONGEST_CAPTION else None
            if line and _key(line[: ending[0]] if ending else line) not in told:
                left.append(Cut(line, OUTSIDE))
        return left


def _body(title: str | None, dateline: Dateline | None, story: list[str]) -> str:
    """Return the body: the title, a blank line, the story with single blank lines within it.

    A dateline on a line of its own leaves its place there, without the day of publication.
    """
    lines: list[str] = [title, ""] if title else []
    if dateline and dateline.credited:
        lines += [dateline.place, ""]
    for line in story:
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"


def _key(line: str) -> str:
    return "".join(filter(str.isalnum, line))


def _cut_signature(page: Page, publisher: str | None) -> None:
    """Cut the lines above and below the story that are the publisher's name and no more."""
    if publisher is None:
        return
    for n in (*range(page.start), *range(page.end, len(page.lines))):
        line = page.lines[n]
        short = 0 < len(line) < len(publisher) + 12
        if short and page.cut[n] is None and n != page.headline and agree(line, publisher):
            page.cut[n] = SIGNATURE
