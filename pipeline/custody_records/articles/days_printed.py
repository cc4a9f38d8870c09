"""The day a page prints above or below its headline, on a line of its own."""

import re
from collections.abc import Iterable
from datetime import date

from custody_records.articles.days import days_in

# What else a date line prints: times, zones, weekdays, labels, counters.
_BESIDE = re.compile(
    r"""
    \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)? | \b[ap]\.?m\b\.?
  | \b(?:GMT|UTC|EST|EDT|CET|CEST|MSK|msk|BST|ET|Z)\b(?:\s?[+-]\d{1,2}(?::?\d\d)?)? | [+-]\d\d:?\d\d
  | \b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?
  | \b(?:понедельник|вторник|сред[аы]|четверг|пятниц[аы]|суббот[аы]|воскресенье)\b
  | \b(?:first\s)?(?:published|posted|publication\sdate|publication|date(?:d)?|issued|created|added
      |release\sdate|released|time|published\son|дата|опубликовано|размещено)\b(?:\son|\sat)?\s*:?
  | \b(?:views?|просмотр\w*|comments?|hits|reads?|shares?)\b\s*:?\s*[\d\s.,]*k? | \bat\b | \bon\b
  | \bг(?:ода?)?\b\.? | \bby\s+(?:admin\w*|editor|staff|webmaster)\b | \b\d+\s?min(?:utes?)?\sread\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UPDATE = re.compile(
    r"\b(?:last\s+)?(?:updated?|modified|accessed|retrieved|обновлено|изменено)\b", re.I
)
_LABEL = re.compile(
    r"\b(?:publication\s+date|first\s+published|published|posted|release\s+date|date|"
    r"дата публикации|опубликовано)\b",
    re.I,
)


_UPDATED_PART = re.compile(
    r"[\s(|·•,;/-]*\b(?:last\s+)?(?:updated?|modified|обновлено)\b.*$", re.I | re.S
)
_CLOCK = re.compile(r"[^\W\d_]{3,12}day,?\s[^:]{8,40}", re.IGNORECASE)
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
    line = _UPDATED_PART.sub("", line)
    days = days_in(line)
    if len({day for _, _, day in days}) != 1 or _UPDATE.search(line):
        return None
    rest = line
    for start, end, _ in reversed(days):
        rest = rest[:start] + " " + rest[end:]
    rest = _BESIDE.sub(" ", rest)
    # A section's or an agency's name may stand beside it: "12.05.2017 16:16 msk Ferghana News"
    if len(_WORDS.findall(rest)) > 3 and not _STAMP.search(line):
        return None
    return days[0][2], bool(_LABEL.search(line))


def printed_day(
    below: Iterable[str], above: Iterable[str] = (), elsewhere: Iterable[str] = ()
) -> date | None:
    """Return the publication day that the lines around a headline print, or None.

    The nearest count first, those below the headline before those above it, a labelled day
    ("Published: ...") before a bare one. A weekday with its day above a headline is the site's
    clock, and ``elsewhere`` only a labelled day counts: a bare one there is the day on which the
    page was looked at.
    """
    near = [*below, *(line for line in above if not _CLOCK.fullmatch(line.strip()))]
    found = [read for line in near if (read := on_date_line(line))]
    found += [read for line in elsewhere if (read := on_date_line(line)) and read[1]]
    for day, is_labelled in found:
        if is_labelled:
            return day
    return found[0][0] if found else None
