"""Weights in whole numbers: a logistic regression for each event type, or another question."""

from collections.abc import Iterable, Mapping
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

    def of(self, names: Iterable[str], type_: str) -> dict[str, int]:
        """Return what each of the features that are known says for a type."""
        rows = self.rows
        known = [name for name in set(names) if name in rows]
        said = self.table[[rows[name] for name in known], self.types.index(type_)]
        return dict(zip(known, said.tolist(), strict=True))

    def logits(
        self, sentences: Iterable[Iterable[str]], meanings: Floats | None = None
    ) -> npt.NDArray[np.float64]:
        """Return the log-odds of each type, a row for the features of each sentence.

        The weights of the distinct ones are added and divided by the root of their number.
        ``meanings``: of each sentence a row of as many numbers as ``self.meanings`` has rows.
        """
        rows, none = self.rows, len(self.features)
        known: list[int] = []
        starts: list[int] = []
        for names in sentences:
            starts.append(len(known))
            known += [rows[name] for name in set(names) if name in rows]
            known.append(none)
        said = self._wide.take(np.array(known, dtype=np.intp), axis=0)
        totals = np.add.reduceat(said, np.array(starts, dtype=np.intp), axis=0)
        numbers = np.diff([*starts, len(known)]) - 1
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
