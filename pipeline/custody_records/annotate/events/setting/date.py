"""The date of an event: the nearest of its clause that is not a statement's or a description's."""

from collections.abc import Iterable

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.mentions import Mention
from custody_records.annotate.events.setting.clauses import Clauses
from custody_records.annotate.events.setting.descriptions import Descriptions
from custody_records.annotate.events.setting.elsewhere import Clause
from custody_records.annotate.events.setting.facility import nearest
from custody_records.annotate.events.setting.relations import is_past_perfect
from custody_records.annotate.events.setting.rules import SettingRules
from custody_records.annotate.events.setting.scene import Scene

_MONTH = len("2018-05")


class DateFinder:
    """Finds the date of one event after another of a doc."""

    def __init__(self, rules: SettingRules, scene: Scene, descriptions: Descriptions) -> None:
        self.rules = rules
        self.scene = scene
        self.clauses = Clauses(rules.words)
        self.descriptions = descriptions

    def find(
        self, clause: Clause, cues: frozenset[int]
    ) -> tuple[tuple[Argument, ...], frozenset[int]]:
        """Return the event's days, and the first characters of days that are none of its.

        Those of a description or a relative clause, the end of something, and days before which
        it was that the event had been.
        """
        dates = self.scene.dates.within(clause.sentence)
        barred = [mention for mention in dates if self._is_of_no_event(mention, clause)]
        days = self._days(clause, cues, [mention for mention in dates if mention not in barred])
        chosen = {day.start for day in days}
        others = [m for m in dates if m in barred or self._is_of_a_relative(m, clause)]
        return days, frozenset([m.reading.start for m in others]) - chosen

    def _is_of_no_event(self, mention: Mention, clause: Clause) -> bool:
        hit, sentence, parsed = clause.hit, clause.sentence, clause.parsed
        root = mention.root(sentence, parsed)
        return (
            self.descriptions.holds_date(mention, hit, sentence, parsed)
            or self.clauses.ends_then(root)
            or (not hit.token.is_ancestor(root) and is_past_perfect(hit.token))
        )

    def _is_of_a_relative(self, mention: Mention, clause: Clause) -> bool:
        root = mention.root(clause.sentence, clause.parsed)
        return self.clauses.in_a_relative(root, clause.hit.token, clause.hit.traits)

    def _days(
        self, clause: Clause, cues: frozenset[int], dates: Iterable[Mention]
    ) -> tuple[Argument, ...]:
        """Return the date that the event's clause names, with those that go on from it.

        Behind a chronicle's heading that is a date, an event of a main clause has that date.
        """
        hit, sentence, parsed = clause.hit, clause.sentence, clause.parsed
        here = [
            mention
            for mention in dates
            if not self.clauses.dates_something_else(
                mention.root(sentence, parsed),
                hit.token,
                hit.traits,
                cues,
                is_wide=len(mention.reading.value or "") <= _MONTH,
                is_range=mention.reading.end_value is not None,
            )
            and not self._counts_from(mention, clause)
        ]
        here = [m for m in here if m.entity is not None or not _is_behind(m, here, clause)]
        if not here:
            return self._of_the_section(clause)
        best = _finest(nearest(here, clause), here)
        days = [
            day
            for day in here
            if day is best or _goes_on(best, day, clause) or _goes_on(day, best, clause)
        ]
        return tuple(self.rules.argument(day, "date", "clause") for day in days)

    def _counts_from(self, mention: Mention, clause: Clause) -> bool:
        """Tell whether a day behind another one and the trigger is that of what it is told by.

        "He was arrested on 30 July, two days after the election": the election's.
        """
        parsed, start = clause.parsed, clause.sentence.start
        first = mention.start - start
        told = parsed[first : mention.end - start]
        behind = clause.hit.token.i < first and parsed[first - 1].text == ","
        return (
            behind
            and any(token.lower_ in self.rules.words.time_order for token in told)
            and any(m.end == mention.start - 1 for m in self.scene.dates.within(clause.sentence))
        )

    def _of_the_section(self, clause: Clause) -> tuple[Argument, ...]:
        heading, trigger = self.scene.date_of_section(clause.sentence.start), clause.hit.token
        if heading is None or trigger.dep_ in ("relcl", "acl", "advcl"):
            return ()
        earlier = self.rules.words.earlier
        if any(c.dep_ == "aux" and c.lower_ in earlier for c in trigger.children):
            return ()  # "had died", "was serving": not on that day
        return (self.rules.argument(heading, "date", "section"),)


def _finest(best: Mention, dates: list[Mention]) -> Mention:
    """Return the day of a year or month: "on strike since 9 November, her second this year"."""
    value = best.reading.value or ""
    return next((d for d in dates if (d.reading.value or "").startswith(f"{value}-")), best)


def _is_behind(unknown: Mention, dates: list[Mention], clause: Clause) -> bool:
    """Tell whether a day that nothing resolves stands behind an event that another one dates.

    "In April he died in the jail, nine days after he had been brought there."
    """
    trigger = clause.sentence.start + clause.hit.token.i
    return unknown.start > trigger and any(day.entity is not None for day in dates)


def _goes_on(one: Mention, other: Mention, clause: Clause) -> bool:
    """Tell whether a date goes on from another: "on 1 September and again on 4 September"."""
    if one.start == other.start:
        return one is not other
    if _is_joined(one, other, clause):
        return True
    first = one.root(clause.sentence, clause.parsed)
    second = other.root(clause.sentence, clause.parsed)
    first = first.head if first.dep_ == "pobj" else first
    return any(above.dep_ == "conj" and above.head == first for above in (second, second.head))


def _is_joined(one: Mention, other: Mention, clause: Clause) -> bool:
    """Tell whether only "and" stands between two days: "on 8 and 9 February"."""
    start = clause.sentence.start
    between = clause.parsed[one.end - start : max(one.end, other.start) - start]
    return len(between) == 1 and between[0].dep_ == "cc"
