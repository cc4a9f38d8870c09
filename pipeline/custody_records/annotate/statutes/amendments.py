"""Find rules that are cited by ordinals: amendments of a constitution, schedules of an act."""

import re
from collections.abc import Iterable, Iterator

from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.reading import StatuteReading
from custody_records.annotate.statutes.rules import AmendmentRules, Schedule

_LONGEST_SCHEDULE = 80  # characters


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


class ScheduleFinder:
    """Reads schedules that stand in front of the instrument they belong to."""

    def __init__(self, rules: AmendmentRules) -> None:
        self._noun = rules.schedule
        self._rules = [(rule, _before(rule, rules.ordinals)) for rule in rules.schedules]

    def find(self, text: str, mentions: Iterable[InstrumentMention]) -> Iterator[StatuteReading]:
        """Yield a reading for every schedule of an instrument that is named behind it."""
        if self._noun not in text:
            return
        for mention in mentions:
            for rule, before in self._rules if mention.name else ():
                found = before.search(
                    text, max(0, mention.start - _LONGEST_SCHEDULE), mention.start
                )
                if found:
                    number = found["number"]
                    yield StatuteReading(
                        start=found.start(),
                        end=mention.end,
                        rule=rule.id,
                        instrument=mention.name,
                        jurisdiction=mention.jurisdiction,
                        article=f"{self._noun} {number}" if number else found["ordinal"],
                        evidence=(mention.rule,),
                        named_at=(mention.start, mention.end),
                    )


def _before(rule: Schedule, ordinals: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:{rule.numbered}|(?P<ordinal>{ordinals} {rule.ordinal})){rule.joined}$"
    )
