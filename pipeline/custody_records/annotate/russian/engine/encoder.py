"""slovnet's convolutions, of all its models together, with the same result.

The models read the same embeddings with the same windows of three words. The first layer, which is
two thirds of the work, multiplies each distinct form once by the weights of all models and all
three positions; a row of the text is then the sum of three such products. The next layers multiply
each row once by the weights of all positions, and the products are added with a shift.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from custody_records.annotate.russian.engine.batches import NO_WORD, Block

Floats = NDArray[np.float32]


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


class Encoders:
    """The encoders of several slovnet models with one vocabulary and one set of embeddings."""

    def __init__(self, models: list[Any]) -> None:
        self._words = models[0].emb.word
        size = self._words.dim
        firsts = [_Layer(model.encoder.layers[0]) for model in models]
        self._firsts = firsts
        self._later = [[_Layer(layer) for layer in model.encoder.layers[1:]] for model in models]
        weights = [first.weights[:size] for first in firsts]
        self._weights = np.concatenate(weights, axis=1)
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

    def __call__(self, block: Block) -> list[Floats]:
        """Return each model's encoding of the block's rows (rows x features)."""
        outside = block.tokens == NO_WORD
        known, place = np.unique(block.words, return_inverse=True)
        products = (self._words(known) @ self._weights)[place]
        products += self._shapes[block.shapes]
        found = []
        column = 0
        for first, later in zip(self._firsts, self._later, strict=True):
            width = first.filters
            left, middle, right = (
                products[:, column + n * width : column + (n + 1) * width] for n in range(3)
            )
            column += 3 * width
            rows = middle[block.forms]
            rows[1:] += left[block.forms[:-1]]
            rows[:-1] += right[block.forms[1:]]
            rows = first.activated(rows, outside)
            for layer in later:
                rows = layer(rows, outside)
            found.append(rows)
        return found
