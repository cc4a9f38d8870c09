"""Counts of right and wrong, and the figures that follow from them."""

from dataclasses import dataclass


@dataclass(slots=True)
class Counts:
    """True positives, false positives, false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __iadd__(self, other: "Counts") -> "Counts":
        self.tp += other.tp
        self.fp += other.fp
        self.fn += other.fn
        return self

    @property
    def precision(self) -> float | None:
        """Share of ours that gold has; None with nothing found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """Share of gold that we have; None with nothing in gold."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where neither side has an entry."""
        both = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / both if both else None


@dataclass(slots=True)
class Hits:
    """Right ones among those compared: the accuracy of a single-valued attribute."""

    right: int = 0
    compared: int = 0

    @property
    def accuracy(self) -> float | None:
        """Share of right ones; None with nothing compared."""
        return self.right / self.compared if self.compared else None
