"""The page's own date line ("Posted on August 20, 2013 by admin"), no date of the story."""

import re

from pipeline.annotate.timex.reading import Timex

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


def is_page_line(text: str, reading: Timex) -> bool:
    """Whether a date stands in a line that holds nothing but when the page appeared."""
    start = text.rfind("\n", 0, reading.start) + 1
    stop = text.find("\n", reading.end)
    stop = len(text) if stop < 0 else stop
    if stop - start > 100:
        return False
    rest = text[start : reading.start] + " " + text[reading.end : stop]
    return not _FURNITURE.sub("", rest)
