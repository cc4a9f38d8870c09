"""Score records against gold: per field, per article, and what the whole comes to.

Rules (contract, section 3):

- A field that a gold record leaves out is not scored for that article; nor is one that ours
  leaves out (a step that did not run), which the result counts in ``absent``.
- An article of gold that has no record at all counts every gold entry as missed.
- An article whose gold is empty still counts its false positives.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from custody_records.compare.attributes import ARTICLE, LISTS, SINGLE, items, same
from custody_records.compare.match import match
from custody_records.contract import FIELDS


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


Record = dict[str, Any]


@dataclass(slots=True)
class ArticleScore:
    """The counts of one article."""

    id: str
    fields: dict[str, Counts] = field(default_factory=dict)
    single: dict[tuple[str, str], Hits] = field(default_factory=dict)
    lists: dict[tuple[str, str], Counts] = field(default_factory=dict)
    absent: tuple[str, ...] = ()


def score(records: Mapping[str, Record], gold: Mapping[str, Record]) -> Iterator[ArticleScore]:
    """Yield the score of every article of gold, in its order."""
    for id_, right in gold.items():
        yield score_article(records.get(id_), right)


def score_article(ours: Record | None, gold: Record) -> ArticleScore:
    """Return the counts of one article; ``ours`` is None if it has no record."""
    result = ArticleScore(gold["article"]["id"])
    scored = [name for name in FIELDS if name in gold]
    if ours is None:
        result.fields = {name: Counts(fn=len(gold[name])) for name in scored}
        return result
    result.absent = tuple(name for name in scored if name not in ours)
    for name in scored:
        if name in ours:
            _score_field(result, name, ours[name], gold[name])
    for name in ARTICLE:
        if name in gold["article"]:
            hit = same(ours["article"].get(name), gold["article"][name])
            result.single["article", name] = Hits(int(hit), 1)
    return result


def _score_field(result: ArticleScore, name: str, ours: list[Any], gold: list[Any]) -> None:
    pairs = match(name, ours, gold)
    result.fields[name] = Counts(len(pairs), len(ours) - len(pairs), len(gold) - len(pairs))
    for mine, theirs in ((ours[i], gold[j]) for i, j in pairs):
        for attribute in SINGLE[name]:
            if attribute in theirs:
                hits = result.single.setdefault((name, attribute), Hits())
                hits.right += same(mine.get(attribute), theirs[attribute])
                hits.compared += 1
        for attribute in LISTS.get(name, ()):
            if attribute in theirs:
                left, right = items(mine.get(attribute)), items(theirs[attribute])
                both = (left & right).total()
                counts = result.lists.setdefault((name, attribute), Counts())
                counts += Counts(both, left.total() - both, right.total() - both)
