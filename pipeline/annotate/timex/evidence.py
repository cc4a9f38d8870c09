"""What speaks for or against a match: the model's entities, earlier claims, look-alikes."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.annotate.timex.grammar import Found
from pipeline.annotate.timex.lookalikes import Claim
from pipeline.annotate.timex.reading import Timex
from pipeline.annotate.trail import Decision

_TIME_LABELS = frozenset(("DATE", "TIME"))
_COUNT_LABELS = frozenset(("CARDINAL", "QUANTITY", "MONEY", "PERCENT", "ORDINAL"))
_CLAIMING_FIELDS = ("facilities", "statutes")
# Bare words that are also given names: "April Jones", "August Wilson", "June".
_NAME_RULES = frozenset(("date.month", "season.cued", "weekday", "date.month-weak"))
# "Navruz Nasyrlaev", "Ramazan Yesergepov": a given name, not a feast.
_FORENAME = re.compile("April|June|August")
_NAME_FOLLOWS = re.compile(r" [A-ZА-Я]")


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    label: str


class Evidence:
    """Answers for one doc; collects what it refuses in ``refused``."""

    def __init__(
        self, entities: list[_Stretch], claims: list[Claim], taken: list[_Stretch]
    ) -> None:
        self._entities = entities
        self._starts = [entity.start for entity in entities]
        self._claims = claims
        self._taken = taken
        self.refused: list[Decision] = [
            Decision("timex", c.rule.id, c.start, c.end, "claimed") for c in claims
        ]

    @classmethod
    def of(cls, doc: Doc, claims: Iterable[Claim]) -> "Evidence":
        """Gather what a doc's entities and earlier components say."""
        entities = [_Stretch(e.start_char, e.end_char, e.label_) for e in doc.ents]
        taken = [
            _Stretch(span.start_char, span.end_char, field)
            for field in _CLAIMING_FIELDS
            for span in doc.spans.get(field, ())
        ]
        return cls(entities, sorted(claims, key=lambda c: (c.start, c.end)), taken)

    def _labels(self, start: int, end: int) -> Iterator[str]:
        """Yield the labels of the entities that share a character with a stretch."""
        at = max(bisect_left(self._starts, start) - 1, 0)
        for entity in self._entities[at:]:
            if entity.start >= end:
                return
            if entity.end > start:
                yield entity.label

    def allows(self, found: Found) -> bool:
        """Whether a match may stand; a refusal is noted with its reason."""
        by = self._objection(found)
        if by:
            self.refused.append(
                Decision("timex", found.rule.id, found.start, found.end, "refused", by)
            )
        return by is None

    def _objection(self, found: Found) -> str | None:
        start, end = found.start, found.end
        for claim in self._claims:
            if claim.start < end and start < claim.end:
                return claim.rule.id
        for taken in self._taken:
            if taken.start < end and start < taken.end:
                return taken.label
        rule = found.rule
        if rule.needs or rule.weak or rule.id in _NAME_RULES:
            labels = set(self._labels(start, end))
            if rule.needs and not labels & _TIME_LABELS:
                return "no-entity"
            if rule.weak and labels & _COUNT_LABELS:
                return "counted"
            if rule.id in _NAME_RULES and "PERSON" in labels:
                return "person"
        if rule.id == "date.month" and _FORENAME.fullmatch(found.lexemes.text, start, end):
            unseen = _TIME_LABELS.isdisjoint(self._labels(start, end))
            if unseen and _NAME_FOLLOWS.match(found.lexemes.text, end):
                return "name-follows"
        if rule.id.startswith("named.") and _NAME_FOLLOWS.match(found.lexemes.text, end):
            return "name-follows"
        return None

    def events(self) -> Iterator[Timex]:
        """Yield the look-alikes that name an event by its date."""
        for claim in self._claims:
            if claim.rule.value:
                yield Timex(
                    claim.start,
                    claim.end,
                    claim.rule.id,
                    "DATE",
                    claim.rule.value,
                    borrowed=True,
                )
