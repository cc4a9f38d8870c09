"""Under which articles somebody was cleared, so that no penalty stands under them."""

from bisect import bisect_right

from custody_records.annotate.statutes.cited import Cited
from custody_records.annotate.statutes.discourse_rules import ContextRules

_REACH = 200  # characters in which an acquittal stands before or behind its article


def sentence_of(bounds: list[tuple[int, int]], at: int) -> int:
    """Return the number of the sentence, of (start, end)s, in which an offset lies."""
    return max(0, bisect_right(bounds, at, key=lambda bound: bound[0]) - 1)


class Acquittals:
    """Reads acquittals and dropped charges beside citations."""

    def __init__(self, rules: ContextRules) -> None:
        self._rules = rules

    def of(self, text: str, cited: list[Cited], bounds: list[tuple[int, int]]) -> set[int]:
        """Return the indexes of the citations of which somebody was cleared."""
        cleared: set[int] = set()
        for index, one in enumerate(cited):
            left, right = bounds[sentence_of(bounds, one.start)]
            earlier = cited[index - 1].end if index else 0
            later = cited[index + 1].start if index + 1 < len(cited) else len(text)
            before = text[max(left, earlier, one.start - _REACH) : one.start]
            behind = text[one.end : min(right, later, one.end + _REACH)]
            listed = index - 1 in cleared and self._rules.cleared_list.regex.match(before)
            if listed or self._is_cleared(before, behind):
                cleared.add(index)
        return cleared

    def _is_cleared(self, before: str, behind: str) -> bool:
        rules = self._rules
        found = rules.cleared_before.regex.search(before)
        if found and not self._ends(before[found.end("word") :]):
            return True
        return rules.cleared_behind.regex.match(behind) is not None

    def _ends(self, between: str) -> bool:
        """Tell whether a verdict of guilt stands between an acquittal and an article."""
        return self._rules.convicted_between.regex.search(between) is not None
