"""slovnet's convolutions as one product of matrices a layer, with the same result.

slovnet copies every window of three words before it multiplies. Here each word is multiplied once
by the weights of all three positions, and the products are added with a shift.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class _Layer:
    """Convolution, ReLU and batch normalisation of one layer."""

    def __init__(self, layer: Any) -> None:
        weights = layer.conv.weight.array  # filters x in x positions
        self.filters, _, self.positions = weights.shape
        self.padding = layer.conv.padding
        self.weights = np.ascontiguousarray(
            weights.transpose(1, 2, 0).reshape(weights.shape[1], -1)
        )
        self.bias = layer.conv.bias.array
        self.scale = layer.norm.weight.array / layer.norm.std.array
        self.shift = layer.norm.bias.array - layer.norm.mean.array * self.scale

    def __call__(self, words: Floats) -> Floats:
        """Return the layer's output for ``words`` (sentences x words x features)."""
        sentences, length, features = words.shape
        edge = self.padding
        padded = np.zeros((sentences, length + 2 * edge, features), dtype=words.dtype)
        padded[:, edge : edge + length] = words
        products = (padded.reshape(-1, features) @ self.weights).reshape(
            sentences, length + 2 * edge, self.positions, self.filters
        )
        summed: Floats = products[:, :length, 0] + self.bias
        for position in range(1, self.positions):
            summed += products[:, position : position + length, position]
        np.maximum(summed, 0, out=summed)
        summed *= self.scale
        summed += self.shift
        return summed


class FastEncoder:
    """Takes the place of a slovnet model's ``encoder``."""

    def __init__(self, encoder: Any) -> None:
        self.layers = [_Layer(layer) for layer in encoder.layers]

    def __call__(self, words: Floats, padding: NDArray[np.bool_]) -> Floats:
        """Encode ``words``; ``padding`` marks those that are none."""
        for layer in self.layers:
            words = layer(words)
            words[padding] = 0
        return words
