"""Find amendments of a constitution, which are cited by ordinals."""

import re
from collections.abc import Iterator

from custody_records.annotate.statutes.reading import StatuteReading
from custody_records.annotate.statutes.rules import AmendmentRules


class AmendmentFinder:
    """Reads amendments; each of a list is a rule of its own."""

    def __init__(self, rules: AmendmentRules) -> None:
        ordinal, noun = rules.ordinals, re.escape(rules.amendment)
        self._noun = rules.amendment
        self._cited = re.compile(
            rf"(?<![\w-])(?P<others>(?:{ordinal},? {rules.joined}){{0,4}})"
            rf"(?P<last>{ordinal} {noun}s?)(?![\w-])"
        )
        self._one = re.compile(ordinal)
        self._american = re.compile(rules.american)
        self._rules = [(rule, re.compile(rule.not_right)) for rule in rules.amendments]

    def find(self, text: str, country: str | None) -> Iterator[StatuteReading]:
        """Yield a reading for every amendment that the text cites."""
        if self._noun not in text:  # as in most texts
            return
        for rule, refused in self._rules:
            home = country if country in rule.home else None
            for match in self._cited.finditer(text):
                if refused.match(text, match.end()):
                    continue
                jurisdiction = "US" if self._american.match(text, match.end()) else home
                for start, end in self._spans(match):
                    ordinal = text[start:end].removesuffix("s").removesuffix(f" {self._noun}")
                    yield StatuteReading(
                        start=start,
                        end=end,
                        rule=rule.id,
                        instrument="Constitution",
                        jurisdiction=jurisdiction,
                        article=f"{ordinal} {self._noun}",
                    )

    def _spans(self, match: re.Match[str]) -> Iterator[tuple[int, int]]:
        """Yield where each ordinal of "the First and Fourteenth Amendments" stands."""
        for one in self._one.finditer(match["others"]):
            yield one.start() + match.start(), one.end() + match.start()
        yield match.span("last")
