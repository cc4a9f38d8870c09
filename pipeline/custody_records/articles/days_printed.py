"""The day a page prints above or below its headline, on a line of its own."""

import re
from collections.abc import Iterable
from datetime import date

from custody_records.articles.byline import author_in, is_credits
from custody_records.articles.days import day_of, days_in, last_of_range, without_moment
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
    period: Pattern
    issuer: Pattern
    closed: Pattern
    printed: Pattern
    told: Pattern
    caption: Pattern


def _rules() -> DateLines:
    return own("date_lines.yaml", DateLines)


_WORDS_BESIDE, _LABELLED_WORDS = 3, 8  # words of a section, an agency, a paper beside a day
_SIGNATURE = 60  # characters of a line with a place and a day
_DAY = 40  # characters of a day or a range of days
_CLOSING = 300  # characters of a last line with a day at its end
_YEAR = re.compile(r"(?:19|20)\d\d")
_BAR = re.compile(r"\s[|·•/]\s|\s{3,}|\t")
_PART = re.compile(r"\A|[.,;(]\s?")
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
    if (
        len({day for _, _, day in days}) != 1
        or rules.update.search(line)
        or rules.caption.match(line)
    ):
        return None
    if last_of_range(line) != line:
        return None
    rest = line
    for start, end, _ in reversed(days):
        rest = rest[:start] + " " + rest[end:]
    rest = rules.beside.sub(" ", without_moment(rest))
    # A section's or an agency's name may stand beside it: "12.05.2017 16:16 msk Ferghana News"
    label = rules.label.search(line)
    if not label and line.endswith(".") and rules.told.search(line[: days[-1][0]]):
        return None
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
    return next(filter(None, map(day_of_update, below)), None)


def day_of_log(title: str) -> date | None:
    """Return the day that the title of a log or bulletin tells: "Log for 3 May 2019: ...".

    Of a range of days it is the last, as of a title that holds nothing but name, issue and day.
    """
    log = _rules().log.match(title)
    if not log:
        title = last_of_range(title)
        return day_of(title) if _rules().period.search(title) and is_credits(title) else None
    days = days_in(last_of_range(title[: log.end() + _DAY]))
    return days[0][2] if len(days) == 1 and days[0][0] <= log.end() + 1 else None


def day_of_period(line: str) -> date | None:
    """Return the last day of the range that a digest's line tells: "Week of 5-11 February 2024"."""
    rules = _rules()
    last = last_of_range(line)
    if last == line or not (rules.period.search(line) or bare_day(last)):
        return None
    read = on_date_line(last)
    return read[0] if read else None


def signed_day(line: str) -> date | None:
    """Return the day of publication that one of the last lines tells.

    It closes a signature ("Kyiv, 3 May 2019"), stands behind the last sentence or a label
    ("Additional reporting by Jane Doe. 3 May 2019"), or is told of the print edition.
    """
    rules = _rules()
    days = days_in(line) if len(line) < _CLOSING else ()
    if len(days) != 1 or rules.caption.match(line):
        return None
    before = line[: days[0][0]]
    if rules.printed.match(before):
        return days[0][2]
    if line[days[0][1] :].strip(" .)]"):
        return None
    placed = len(line) < _SIGNATURE and rules.place.fullmatch(before)
    return days[0][2] if placed or rules.closed.search(before) else None


def bare_day(line: str) -> date | None:
    """Return the day of a line that holds a day and nothing else: "Monday, 3 May 2019"."""
    days = days_in(line)
    if len(days) != 1:
        return None
    start, end, day = days[0]
    rest = _rules().beside.sub(" ", without_moment(f"{line[:start]} {line[end:]}"))
    return None if any(map(str.isalnum, rest)) else day


def day_of_update(line: str) -> date | None:
    """Return the day of a line that tells only when its page was changed: "Updated 3 May 2019"."""
    for part in map(str.strip, _BAR.split(line)):
        for found in _PART.finditer(part):
            label = _rules().updated.match(part, found.end())
            if label and (read := on_date_line(part[label.end() :])):
                return read[0]
    return None
