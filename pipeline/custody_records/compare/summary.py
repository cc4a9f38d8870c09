"""What the scores of all articles come to: micro and macro figures with their intervals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from custody_records.compare.bootstrap import DRAWS, SEED, Interval, accuracy, intervals, prf
from custody_records.compare.score import ArticleScore, Counts, Hits
from custody_records.contract import FIELDS

METRICS = ("precision", "recall", "f1")


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of a field or list attribute, each None where undefined."""

    micro: Counts
    macro: dict[str, float | None]
    interval: dict[str, Interval | None]
    articles: int


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The accuracy of a single-valued attribute over matched entries."""

    hits: Hits
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole comparison. Attributes are keyed by (field, attribute)."""

    articles: int
    fields: dict[str, Figures]
    single: dict[tuple[str, str], Accuracy]
    lists: dict[tuple[str, str], Figures]
    absent: dict[str, int]

    def as_data(self) -> dict[str, Any]:
        """Return plain data for JSON."""
        return {
            "articles": self.articles,
            "intervals": {"level": 0.95, "method": "bootstrap over articles", "draws": DRAWS,
                          "seed": SEED},
            "fields": {name: _figures_data(f) for name, f in self.fields.items()},
            "attributes": {
                **{f"{a}.{b}": _accuracy_data(acc) for (a, b), acc in self.single.items()},
                **{f"{a}.{b}": _figures_data(f) for (a, b), f in self.lists.items()},
            },
            "absent": self.absent,
        }  # fmt: skip


def summarise(scores: Iterable[ArticleScore]) -> Summary:
    """Return the figures over all articles."""
    held = list(scores)
    fields = [name for name in FIELDS if any(name in s.fields for s in held)]
    single = sorted({key for s in held for key in s.single})
    lists = sorted({key for s in held for key in s.lists})
    return Summary(
        articles=len(held),
        fields={n: _figures([s.fields.get(n) for s in held]) for n in fields},
        single={k: _accuracy([s.single.get(k) for s in held]) for k in single},
        lists={k: _figures([s.lists.get(k) for s in held]) for k in lists},
        absent={n: c for n in FIELDS if (c := sum(n in s.absent for s in held))},
    )


def _figures(per_article: Sequence[Counts | None]) -> Figures:
    scored = [c for c in per_article if c is not None]
    micro = Counts()
    for counts in scored:
        micro += counts
    rows = np.array([(c.tp, c.fp, c.fn) for c in scored], dtype=float).reshape(-1, 3)
    return Figures(
        micro=micro,
        macro={metric: _mean([getattr(c, metric) for c in scored]) for metric in METRICS},
        interval=dict(zip(METRICS, intervals(rows, prf), strict=True)),
        articles=len(scored),
    )


def _accuracy(per_article: Sequence[Hits | None]) -> Accuracy:
    scored = [h for h in per_article if h is not None]
    rows = np.array([(h.right, h.compared) for h in scored], dtype=float).reshape(-1, 2)
    total = Hits(sum(h.right for h in scored), sum(h.compared for h in scored))
    return Accuracy(total, intervals(rows, accuracy)[0])


def _mean(values: Sequence[float | None]) -> float | None:
    defined = [value for value in values if value is not None]
    return sum(defined) / len(defined) if defined else None


def _figures_data(figures: Figures) -> dict[str, Any]:
    micro = figures.micro
    return {
        "tp": micro.tp,
        "fp": micro.fp,
        "fn": micro.fn,
        "micro": {metric: getattr(micro, metric) for metric in METRICS},
        "macro": figures.macro,
        "interval": figures.interval,
        "articles": figures.articles,
    }


def _accuracy_data(accuracy: Accuracy) -> dict[str, Any]:
    hits = accuracy.hits
    return {
        "right": hits.right,
        "compared": hits.compared,
        "accuracy": hits.accuracy,
        "interval": accuracy.interval,
    }
