"""What looks like a mention and is something else: one schema, one way to claim, for all fields.

Each field has its own ``lookalikes.yaml``. What a rule claims nothing of that field may be read
from, and the decision log tells what it was.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from custody_records.annotate.openings import WordPattern
from custody_records.annotate.overlaps import Candidate, Rank
from custody_records.rulebook import Regex, Rule, read_list


class LookAlike(Rule):
    """Claims the group ``name`` (or ``name2``) of what ``pattern`` matches, else all of it.

    Text that cannot hold a match is not searched: every match holds one of the ``cues``, as
    printed, and lies in a line in which the cheap pattern ``sign`` occurs. With a ``value`` the
    span names an event by its date ("9/11").
    """

    pattern: Regex
    cues: tuple[str, ...] = ()
    sign: Regex = ""
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A claimed span ``[start, end)`` in characters and the rule that claims it."""

    start: int
    end: int
    rule: LookAlike


class LookAlikes:
    """The look-alikes of one field, compiled."""

    def __init__(self, rules: Iterable[LookAlike]) -> None:
        self.rules = tuple(rules)
        self._patterns = [(rule, WordPattern(re.compile(rule.pattern))) for rule in self.rules]
        self._signs = {rule.sign: re.compile(rule.sign) for rule in self.rules if rule.sign}

    def claims(self, text: str) -> Iterator[Claim]:
        """Yield the claimed spans, by rule and then in text order."""
        whole = [(0, len(text))]
        lines = {"": whole}
        for rule, pattern in self._patterns:
            if pattern.anywhere:
                if rule.cues and not any(map(text.__contains__, rule.cues)):
                    continue
                if rule.sign not in lines:
                    lines[rule.sign] = list(_lines(text, self._signs[rule.sign]))
            for match in pattern.within(text, lines[rule.sign] if pattern.anywhere else whole):
                yield _claim(match, rule)

    def candidates(self, text: str) -> Iterator[Candidate]:
        """Yield the claims as candidates that win every overlap."""
        order = {rule.id: number for number, rule in enumerate(self.rules)}
        for claim in self.claims(text):
            id_ = claim.rule.id
            yield Candidate(claim.start, claim.end, id_, Rank.CLAIM, order[id_])

    def at(self, text: str, position: int) -> Claim | None:
        """Return what the first rule claims that matches right at a position, or None."""
        for rule, pattern in self._patterns:
            match = pattern.pattern.match(text, position)
            if match:
                return _claim(match, rule)
        return None


def load(folder: Path) -> tuple[LookAlike, ...]:
    """Return the look-alikes of the folder of a field. Raises RuleError."""
    return read_list(folder / "lookalikes.yaml", LookAlike)


def _claim(match: re.Match[str], rule: LookAlike) -> Claim:
    groups = match.groupdict()
    group = next((name for name in ("name", "name2") if groups.get(name)), 0)
    return Claim(*match.span(group), rule)


def _lines(text: str, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the lines in which a sign occurs: most of a text is not looked at twice."""
    end = 0
    while found := sign.search(text, end):
        start = text.rfind("\n", end, found.start()) + 1 or end
        end = text.find("\n", found.end())
        if end < 0:
            end = len(text)
        yield start, end
