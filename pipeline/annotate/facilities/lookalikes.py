"""Claim what looks like a facility and is something else: rifles, cells, UN symbols, acts."""

import re
from collections.abc import Iterator

from pipeline.annotate.facilities.rules import LookAlike
from pipeline.annotate.overlaps import Candidate, Rank


class LookAlikes:
    """The patterns of ``lookalikes.yaml``."""

    def __init__(self, rules: tuple[LookAlike, ...]) -> None:
        self._patterns = [(rule.id, re.compile(rule.pattern)) for rule in rules]

    def find(self, text: str) -> Iterator[Candidate]:
        """Yield every claimed stretch."""
        for order, (rule, pattern) in enumerate(self._patterns):
            for match in pattern.finditer(text):
                yield Candidate(*match.span(), rule, Rank.CLAIM, order)
