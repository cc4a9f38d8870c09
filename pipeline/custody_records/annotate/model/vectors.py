"""The model's word vectors, computed with less around the products.

spaCy's ``Tok2Vec`` embeds every word by its form and mixes each with its neighbours, four times.
Half of its time is not the matrix products. Here a form is embedded once a batch however
often it stands there, and the layers run over slices that stay in the processor's cache, with
the pieces of the maxout side by side, so that numpy compares them at once. The numbers are the
same but for rounding; ``speed_up`` compares them before it trusts them, and the tests compare the
entities of the whole corpus.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

Floats = NDArray[np.float32]

_SAMPLE = "The colony LA-155/8 near Almaty , which held 1,200 men in 2019 , wasn't closed ."
_SLICE = 512  # rows; 288 columns of them fill half of a second-level cache
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # 2**64 by the golden ratio: Fibonacci hashing


def speed_up(model: Any, vocab: Vocab) -> Any:
    """Return the model with its vectors computed faster; as it is, if their kind is not known."""
    for slow in model.walk():
        if len(slow.layers) == 2 and slow.layers[0].name.startswith("extract_features"):
            try:
                fast = _Vectors(slow)
            except _OtherKindError:
                return model
            sample = Doc(vocab, words=_SAMPLE.split())
            docs = [sample, Doc(vocab, words=["Almaty"]), sample]
            pairs = zip(slow.predict(docs), fast(docs), strict=True)
            if not all(np.allclose(a, b, atol=1e-4) for a, b in pairs):
                return model
            return _replace(model, slow, fast.as_model())
    return model


def _replace(model: Any, old: Any, new: Any) -> Any:
    if model is old:
        return new
    for parent in model.walk():
        parent.layers[:] = [new if child is old else child for child in parent.layers]
    return model


class _OtherKindError(Exception):
    pass


class _Layer:
    """One mixing layer: each row with its neighbours, maxout of three pieces, norm, residual."""

    def __init__(self, block: Any) -> None:
        (maxout,) = (layer for layer in block.walk() if layer.name == "maxout")
        (norm,) = (layer for layer in block.walk() if layer.name == "layernorm")
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        self.width, self.pieces, inputs = weights.shape
        if inputs != 3 * self.width:
            raise _OtherKindError
        # Piece by piece in place of word by word: the maximum is then taken of whole blocks.
        columns = weights.transpose(1, 0, 2).reshape(-1, inputs)
        self.weights: Floats = np.ascontiguousarray(columns.T)
        self.bias: Floats = np.ascontiguousarray(bias.T).reshape(-1)
        self.gain, self.shift = norm.get_param("G"), norm.get_param("b")

    def __call__(self, rows: Floats) -> Floats:
        """Return the mixed rows."""
        width, total = self.width, len(rows)
        mixed = np.empty_like(rows)
        window = np.empty((min(_SLICE, total), 3 * width), dtype=np.float32)
        for start in range(0, total, _SLICE):
            end = min(start + _SLICE, total)
            seen = window[: end - start]
            seen[:, width : 2 * width] = rows[start:end]
            low, high = int(start == 0), int(end == total)  # nothing stands beyond the ends
            seen[:low, :width] = 0
            seen[low:, :width] = rows[start + low - 1 : end - 1]
            seen[len(seen) - high :, 2 * width :] = 0
            seen[: len(seen) - high, 2 * width :] = rows[start + 1 : end + 1 - high]
            product = seen @ self.weights
            product += self.bias
            best = product[:, :width]
            for piece in range(1, self.pieces):
                np.maximum(best, product[:, piece * width : (piece + 1) * width], out=best)
            best = best - best.mean(axis=1, keepdims=True)
            variance = np.einsum("ij,ij->i", best, best) / width + np.float32(1e-8)
            best *= (variance ** np.float32(-0.5))[:, None]
            best *= self.gain
            best += self.shift
            np.add(best, rows[start:end], out=mixed[start:end])
        return mixed


class _Vectors:
    """MultiHashEmbed and MaxoutWindowEncoder, without static vectors: spaCy's small models."""

    def __init__(self, model: Any) -> None:
        embed, encode = model.layers
        named = [layer.name.split("(")[0] for layer in embed.layers]
        if named != ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]:
            raise _OtherKindError
        self.extract = embed.layers[0]
        self.embed, self.mix = (embed.layers[n].layers[0] for n in (2, 3))
        self.gap = int(encode.attrs["pad"])
        blocks = [layer for layer in encode.walk() if layer.name.startswith("residual(expand_")]
        self.layers = [_Layer(block) for block in blocks if ">>residual(" not in block.name]
        if not self.layers:
            raise _OtherKindError

    def as_model(self) -> Model[list[Doc], list[Floats]]:
        """Return a thinc model that gives these vectors."""
        return Model("fast_vectors", self.forward, dims={"nO": self.layers[-1].width})

    def forward(self, _: Any, docs: list[Doc], is_train: bool) -> tuple[list[Floats], Any]:
        """Be the forward function of a thinc model that is not trained."""
        return self(docs), lambda gradients: []

    def __call__(self, docs: list[Doc]) -> list[Floats]:
        """Return a row a word for every doc."""
        features = np.concatenate(self.extract.predict(docs))
        key = features[:, 0].copy()
        for column in features.T[1:]:
            key *= _SPREAD
            key ^= column
        _, first, which = np.unique(key, return_index=True, return_inverse=True)
        forms = self.mix.predict(self.embed.predict(features[first]))
        # Texts stand apart by rows of zeros, further than the layers look.
        ends = np.cumsum([self.gap, *(len(doc) + self.gap for doc in docs)])
        rows = np.zeros((ends[-1], forms.shape[1]), dtype=np.float32)
        at = 0
        for start, doc in zip(ends, docs, strict=False):
            rows[start : start + len(doc)] = forms[which[at : at + len(doc)]]
            at += len(doc)
        for layer in self.layers:
            rows = layer(rows)
        return [rows[start : start + len(doc)] for start, doc in zip(ends, docs, strict=False)]
