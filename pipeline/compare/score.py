"""Precision, recall and F1 per field."""

from dataclasses import dataclass
from typing import Any

from pipeline.compare.match import match
from pipeline.contract import FIELDS


@dataclass
class Counts:
    """True positives, false positives, false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        """Share of ours that gold has; 0 with nothing found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that we have; 0 with nothing in gold."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / both if both else 0.0


def score(records: dict[str, dict[str, Any]], gold: dict[str, dict[str, Any]]) -> dict[str, Counts]:
    """Return the counts of each field over the articles that gold has."""
    counts = {field: Counts() for field in FIELDS}
    for id_, right in gold.items():
        ours = records.get(id_, {})
        for field in FIELDS:
            if field in right and field in ours:
                pairs = len(match(field, ours[field], right[field]))
                counts[field].tp += pairs
                counts[field].fp += len(ours[field]) - pairs
                counts[field].fn += len(right[field]) - pairs
    return counts
