"""The day a page prints above or below its headline, on a line of its own."""

import re
from collections.abc import Iterable
from datetime import date

from custody_records.articles.byline import author_in, is_credits
from custody_records.articles.days import days_in, without_moment
from custody_records.articles.own import Pattern, own
from custody_records.rulebook import RuleFile


class DateLines(RuleFile):
    """``reading/date_lines.yaml``."""

    beside: Pattern
    update: Pattern
    updated_part: Pattern
    updated: Pattern
    label: Pattern
    clock: Pattern
    log: Pattern
    place: Pattern
    range: Pattern
    issuer: Pattern


def _rules() -> DateLines:
    return own("date_lines.yaml", DateLines)


_WORDS_BESIDE, _LABELLED_WORDS = 3, 8  # words of a section, an agency, a paper beside a day
_SIGNATURE = 60  # characters of a line with a place and a day
_DAY = 24  # characters of a day
_YEAR = re.compile(r"(?:19|20)\d\d")
_BAR = re.compile(r"\s[|·•/]\s|\s{3,}|\t")
_TIME_AND_DAY = re.compile(r"\d{1,2}:\d\d,?\s+\d{1,2}[\s.]\S{2,12}[\s.](?:19|20)\d\d\b")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_STAMP = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d")


def on_date_line(line: str) -> tuple[date, bool] | None:
    """Return (day, labelled as the publication's) if the line prints a date and little else.

    What else it prints may stand behind a bar ("Posted: 3 March 2018 | Filed under: letters") or
    behind a time ("11:24, 12 April 2021, Bishkek - 24.kg, by Nurlan Asanov").

    >>> on_date_line("April 29, 2021 07:42 GMT")
    (datetime.date(2021, 4, 29), False)
    """
    if not _YEAR.search(line):
        return None
    if len(line) > 120 and not _STAMP.search(line[:200]):
        return None  # a paragraph; a machine's stamp may have the publisher's name behind it
    if _TIME_AND_DAY.match(line):
        line = line[:40]
    for part in _BAR.split(line):
        if (found := _in_part(part)) is not None:
            return found
    return None


def _in_part(line: str) -> tuple[date, bool] | None:
    rules = _rules()
    line = rules.updated_part.sub("", line)
    days = days_in(line)
    if len({day for _, _, day in days}) != 1 or rules.update.search(line):
        return None
    if rules.range.search(line[: days[0][0]]):
        return None
    rest = line
    for start, end, _ in reversed(days):
        rest = rest[:start] + " " + rest[end:]
    rest = rules.beside.sub(" ", without_moment(rest))
    # A section's or an agency's name may stand beside it: "12.05.2017 16:16 msk Ferghana News"
    label = rules.label.search(line)
    leads = label and not line.endswith(".")
    rest, issued = rules.issuer.subn("", rest, count=1)
    most = _LABELLED_WORDS if leads or issued else _WORDS_BESIDE
    signed = _STAMP.search(line) or author_in(line) or is_credits(line)
    if len(_WORDS.findall(rest)) > most and not signed:
        return None
    return days[0][2], bool(label)


def printed_day(
    below: Iterable[str], above: Iterable[str] = (), elsewhere: Iterable[str] = ()
) -> date | None:
    """Return the publication day that the lines around a headline print, or None.

    The nearest count first, those below the headline before those above it, a labelled day
    ("Published: ...") before a bare one; the day of a change below the headline ("Updated ...")
    counts where no other is printed. A weekday with its day above a headline is the site's clock,
    and ``elsewhere`` only a labelled day counts: a bare one there is the day on which the page was
    looked at.
    """
    below = list(below)
    near = [*below, *(line for line in above if not _rules().clock.fullmatch(line.strip()))]
    found = [read for line in near if (read := on_date_line(line))]
    found += [read for line in elsewhere if (read := on_date_line(line)) and read[1]]
    for day, is_labelled in found:
        if is_labelled:
            return day
    if found:
        return found[0][0]
    return next(filter(None, map(_updated, below)), None)


def day_of_log(title: str) -> date | None:
    """Return the day that the title of a log or bulletin tells: "Log for 3 May 2019: ..."."""
    log = _rules().log.match(title)
    if not log:
        return None
    days = days_in(title[: log.end() + _DAY])
    return days[0][2] if len(days) == 1 and days[0][0] <= log.end() + 1 else None


def signed_day(line: str) -> date | None:
    """Return the day of a signature below a statement: "Kyiv, 3 May 2019"."""
    days = days_in(line) if len(line) < _SIGNATURE else []
    if len(days) != 1 or line[days[0][1] :].strip(" ."):
        return None
    return days[0][2] if _rules().place.fullmatch(line[: days[0][0]]) else None


def bare_day(line: str) -> date | None:
    """Return the day of a line that holds a day and nothing else: "Monday, 3 May 2019"."""
    days = days_in(line)
    if len(days) != 1:
        return None
    start, end, day = days[0]
    rest = _rules().beside.sub(" ", without_moment(f"{line[:start]} {line[end:]}"))
    return None if any(map(str.isalnum, rest)) else day


def _updated(line: str) -> date | None:
    """Return the day of a line that tells only when its page was changed: "Updated 3 May 2019"."""
    for part in map(str.strip, _BAR.split(line)):
        label = _rules().updated.match(part)
        if label and (read := on_date_line(part[label.end() :])):
            return read[0]
    return None
