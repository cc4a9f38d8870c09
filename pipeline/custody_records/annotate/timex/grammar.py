"""Find the spans of a text that the grammar's rules describe: longest first, left to right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from pydantic import Field, model_validator

from custody_records.annotate.timex.lexemes import Lexemes
from custody_records.annotate.timex.lexicon import BREAK, UNKNOWN, TimexLexicon
from custody_records.annotate.timex.pattern import (
    EXTENT,
    Pattern,
    PatternError,
    Slot,
    compile_pattern,
)
from custody_records.rulebook import Rule, RuleData, RuleError

Meaning = Literal[
    "point", "days", "day_list", "years", "year_pair", "decades", "shifted", "same_period",
    "month_list", "year_list", "nothing", "any_season", "month_span", "length", "lengths",
    "recurring", "vague",
]  # fmt: skip


# The day on which the rules' own examples are read: a Wednesday.
EXAMPLE_DAY = "2019-04-24"


class TimexRule(Rule):
    """A rule whose examples may be written short, under ``reads``.

    ``reads`` maps a text to the readings that the rule must make of it, "extent = value", several
    parted by "; "; it is read as if published on Wednesday, 24 April 2019.
    """

    @model_validator(mode="before")
    @classmethod
    def _examples(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "reads" not in data:
            return data
        reads = data["reads"]
        examples = [_example(text, readings) for text, readings in reads.items()]
        rest = {key: value for key, value in data.items() if key != "reads"}
        return rest | {"match": [*rest.get("match", ()), *examples]}


def _example(text: str, readings: str) -> dict[str, Any]:
    wanted, at = [], 0
    for reading in readings.split("; "):
        extent, _, value = reading.rpartition(" = ")
        at = text.index(extent, at)
        wanted.append({"start": at, "end": at + len(extent), "value": value})
        at += len(extent)
    return {"text": text, "reads": wanted, "published": EXAMPLE_DAY}


class GrammarRule(TimexRule):
    """One way of wording a time expression.

    ``needs`` "entity": the model must see a date or time there; ``weak``: the model must not count
    something there; ``may_be_name``: it is none where the model sees a person.
    """

    pattern: str
    means: Meaning
    set: dict[str, int | str] = Field(default_factory=dict)
    needs: Literal["entity"] | None = None
    weak: bool = False
    may_be_name: bool = False


class GrammarFile(RuleData):
    """The file ``grammar.yaml``."""

    macros: dict[str, str]
    rules: list[GrammarRule]


# No expression is longer, in lexemes; a longer span is taken in pieces, which keeps it linear.
_LONGEST = 200

# A match by indices of lexemes: rule, extent start, extent end, (slot, index) pairs.
_Hit = tuple[int, int, int, tuple[tuple[Slot, int], ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's match: its extent in lexemes ``[first, last)`` and its slots."""

    rule: GrammarRule
    lexemes: Lexemes
    lexicon: TimexLexicon
    first: int
    last: int
    slots: tuple[tuple[Slot, int], ...]

    def index(self, name: str) -> int | None:
        """Return the index of the lexeme in a slot, None if it is not filled."""
        return next((i for slot, i in self.slots if slot.name == name), None)

    def at(self, name: str) -> int:
        """Return the index of the lexeme in a slot that is always filled."""
        return next(i for slot, i in self.slots if slot.name == name)

    def get(self, name: str) -> Any:
        """Return the value in a slot, or what the rule sets, or None."""
        for slot, i in self.slots:
            if slot.name == name:
                return self.value_at(slot, i)
        return self.rule.set.get(name)

    def last_index(self, name: str) -> int | None:
        """Return the index of the last lexeme in a slot, None if it is not filled."""
        return max((i for slot, i in self.slots if slot.name == name), default=None)

    def last_value(self, name: str) -> Any:
        """Return the value of the last slot of a name, where a pattern has several."""
        slot, i = max(((s, i) for s, i in self.slots if s.name == name), key=lambda pair: pair[1])
        return self.value_at(slot, i)

    def value_at(self, slot: Slot, i: int) -> Any:
        """Return the value of the lexeme ``i`` in a slot."""
        surface = self.lexemes.surface(i)
        for name in slot.classes:
            if name.isupper():
                try:
                    return self.lexicon.value(name, surface)
                except KeyError:
                    continue
        return self.lexicon.meant(surface)

    @property
    def start(self) -> int:
        """First character."""
        return self.lexemes.starts[self.first]

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.lexemes.ends[self.last - 1]


class Grammar:
    """The rules of a folder, compiled."""

    def __init__(
        self, rules: list[GrammarRule], macros: dict[str, str], lexicon: TimexLexicon
    ) -> None:
        self.rules = rules
        self.lexicon = lexicon
        patterns = [_compiled(rule, lexicon, macros) for rule in rules]
        self._by_first: dict[str, list[tuple[int, bool, Pattern]]] = {}
        for order, pattern in enumerate(patterns):
            for code in pattern.first:
                sure = rules[order].needs is None
                self._by_first.setdefault(code, []).append((order, sure, pattern))
        # A span between words of no class; its neighbours are what a pattern may look at.
        self._run = re.compile(f"[^{UNKNOWN}{BREAK}]{{1,{_LONGEST}}}")
        self._parse = lru_cache(maxsize=8192)(self._parse_run)

    def runs(self, codes: str) -> Iterator[tuple[int, int]]:
        """Yield the bounds of what the grammar reads at once: rows of words that it knows."""
        for run in self._run.finditer(codes):
            yield run.span()

    def find(self, lexemes: Lexemes) -> Iterator[Found]:
        """Yield the matches of a text in order; they do not overlap."""
        codes = lexemes.codes
        for start, end in self.runs(codes):
            left = max(start - 1, 0)
            for order, first, last, slots in self._parse(codes[left : end + 1], start - left):
                yield Found(
                    rule=self.rules[order],
                    lexemes=lexemes,
                    lexicon=self.lexicon,
                    first=first + left,
                    last=self._without_stop(lexemes, first + left, last + left),
                    slots=tuple((slot, i + left) for slot, i in slots),
                )

    def _without_stop(self, lexemes: Lexemes, first: int, last: int) -> int:
        """Return the end of an extent without the full stop behind "September", not "Sept."."""
        if last - first < 2 or lexemes.codes[last - 1] != ".":
            return last
        word = lexemes.surface(last - 2).lower()
        short = any(word in self.lexicon.values[c] for c in ("MONTH_SHORT", "WEEKDAY_SHORT"))
        return last if short or len(lexemes.surface(last - 2)) == 1 else last - 1

    def _parse_run(self, codes: str, begin: int) -> tuple[_Hit, ...]:
        hits: list[_Hit] = []
        at = begin
        while at < len(codes):
            rules = self._by_first.get(codes[at], ())
            best = _longest(rules, codes, at) if rules else None
            if best:
                hits.append(best)
                at = max(best[2], at + 1)
            else:
                at += 1
        return tuple(hits)


def _compiled(rule: GrammarRule, lexicon: TimexLexicon, macros: dict[str, str]) -> Pattern:
    try:
        return compile_pattern(rule.pattern, lexicon, macros)
    except (PatternError, KeyError) as error:
        raise RuleError(f"timex/grammar.yaml: {rule.id}: {error}") from error


def _longest(rules: list[tuple[int, bool, Pattern]], codes: str, at: int) -> _Hit | None:
    """Return the longest match; a rule that needs the model's word yields to those that do not."""
    best: _Hit | None = None
    reach = (False, at)
    for order, sure, pattern in rules:
        match = pattern.regex.match(codes, at)
        if match:
            first, last = _extent(match)
            if (sure, last) > reach:
                filled = tuple(
                    (slot, match.start(group))
                    for group, slot in pattern.slots.items()
                    if match[group]
                )
                best, reach = (order, first, last, filled), (sure, last)
    return best


def _extent(match: re.Match[str]) -> tuple[int, int]:
    spans = (match.span(name) for name in match.groupdict() if name.startswith(EXTENT))
    return next((span for span in spans if span[0] >= 0), match.span())
