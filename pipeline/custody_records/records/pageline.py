"""The page's own date line ("Posted on August 20, 2013 by admin"), no date of the story."""

import re

from custody_records.annotate.timex.reading import Timex

# What such a line holds beside the date: labels, clock times, zones, weekdays, a name after "by".
_FURNITURE = re.compile(
    r"""
    \W | \d
    | \b (?:
        posted | published | publication | updated | last | modified | created | date | time
        | on | at | gmt | utc | msk | est | edt | by\b.* | admin | am | pm | read | min | views?
        | (?:mon|tues|wednes|thurs|fri|satur|sun)day
      ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


_LABEL = re.compile(r"\b(?:posted|published|updated|modified|created)\b", re.IGNORECASE)


def is_page_line(text: str, reading: Timex, published: str | None) -> bool:
    """Whether a date stands in a line that holds nothing but when the page appeared.

    Such a line says so ("Updated 13 May 2019 10:00"), or its date is that of the publication.
    """
    start = text.rfind("\n", 0, reading.start) + 1
    stop = text.find("\n", reading.end)
    stop = len(text) if stop < 0 else stop
    if stop - start > 100:
        return False
    rest = text[start : reading.start] + " " + text[reading.end : stop]
    if _FURNITURE.sub("", rest):
        return False
    return reading.value == published or _LABEL.search(rest) is not None
