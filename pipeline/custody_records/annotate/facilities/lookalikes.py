"""Claim what looks like a facility and is something else: rifles, cells, UN symbols, acts."""

import re
from collections.abc import Iterator

from custody_records.annotate.facilities.rules import LookAlike
from custody_records.annotate.overlaps import Candidate, Rank


class LookAlikes:
    """The patterns of ``lookalikes.yaml``."""

    def __init__(self, rules: tuple[LookAlike, ...]) -> None:
        self._patterns = [(rule.id, re.compile(rule.pattern), rule.sign) for rule in rules]
        self._signs = {rule.sign: re.compile(rule.sign) for rule in rules}

    def find(self, text: str) -> Iterator[Candidate]:
        """Yield every claimed span."""
        lines = {sign: list(_lines(text, pattern)) for sign, pattern in self._signs.items()}
        for order, (rule, pattern, sign) in enumerate(self._patterns):
            for start, end in lines[sign]:
                for match in pattern.finditer(text, start, end):
                    yield Candidate(*match.span(), rule, Rank.CLAIM, order)


def _lines(text: str, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the lines in which a sign occurs: most of a text is not looked at twice."""
    end = 0
    while found := sign.search(text, end):
        start = text.rfind("\n", end, found.start()) + 1 or end
        end = text.find("\n", found.end())
        if end < 0:
            end = len(text)
        yield start, end
