"""What verdicts tell of the articles around them: who was cleared, and who was sentenced before.

"A court has sentenced Musa Bello to five years' imprisonment. Bello, the judge held, left the
gate unlocked. He was convicted under Section 98 of the Criminal Code."
"""

import re
from bisect import bisect_right

from custody_records.annotate.statutes.cited import Cited
from custody_records.annotate.statutes.penalties import FoundPenalty, PenaltyReader
from custody_records.annotate.statutes.rule_files import ContextRules

_BESIDE = 200  # characters in which an acquittal stands before or behind its article
_MOST_BACK, _BACK = 6, 900  # sentences and characters before a conviction in which its term stands
_SURNAME = re.compile(r"(?<=[a-z.] )[A-ZА-Я][\w’-]{2,}(?![\w’-]|\s[A-ZА-Я])")


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
            before = text[max(left, earlier, one.start - _BESIDE) : one.start]
            behind = text[one.end : min(right, later, one.end + _BESIDE)]
            listed = index - 1 in cleared and self._rules.cleared_list.regex.match(before)
            if listed or self._is_cleared(before, behind):
                cleared.add(index)
        return cleared

    def _is_cleared(self, before: str, behind: str) -> bool:
        rules = self._rules
        found = rules.cleared_before.regex.search(before)
        # no verdict of guilt stands between the acquittal and the article
        if found and not rules.convicted_between.regex.search(before, found.end("word")):
            return True
        return rules.cleared_behind.regex.match(behind) is not None


class SentencedBefore:
    """Finds the one penalty that was imposed on whom a later sentence calls convicted."""

    def __init__(self, rules: ContextRules, penalties: PenaltyReader) -> None:
        self._rules = rules
        self._penalties = penalties

    def find(
        self, text: str, bounds: list[tuple[int, int]], cited: dict[int, list[int]], number: int
    ) -> tuple[FoundPenalty, ...]:
        """Return the penalty for the articles of sentence ``number``, which names none itself."""
        begin, end = bounds[number]
        sentence = text[begin:end].lstrip()
        opens = self._rules.convicted.regex.match(sentence)
        if not opens:
            return ()
        for back in range(number - 1, max(-1, number - 1 - _MOST_BACK), -1):
            left, right = bounds[back]
            if begin - left > _BACK or back in cited:
                return ()
            if not self._rules.sentences.regex.search(text, left, right):
                continue
            found = tuple(self._penalties.find(text, left, right))
            if not found:  # "In August the court cut the term."
                continue
            lead = text[left:right]
            known = self._rules.several.regex.match(sentence)
            known = known or self._rules.anonymous.regex.search(lead)
            changed = len(found) == 2 and self._rules.changed.regex.search(lead)
            if not (changed or len(found) == 1) or not (known or _goes_on(lead, text[right:end])):
                return ()
            return found
        return ()


def _goes_on(sentencing: str, behind: str) -> bool:
    """Tell whether the sentences behind name somebody of the one that sentences, by surname."""
    named = set(_SURNAME.findall(sentencing))
    return bool(named & set(re.findall(r"[A-ZА-Я][\w’-]{2,}", behind)))
