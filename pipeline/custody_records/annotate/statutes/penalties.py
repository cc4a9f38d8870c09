"""Penalties: what the text says that a rule provides or that a court imposed under it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from custody_records.annotate.numbers import NumberWords
from custody_records.annotate.statutes.fines import Fines
from custody_records.annotate.statutes.lengths import Length, Lengths
from custody_records.annotate.statutes.rules import PenaltyRules
from custody_records.contract.statute import Penalty
from custody_records.contract.values import PenaltyKind

NEAR = 70  # characters in which a word tells the kind of a length
_OPENING = ' “"\n»-–'  # marks that may stand before the first word of a sentence
FAR = 600  # characters in which a sentence may have told it before


@dataclass(frozen=True, slots=True)
class FoundPenalty:
    """A penalty at ``text[start:end]``."""

    start: int
    end: int
    penalty: Penalty
    rule: str


class PenaltyReader:
    """Reads the penalties of a span of text."""

    def __init__(self, rules: PenaltyRules, numbers: Mapping[str, NumberWords]) -> None:
        self._lengths = Lengths(rules.lengths, rules.unit_left_out, numbers)
        self._fines = Fines(rules.fines)
        self._fine_rule = rules.fines.id
        kinds = [(kind, re.compile(kind.pattern, re.IGNORECASE)) for kind in rules.kinds]
        self._kinds = [each for each in kinds if not each[0].endless]
        self._endless_kinds = [each for each in kinds if each[0].endless]
        self._words = rules
        # Of a kind with and without lengths, the rule with them.
        by_kind = {kind.kind: kind.id for kind in sorted(rules.kinds, key=lambda k: not k.endless)}
        self._life = by_kind["life"]
        self._imprisonment: tuple[PenaltyKind, str] = ("imprisonment", by_kind["imprisonment"])
        self._arrest: tuple[PenaltyKind, str] = ("arrest", by_kind["arrest"])

    def find(
        self, text: str, start: int, end: int, unit: str | None = None
    ) -> Iterator[FoundPenalty]:
        """Yield the penalties of ``text[start:end]``, a sentence, in text order.

        ``unit`` is that of the term told before, for one without its unit.
        """
        found = [*self._endless(text, start, end), *self._of_time(text, start, end, unit)]
        found += self._fine(text, start, end)
        elsewhere = self._words.of_another_case.regex
        kept = (f for f in found if not elsewhere.match(text[f.end : min(end, f.end + NEAR)]))
        yield from sorted(kept, key=lambda f: (f.start, f.end))

    def _endless(self, text: str, start: int, end: int) -> Iterator[FoundPenalty]:
        for kind, pattern in self._endless_kinds:
            for match in pattern.finditer(text, start, end):
                if not self._asked_for(text, start, match.start()):
                    penalty = Penalty(kind=kind.kind, min=None, max=None, unit=None)
                    yield FoundPenalty(match.start(), match.end(), penalty, kind.id)

    def _of_time(self, text: str, start: int, end: int, unit: str | None) -> Iterator[FoundPenalty]:
        at = start
        for length in self._lengths.find(text, start, end):
            found = list(self._of_length(text, length, start, end))
            yield from found
            if found:
                unit, at = length.unit, length.start
        if unit:
            carried = at == start
            for length in self._lengths.left_out(text, at, end, unit):
                if carried and not self._words.unit_carried.regex.search(
                    text[start : length.start]
                ):
                    continue
                yield from self._of_length(text, length, start, end)

    def _of_length(self, text: str, length: Length, start: int, end: int) -> Iterator[FoundPenalty]:
        if self._refused(text, length, start, end):
            return
        kind = self._kind(text, length, start, end)
        if kind is None:
            return
        low, high, unit = length.low, length.high, length.unit
        if length.two:  # "sentenced to five and six years": of two people
            for one in (low, high):
                penalty = Penalty(kind=kind[0], min=one, max=one, unit=unit)
                yield FoundPenalty(length.start, length.end, penalty, kind[1])
            return
        if self._words.to_life.regex.match(text[length.end : length.end + NEAR]):
            high = None if low == high else high  # "ten years to life", "five to ten or life"
            life = Penalty(kind="life", min=None, max=None, unit=None)
            yield FoundPenalty(length.start, length.end, life, self._life)
        if low is not None and low == high and self._is_most(text, length.start, start):
            low = None
        if high is not None and high > 99 and unit == "year":
            return
        penalty = Penalty(kind=kind[0], min=low, max=high, unit=unit)
        yield FoundPenalty(length.start, length.end, penalty, kind[1])

    def _refused(self, text: str, length: Length, start: int, end: int) -> bool:
        before = text[max(start, length.start - NEAR) : length.start]
        after = text[length.end : min(end, length.end + NEAR)]
        imposed = self._words.imposed.regex.search(
            before
        )  # "jailed for 20 months after he admitted"
        return bool(
            self._words.refused_before.search(before)
            or self._words.rate.regex.search(before + text[length.start : length.end])
            or (self._words.refused_after.match(after) and not imposed)
            or self._asked_for(text, start, length.start)
        )

    def _is_most(self, text: str, at: int, start: int) -> bool:
        """Tell "The maximum punishment under Article 189 is ten years": a bound, no term."""
        most_is = self._words.lengths.most_is
        return bool(most_is.search(text, max(start, at - 2 * NEAR), at))

    def _asked_for(self, text: str, start: int, at: int) -> bool:
        begin = max(start, at - 2 * NEAR)
        clause = max(begin, text.rfind(";", begin, at))
        return bool(self._words.requested.search(text[clause:at]))

    def _kind(
        self, text: str, length: Length, start: int, end: int
    ) -> tuple[PenaltyKind, str] | None:
        """Return what kind of penalty a length is: by the word behind it, else before it."""
        if self._words.ellipsis.regex.search(text[max(start, length.start - 30) : length.start]):
            return self._imprisonment  # "She received eight years' ..., he five years."
        behind = text[length.end : min(end, length.end + NEAR)]
        behind = self._words.behind_ends.regex.split(behind, maxsplit=1)[0]
        ahead = text[max(start, length.start - NEAR) : length.start]
        ahead = re.split(r"[;)]", ahead)[-1]
        for span, last in ((behind, False), (ahead, True)):
            hits = [
                (found.start(), kind)
                for kind, pattern in self._kinds
                for found in pattern.finditer(span)
            ]
            if hits:
                order = max if last else min
                best = order(position for position, _ in hits)
                kind = next(kind for position, kind in hits if position == best)
                if kind.kind == "imprisonment" and length.unit == "day":
                    return self._arrest
                return kind.kind, kind.id
        clause = text[max(start, length.start - 2 * NEAR) : length.start]
        if length.unit == "day" and self._words.imposed_days.regex.search(clause):
            return self._arrest  # "seven got 15 days each"
        long_enough = length.unit in ("year", "month")
        if not long_enough or not (
            self._words.sentencing.search(clause)
            or self._words.lengths.adjective.match(text, length.end)
            or self._words.bracketed.regex.search(clause)
            or not text[start : length.start].strip(_OPENING)  # "Four to seven years."
        ):
            return None
        said = {
            kind.kind: kind.id
            for kind, pattern in self._kinds
            if pattern.search(text, max(start, length.start - FAR), length.start)
        }
        if "other" in said and "imprisonment" not in said:  # "the ban ...: for one to ten years"
            return "other", said["other"]
        return self._imprisonment

    def _fine(self, text: str, start: int, end: int) -> Iterator[FoundPenalty]:
        for begin, stop, penalty in self._fines.find(text, start, end):
            if not self._asked_for(text, start, begin):
                yield FoundPenalty(begin, stop, penalty, self._fine_rule)
