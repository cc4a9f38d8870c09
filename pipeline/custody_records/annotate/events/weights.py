"""Weights in whole numbers: a logistic regression for each event type, or another question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from pathlib import Path
from typing import Self, TypeVar

import numpy as np
import numpy.typing as npt

from custody_records.rulebook import RuleError

Whole = TypeVar("Whole", np.int16, np.int32)
Floats = npt.NDArray[np.float32]
_SHOWN = 3  # features that explain a decision
SCALE = 1000  # of the whole numbers: their sums are exact whatever the machine adds first


@dataclass(frozen=True)
class Weights:
    """``table``: int16, a row for each feature, a column for each type; ``bias``: int32.

    ``types`` are those of events, or the one question that is asked. ``base``: int32, the log-odds
    of each type among all sentences of the articles learned from.
    ``meanings``: int16, a row for each number of what a sentence's words mean, a column for each
    type; no row where a language's words have no vectors.
    """

    types: tuple[str, ...]
    features: tuple[str, ...]
    table: npt.NDArray[np.int16]
    bias: npt.NDArray[np.int32]
    base: npt.NDArray[np.int32]
    meanings: npt.NDArray[np.int16]

    @classmethod
    def read(cls, path: Path, trainer: str) -> Self:
        """Read the file that a module of ``scripts``, the trainer, writes. Raises RuleError."""
        try:
            with np.load(path, allow_pickle=False) as held:
                types, features = (str(held[name]).split("\n") for name in ("types", "features"))
                table, bias, base = held["table"], held["bias"], held["base"]
                meanings = held["meanings"] if "meanings" in held else table[:0]
        except (OSError, KeyError, ValueError) as error:
            raise RuleError(
                f"{path}:1: no weights ({error}): run python -m scripts.{trainer}"
            ) from error
        return cls(tuple(types), tuple(features), table, bias, base, meanings)

    def write(self, path: Path) -> None:
        """Write the weights, compressed; the same weights give the same bytes."""
        np.savez_compressed(
            path,
            types=np.array("\n".join(self.types)),
            features=np.array("\n".join(self.features)),
            table=self.table,
            bias=self.bias,
            base=self.base,
            meanings=self.meanings,
        )

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each feature."""
        return {feature: row for row, feature in enumerate(self.features)}

    @cached_property
    def _wide(self) -> npt.NDArray[np.float64]:
        """The table in a type in which sums of whole numbers are exact and need no cast.

        Its last row is that of no feature.
        """
        return np.vstack([self.table, np.zeros_like(self.bias)]).astype(np.float64, order="C")

    def known(self, names: Iterable[str]) -> list[int]:
        """Return the rows of the distinct features that are known."""
        rows = self.rows
        return [rows[name] for name in set(names) if name in rows]

    def of(self, known: Sequence[int], type_: str) -> dict[str, int]:
        """Return what each of the features, told by their rows, says for a type."""
        said = self.table[known, self.types.index(type_)]
        return dict(zip(map(self.features.__getitem__, known), said.tolist(), strict=True))

    def logits(
        self, sentences: Sequence[Sequence[int]], meanings: Floats | None = None
    ) -> npt.NDArray[np.float64]:
        """Return the log-odds of each type, a row for the known features of each sentence.

        Their weights are added and divided by the root of their number.
        ``meanings``: of each sentence a row of as many numbers as ``self.meanings`` has rows.
        """
        none = len(self.features)
        numbers = np.array([len(known) for known in sentences], dtype=np.intp)
        rows = np.array([row for known in sentences for row in (none, *known)], dtype=np.intp)
        starts = np.cumsum(numbers + 1) - numbers - 1
        totals = np.add.reduceat(self._wide.take(rows, axis=0), starts, axis=0)
        logits: npt.NDArray[np.float64] = totals / np.sqrt(np.maximum(numbers, 1))[:, None]
        if meanings is not None:
            logits += meanings @ self.meanings.astype(np.float32)
        return (logits + self.bias) / SCALE


def whole(values: npt.ArrayLike, kind: type[Whole]) -> npt.NDArray[Whole]:
    """Return learned numbers as whole ones of a kind, of the same shape."""
    bounds = np.iinfo(kind)
    found: npt.NDArray[Whole] = (
        np.rint(np.asarray(values) * SCALE).clip(bounds.min, bounds.max).astype(kind)
    )
    return found


def logit(probability: float) -> float:
    """Return the log-odds of a probability."""
    return log(probability / (1 - probability))


def reasons(says: Mapping[str, float]) -> str:
    """Return the features that say most for something, and against it, in words."""
    known = sorted(sorted(says), key=says.__getitem__)
    said_for, against = reversed(known[-_SHOWN:]), known[:_SHOWN]
    return f"for it {', '.join(map(repr, said_for))}; against {', '.join(map(repr, against))}"
