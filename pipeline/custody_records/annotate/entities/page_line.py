"""The page's own date line ("Posted on August 20, 2013 by admin"), no date of the story."""

import re

from custody_records.annotate.entities.rules import DateRules
from custody_records.annotate.timex.reading import Timex

_LONGEST = 100  # characters of such a line


class PageLine:
    """Knows what may stand in a line that holds nothing but when the page appeared."""

    def __init__(self, rules: DateRules) -> None:
        words = "|".join(rules.page_line_words)
        self._furniture = re.compile(rf"\W|\d|\b(?:{words})\b", re.IGNORECASE)
        self._label = re.compile(rf"\b(?:{'|'.join(rules.page_line_labels)})\b", re.IGNORECASE)

    def holds(self, text: str, reading: Timex, published: str | None) -> bool:
        """Tell whether a date stands in such a line.

        The line says so ("Updated 13 May 2019 10:00"), or its date is that of the publication.
        """
        start = text.rfind("\n", 0, reading.start) + 1
        stop = text.find("\n", reading.end)
        stop = len(text) if stop < 0 else stop
        if stop - start > _LONGEST:
            return False
        rest = text[start : reading.start] + " " + text[reading.end : stop]
        if self._furniture.sub("", rest):
            return False
        return reading.value == published or self._label.search(rest) is not None
