"""What a page says about the article outside its story: day, author, publisher."""

import re
from datetime import date
from itertools import chain

from custody_records.articles.article import Draft
from custody_records.articles.byline import author_in, credit, in_small_letters, says_by
from custody_records.articles.days import day_of, days_in, is_day_first, named_months, readings
from custody_records.articles.days_printed import (
    bare_day,
    day_of_log,
    day_of_period,
    on_date_line,
    printed_day,
    signed_day,
)
from custody_records.articles.furniture.headline import menus, same
from custody_records.articles.furniture.page import (
    AFTER_STORY,
    BEFORE_HEADLINE,
    BYLINE,
    DATE_LINE,
    NAME_LINE,
    SIGNATURE,
    Page,
)
from custody_records.articles.publisher import publisher_in

Near = tuple[list[str], list[str]]
_OPENING = 2  # lines of a story of which one may begin with the day
_STAMP = 60  # characters of the day before a story's first words
_DASH = re.compile(r"\)?\s*[-–—:|]{1,2}\s")
_CHRONICLE = 2  # lines of a day alone within a story
_CREDITS = (BYLINE, DATE_LINE, NAME_LINE, SIGNATURE)
_TOLD = (*_CREDITS, AFTER_STORY, None)  # what is said of a line below a story that may tell its day
_FOOT = 4  # lines below a statement in which its place and day may stand
_NUMBERED = re.compile(r"\d")
_STANDFIRST, _LONG = 5, 200  # lines that may stand above a story's day, and their characters
_BELOW = 8  # lines of a page below its headline in which day and author stand


def near_headline(draft: Draft, title: str | None, page: Page) -> Near:
    """Return the lines below and above the headline in which day and author stand, near first."""
    if draft.page is not None:
        lines = draft.page.split("\n")
        at = next((n for n, line in enumerate(lines) if title and same(line, title)), None)
        if at is None:
            return [], []
        return lines[at + 1 : at + 1 + _BELOW], lines[max(0, at - 3) : at][::-1]
    headline = page.headline if page.headline is not None else -1  # a text without one
    # A bare day above the first menu is the site's clock, the day on which the page was saved.
    first = min(menus(page.lines, page.cut, max(headline, 0), page.menus), default=-1) + 1
    below = [page.lines[n] for n in range(headline + 1, page.start) if page.cut[n]]
    if sum(1 for line in page.lines[page.start : page.end] if bare_day(line)) >= _CHRONICLE:
        below = [line for line in below if not bare_day(line)]
    above = [page.lines[n] for n in range(first, headline) if page.cut[n]]
    return below, above[::-1]


def credits(page: Page) -> list[str]:
    """Return the lines between headline and story that tell who wrote it, where and when."""
    first = page.start if page.headline is None else page.headline + 1
    return [page.lines[n] for n in range(first, page.start) if page.cut[n] in _CREDITS]


def day(draft: Draft, labelled: str | None, near: Near, page: Page, dateline: str) -> date | None:
    """Return the day of publication that is printed, or None.

    In order: a labelled value above the text, a line near the headline (in a text also a labelled
    line within or below the story, as under a first paragraph that stands above the page's own
    data), the day in the dateline, a day that the page marks up as a time.
    """
    below = [] if draft.page is not None else page.lines[page.start :]
    in_dateline = [found for _, _, found in days_in(dateline)]
    return (
        day_of(labelled or "")
        or printed_day(*near, below)
        or (in_dateline[0] if in_dateline else None)
        or _guessed(draft)
        or _below_standfirst(page)
        or (_clock(near[1]) if draft.page is None else None)
        or (day_of_log(page.lines[page.headline]) if page.headline is not None else None)
        or _of_period(page)
        or _at_foot(page)
        or _either(near[0], page)
    )


def _clock(above: list[str]) -> date | None:
    """Return the day with its weekday right above a headline: a site's clock, if nothing else."""
    found = on_date_line(above[0]) if above else None
    return found[0] if found else None


def _of_period(page: Page) -> date | None:
    """Return the last day of the range that a line between headline and story tells."""
    first = 0 if page.headline is None else page.headline
    lines = (line for line in page.lines[first : page.start] if line)
    return next(filter(None, map(day_of_period, lines)), None)


def _either(below: list[str], page: Page) -> date | None:
    """Return the day of "14/06/24"; of "03/04/2021" that which the story's own days tell.

    They tell the order, or else name the month or the one before.
    """
    story = "\n".join(page.lines[page.start : page.end])
    for line in below:
        days = [read[0] for read in map(on_date_line, readings(line)) if read]
        if len(days) > 1 and (day_first := is_day_first(line, story)) is not None:
            days = days[:1] if day_first else days[1:]
        elif len(days) > 1:
            months = named_months(story)
            days = [day for day in days if {day.month, (day.month - 2) % 12 + 1} & months]
        if days:
            return days[0] if len(days) == 1 else None
    return None


def _at_foot(page: Page) -> date | None:
    """Return the day of the first signature among the last lines, or the only one told below."""
    foot = [line for line in page.lines if line][-_FOOT:]
    signed = next(filter(None, map(signed_day, foot)), None)
    lines = [n for n in range(page.end, len(page.lines)) if page.lines[n]][-_FOOT:]
    told = {
        read[0] for n in lines if page.cut[n] in _TOLD and (read := on_date_line(page.lines[n]))
    }
    return signed or (told.pop() if len(told) == 1 else None)


def _below_standfirst(page: Page) -> date | None:
    """Return the day of the one line that prints a day and little else before the story proper.

    A standfirst and a byline without "By" may stand above it, or anything if it was cut as a
    credit. Several such lines are the heads of a chronicle.
    """
    first = page.start if page.headline is None else page.headline + 1
    days = [
        (n, found[0])
        for n in range(first, page.end)
        if page.lines[n] and (found := on_date_line(page.lines[n]))
    ]
    above = [line for line in page.lines[first : days[0][0]] if line] if days else []
    # "Case No. 4" above the day of a hearing
    near = len(above) <= _STANDFIRST and not any(_NUMBERED.search(line) for line in above)
    near = near and all(len(line) < _LONG for line in above)
    near = near or any(page.cut[n] in _CREDITS for n, _ in days)
    return days[0][1] if len(days) == 1 and near else None


def stamp(story: list[str]) -> str:
    """Return the head that some monitors print: "Iran Human Rights (IHRNGO); June 27, 2023: "."""
    lines = [line for line in story if line]
    first = next(iter(lines), "")
    opened = [line for line in lines if (days := days_in(line[:_STAMP])) and days[0][0] <= 1]
    if len(opened) == 1 and opened[0] in lines[:_OPENING]:
        dash = _DASH.match(opened[0], days_in(opened[0][:_STAMP])[0][1])
        if dash:
            return opened[0][: dash.end()]  # "5 June 2024 – Four inmates"
    head = re.match(r"[A-Z][^.;:]{3,60}; [^.;:]{6,25}: ", first)
    return head[0] if head else ""


def _guessed(draft: Draft) -> date | None:
    """Return htmldate's day if the page marks it as a time; other guesses are often its clock."""
    day = day_of(draft.guessed_day or "")
    return day if day and day.isoformat() in draft.marked_days else None


def publisher(draft: Draft, page: Page) -> str | None:
    """Return the publisher that names itself in the furniture above and below the story."""
    if draft.page is not None:
        lines = draft.page.split("\n")
        return publisher_in(lines[:3], lines[-12:])
    named = (None, BEFORE_HEADLINE)
    above = [page.lines[n] for n in range(page.start) if page.cut[n] in named and page.lines[n]]
    below = [line for line in page.lines[page.end :] if line]
    return publisher_in(
        above, below, has_menu=bool(menus(page.lines, page.cut, page.start, page.menus))
    )


def author(page: Page, near: Near, publisher: str | None) -> str | None:
    """Return the author whom a byline names, among what was cut or around the headline.

    "Mushfig Bayram, Forum 18" on a page of Forum 18 is Mushfig Bayram; JANE DOE is Jane Doe.
    """
    name = _byline(page, near)
    return in_small_letters(name.removesuffix(f", {publisher}")) if name else None


def _byline(page: Page, near: Near) -> str | None:
    """Return the first author, one whose line says "By" above the story before any other."""
    cut = [n for n, rule in enumerate(page.cut) if rule is not None and page.lines[n]]
    for n in cut:
        if n < page.start and says_by(page.lines[n]) and (name := author_in(page.lines[n])):
            return name
    for n in cut:
        if page.cut[n] == NAME_LINE and (named := credit(page.lines[n])):
            return named.name
        if name := author_in(page.lines[n]):
            return name
    return next(filter(None, map(author_in, chain(*near))), None)
