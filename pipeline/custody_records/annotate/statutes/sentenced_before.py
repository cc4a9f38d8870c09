"""The penalty of a story's lead, where only a later sentence tells the article.

"A court has sentenced Musa Bello to five years' imprisonment. Bello, the judge held, left the
gate unlocked. He was convicted under Section 98 of the Criminal Code."
"""

import re

from custody_records.annotate.statutes.discourse_rules import ContextRules
from custody_records.annotate.statutes.penalties import FoundPenalty, PenaltyReader

MOST_BACK = 6  # sentences
REACH = 900  # characters
_SURNAME = re.compile(r"(?<=[a-z.] )[A-ZА-Я][\w’-]{2,}(?![\w’-]|\s[A-ZА-Я])")


class SentencedBefore:
    """Finds the one penalty that was imposed on whom a later sentence calls convicted."""

    def __init__(self, rules: ContextRules, penalties: PenaltyReader) -> None:
        self._rules = rules
        self._penalties = penalties

    def find(
        self,
        text: str,
        bounds: list[tuple[int, int]],
        cited: dict[int, list[int]],
        number: int,
    ) -> tuple[FoundPenalty, ...]:
        """Return the penalty for the articles of sentence ``number``, which names none itself."""
        begin, end = bounds[number]
        sentence = text[begin:end].lstrip()
        opens = self._rules.convicted.regex.match(sentence)
        if not opens:
            return ()
        for back in range(number - 1, max(-1, number - 1 - MOST_BACK), -1):
            left, right = bounds[back]
            if begin - left > REACH or back in cited:
                return ()
            if not self._rules.sentences.regex.search(text, left, right):
                continue
            found = tuple(self._penalties.find(text, left, right))
            lead = text[left:right]
            known = self._rules.several.regex.match(sentence) or self._rules.anonymous.regex.match(
                lead
            )
            changed = len(found) == 2 and self._rules.changed.regex.search(lead)
            if not (changed or len(found) == 1) or not (known or _goes_on(lead, text[right:end])):
                return ()
            return found
        return ()


def _goes_on(sentencing: str, behind: str) -> bool:
    """Tell whether the sentences behind name somebody of the one that sentences, by surname."""
    named = set(_SURNAME.findall(sentencing))
    return bool(named & set(re.findall(r"[A-ZА-Я][\w’-]{2,}", behind)))
