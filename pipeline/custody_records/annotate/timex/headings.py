"""Years that a heading tells for the dates of the list below it.

Chronology of 2015             or: In 2015:    or: Chronicle of prisons, 1-15 July 2015
17 May: Two inmates die.           - 17 May: two inmates die
3 June: An inquiry begins.         - 3 June: an inquiry begins
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from custody_records.annotate.timex.contexts import Contexts
from custody_records.annotate.timex.forms import Unit

_LONGEST = 100  # characters of a heading
_REACH = 6_000  # characters of the list below it
_OPENING = 400  # characters in which a chronicle says what it covers
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
# What may stand in its line before the date of an item.
_ITEM = re.compile(r"[\s\-–—•*·▪●◦|\d.)(]*")
_ITEM_REACH = 12


@dataclass(frozen=True, slots=True)
class Heading:
    """``year`` counts for what stands from ``start`` on, up to the next heading."""

    start: int
    year: int


def find(
    text: str, years: Iterable[tuple[int, int, int, Unit]], contexts: Contexts
) -> list[Heading]:
    """Return the headings of a text from its printed years, in order.

    ``years`` are (start, end, year, unit) of every date that is printed with its year.
    """
    found: list[Heading] = []
    title_end = text.find("\n")
    for start, end, year, unit in years:
        begin = text.rfind("\n", max(start - _LONGEST, 0), start) + 1
        covered = contexts.chronicle.search(text, begin, end) is not None
        of_issue = covered and end < _OPENING and text[end : end + 1] in ("", "\n")
        if unit != "year" and not of_issue:  # an item with a year, which those below it share
            if found and begins_item(text, start):
                found.append(Heading(end, year))
            continue
        stop = text.find("\n", end, end + _LONGEST)
        line = text[begin : stop if stop > 0 else end]
        colon = text[end : end + 1] == ":"
        is_title = begin == 0 and stop == title_end
        if stop < 0 or stop - begin > _LONGEST or (_ENDS_SENTENCE.search(line) and not colon):
            continue
        if is_title and not contexts.chronicle.search(line):
            continue
        found.append(Heading(end, year))
    return found


def year_above(text: str, headings: list[Heading], start: int) -> int | None:
    """Return the year of the heading above an item's date, None if there is none."""
    if not headings or not begins_item(text, start):
        return None
    at = bisect_right(headings, start, key=lambda heading: heading.start)
    if not at or start - headings[at - 1].start > _REACH:
        return None
    return headings[at - 1].year


def begins_item(text: str, start: int) -> bool:
    """Whether a date begins its line, behind a dash or a number at most."""
    line = text.rfind("\n", max(start - _ITEM_REACH, 0), start) + 1
    return (line > 0 or start < _ITEM_REACH) and bool(_ITEM.fullmatch(text, line, start))
