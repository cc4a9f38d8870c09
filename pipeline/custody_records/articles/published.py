"""The day an article appeared, and what tells it."""

import re
from datetime import date

from custody_records.articles.article import Draft
from custody_records.articles.days import day_of
from custody_records.articles.errors import ArticleError
from custody_records.contract.values import PublishedBasis

# Days in addresses: /2018/11/14/, /20181114/, /2021-03-15-title. A bare year or month is none.
_IN_URL = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[/_-]?)(?P<m>0?[1-9]|1[0-2])(?P=sep)"
    r"(?P<d>0[1-9]|[12]\d|3[01]|[1-9])(?!\d)"
)


def in_url(url: str | None) -> date | None:
    """Return the day that an address carries, or None."""
    for found in _IN_URL.finditer(url or ""):
        if not found["sep"] and len(found[0]) != 8:
            continue  # 2018111 is a number of something
        try:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        except ValueError:
            continue
    return None


def given(value: str, name: object, key: str = "published") -> date:
    """Return the day a person wrote down. Raises ArticleError if the value is no day."""
    day = day_of(value)
    if day is None:
        raise ArticleError(f"{name}: {key} {value!r} is no date; write it as YYYY-MM-DD")
    return day


_CLOSE = 7  # days between a story's own date and the day on which a page was made of it


def disagreement(draft: Draft, url: str | None, printed: date | None) -> str | None:
    """Return in words that the sources of the publication day are more than a week apart, or None.

    Every relative date of the story hangs on that day.
    """
    told = {"metadata": day_of(draft.published or ""), "address": in_url(url), "text": printed}
    days = {name: day for name, day in told.items() if day is not None}
    if not days or (max(days.values()) - min(days.values())).days <= _CLOSE:
        return None
    named = ", ".join(f"{day.isoformat()} in the {name}" for name, day in days.items())
    return f"published {named}: the first counts; relative dates hang on it"


def decide(
    draft: Draft, url: str | None, printed: date | None, option: str | None, name: object
) -> tuple[str | None, PublishedBasis]:
    """Return (ISO day or None, basis): what the file says, else its address, text, the option."""
    if draft.published:
        return given(draft.published, name).isoformat(), draft.basis
    if (day := in_url(url)) is not None:
        return day.isoformat(), "url"
    if printed is not None:
        return printed.isoformat(), "text"
    if option:
        return given(option, name, "--published").isoformat(), "option"
    return None, "none"
