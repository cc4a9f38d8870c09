"""The stock recogniser's decisions, taken for all words at once.

spaCy reads a text word by word and asks its model at each for the next BILUO action. The model is
shown three words only: the current one and, within an open entity, that entity's first word and
the one before. Outside of entities a decision therefore hangs on the current word alone, so that
all of them are one product of matrices; only the few words that open an entity are followed
further, side by side. Same weights, same rules of what may follow what, same entities.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]

_ROWS = 4096  # words decided at once: what a step holds in memory
# Where the model's three words stand among its features.
_CURRENT, _FIRST, _BEFORE = range(3)


@dataclass(frozen=True, slots=True)
class Words:
    """A batch of words, a row each.

    ``vectors`` (words × width) are the recogniser's; ``last`` marks the last word of every
    sentence, ``space`` what is white space.
    """

    vectors: Floats
    last: Flags
    space: Flags


class Biluo:
    """Decides as a loaded ``EntityRecognizer`` does. Raises ValueError for one of another kind."""

    def __init__(self, recognizer: Any) -> None:
        model, moves = recognizer.model, recognizer.moves
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        if (
            recognizer.cfg.get("beam_width", 1) != 1
            or not model.attrs["has_upper"]
            or model.attrs["unseen_classes"]
            or lower.get_dim("nF") != 3
            or lower.get_dim("nP") < 2
        ):
            raise ValueError("not a greedy recogniser with three features")
        actions = [moves.get_class_name(index).partition("-") for index in range(moves.n_moves)]
        self._size, self._pieces = lower.get_dim("nO"), lower.get_dim("nP")
        pad = lower.get_param("pad")[0]
        weights = lower.get_param("W").transpose(0, 2, 1, 3)  # pieces apart, as blocks
        self._weights = [np.ascontiguousarray(w.reshape(-1, w.shape[-1]).T) for w in weights]
        self._bias = lower.get_param("b").T.reshape(-1)
        self._alone = self._bias + (pad[_FIRST] + pad[_BEFORE]).T.reshape(-1)
        outside = [i for i, (move, _, label) in enumerate(actions) if _starts(move, label)]
        self._moves = np.array([actions[i][0] for i in outside])
        self._labels = [actions[i][2] for i in outside]
        rows, biases = upper.get_param("W"), upper.get_param("b")
        self._outside = np.ascontiguousarray(rows[outside].T), biases[outside]
        # Within an entity there are two ways only: it ends with this word, or goes on.
        place = {(move, label): index for index, (move, _, label) in enumerate(actions)}
        ends = [place.get(("L", label), 0) for label in self._labels]
        goes_on = [place.get(("I", label), 0) for label in self._labels]
        self._ends = rows[ends] - rows[goes_on], biases[ends] - biases[goes_on]

    def entities(self, words: Words) -> Iterator[tuple[int, int, str]]:
        """Yield (first word, word after the last, label) of every entity, in text order."""
        action = np.concatenate(
            [self._choose(words, start) for start in range(0, len(words.last), _ROWS)]
            or [np.zeros(0, dtype=np.intp)]
        )
        move = self._moves[action]
        ends = np.zeros(len(action), dtype=np.intp)
        ends[move == "U"] = np.flatnonzero(move == "U") + 1
        opened = np.flatnonzero(move == "B")
        ends[opened] = self._follow(words, opened, action[opened])
        at = 0
        for start in np.flatnonzero(ends).tolist():
            if start >= at:  # a word within an entity opens no other
                at = int(ends[start])
                yield start, at, self._labels[action[start]]

    def _choose(self, words: Words, start: int) -> Indices:
        """Return the action of words outside of entities, as places in ``self._labels``."""
        rows = slice(start, start + _ROWS)
        hidden = self._hidden(words.vectors[rows] @ self._weights[_CURRENT] + self._alone)
        weights, bias = self._outside
        scores = hidden @ weights + bias
        space = words.space[rows]
        scores[np.ix_(space, self._moves != "O")] = -np.inf
        scores[np.ix_(words.last[rows], self._moves == "B")] = -np.inf
        found: Indices = scores.argmax(axis=1)
        return found

    def _follow(self, words: Words, opened: Indices, label: Indices) -> Indices:
        """Return the word after the last of each entity that opens with a word of ``opened``."""
        ends = np.zeros_like(opened)
        first = words.vectors[opened] @ self._weights[_FIRST] + self._bias
        which = np.arange(len(opened))
        current = opened + 1
        while len(which):
            hidden = self._hidden(
                first[which]
                + words.vectors[current] @ self._weights[_CURRENT]
                + words.vectors[current - 1] @ self._weights[_BEFORE]
            )
            weights, bias = (part[label[which]] for part in self._ends)
            done = words.last[current] | (np.einsum("ij,ij->i", hidden, weights) + bias > 0)
            ends[which[done]] = current[done] + 1
            which, current = which[~done], current[~done] + 1
        return ends

    def _hidden(self, sums: Floats) -> Floats:
        best = sums[:, : self._size]
        for piece in range(1, self._pieces):
            begin = piece * self._size
            best = np.maximum(best, sums[:, begin : begin + self._size])
        return best


def _starts(move: str, label: str) -> bool:
    """Tell whether an action can be taken outside of an entity; ``U-`` forbids one."""
    return move == "O" or (move in ("B", "U") and bool(label))
