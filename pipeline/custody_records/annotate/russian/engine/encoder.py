"""slovnet's convolutions, of all its models together, with the same result.

The models read the same embeddings with the same windows of three words. The first layer, which is
two thirds of the work, multiplies each distinct form once by the weights of all models and all
three positions, and the products are kept for the texts to come; a row of a text is the sum of
three of them. The next layers multiply each row once by the weights of all positions, and the
products are added with a shift.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from custody_records.annotate.russian.engine.batches import NO_WORD, ROWS, Block, Form, Numbers

Floats = NDArray[np.float32]
_FORMS = 8_192  # whose products are kept: 75 MB, most words of any text


class _Layer:
    """Convolution, ReLU and batch normalisation of one layer: rows x features, both ways."""

    def __init__(self, layer: Any) -> None:
        filters, features, self.positions = layer.conv.weight.array.shape
        self.filters = filters
        # features x (positions x filters)
        self.weights = np.ascontiguousarray(
            layer.conv.weight.array.transpose(1, 2, 0).reshape(features, -1)
        )
        self.bias = layer.conv.bias.array
        self.scale = layer.norm.weight.array / layer.norm.std.array
        self.shift = layer.norm.bias.array - layer.norm.mean.array * self.scale

    def __call__(self, rows: Floats, outside: NDArray[np.bool_]) -> Floats:
        """Return the layer's output; rows that are ``outside`` of every sentence stay 0."""
        products = (rows @ self.weights).reshape(len(rows), self.positions, self.filters)
        summed = products[:, 1] + self.bias
        summed[1:] += products[:-1, 0]
        summed[:-1] += products[1:, 2]
        return self.activated(summed, outside)

    def activated(self, summed: Floats, outside: NDArray[np.bool_]) -> Floats:
        """Return what follows the convolution; ``summed`` is written over."""
        np.maximum(summed, 0, out=summed)
        summed *= self.scale
        summed += self.shift
        summed[outside] = 0
        return summed


class _Forms:
    """What each form adds to the first layers' sums: a table a model and position in the window."""

    def __init__(self, models: list[Any], firsts: list[_Layer]) -> None:
        self._words = models[0].emb.word
        size = self._words.dim
        self._weights = np.concatenate([first.weights[:size] for first in firsts], axis=1)
        # What a form's shape adds to its products, with the bias at the window's middle.
        shapes = [
            (model.emb.shape.weight.array @ first.weights[size:]).reshape(
                -1, first.positions, first.filters
            )
            for model, first in zip(models, firsts, strict=True)
        ]
        for added, first in zip(shapes, firsts, strict=True):
            added[:, 1] += first.bias
        self._shapes = np.concatenate([added.reshape(len(added), -1) for added in shapes], axis=1)
        self._widths = [first.filters for first in firsts for _ in range(first.positions)]
        self._kept: dict[Form, int] = {}
        widths = [first.filters for first in firsts for _ in range(first.positions)]
        self.tables = [np.empty((_FORMS + ROWS, width), dtype=np.float32) for width in widths]

    def numbers(self, forms: list[Form]) -> Numbers:
        """Return the row of each of a block's forms in the tables; it holds until the next block.

        The first forms stay, which are the most frequent; later ones are written behind them.
        """
        first = len(self._kept)
        new = [form for form in forms if form not in self._kept]
        behind = {form: first + n for n, form in enumerate(new)}
        rows = [behind[form] if form in behind else self._kept[form] for form in forms]
        if new:
            self._fill(first, new)
            self._kept.update((form, behind[form]) for form in new[: _FORMS - first])
        return np.array(rows)

    def _fill(self, start: int, forms: list[Form]) -> None:
        words, shapes = map(list, zip(*forms, strict=True))
        products = self._words(np.array(words)) @ self._weights
        products += self._shapes[shapes]
        column = 0
        for table in self.tables:
            width = table.shape[1]
            table[start : start + len(forms)] = products[:, column : column + width]
            column += width


class Encoders:
    """The encoders of several slovnet models with one vocabulary and one set of embeddings."""

    def __init__(self, models: list[Any]) -> None:
        self._firsts = [_Layer(model.encoder.layers[0]) for model in models]
        self._later = [[_Layer(layer) for layer in model.encoder.layers[1:]] for model in models]
        self._forms = _Forms(models, self._firsts)

    def __call__(self, block: Block) -> list[Floats]:
        """Return each model's encoding of the block's rows (rows x features)."""
        outside = block.tokens == NO_WORD
        forms = self._forms.numbers(block.distinct)[block.forms]
        tables = iter(self._forms.tables)
        found = []
        for first, later in zip(self._firsts, self._later, strict=True):
            left, middle, right = next(tables), next(tables), next(tables)
            rows = middle.take(forms, axis=0)
            rows[1:] += left.take(forms[:-1], axis=0)
            rows[:-1] += right.take(forms[1:], axis=0)
            rows = first.activated(rows, outside)
            for layer in later:
                rows = layer(rows, outside)
            found.append(rows)
        return found
