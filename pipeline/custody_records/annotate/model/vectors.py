"""The model's word vectors, computed with less around the products.

spaCy's ``Tok2Vec`` embeds every word by its form and mixes each with its neighbours, four times.
Half of its time is not the matrix products. Here a form is embedded once, however often it
stands in how many texts, and the layers run over slices that stay in the processor's cache, with
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
_SLICE = 256  # rows; a layer's work on them stays in the second-level cache
_FORMS = 16_384  # embedded forms that are kept: 6 MB, most words of any text
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
        # The bias as the weights of one more input, always 1: the product adds it.
        self.weights: Floats = np.vstack([columns.T, bias.T.reshape(1, -1)])
        self.gain, self.shift = norm.get_param("G"), norm.get_param("b")

    def __call__(self, rows: Floats) -> Floats:
        """Return the mixed rows."""
        width, total = self.width, len(rows)
        mixed = np.empty_like(rows)
        window = np.ones((min(_SLICE, total), 3 * width + 1), dtype=np.float32)
        products = np.empty((len(window), self.pieces * width), dtype=np.float32)
        for start in range(0, total, _SLICE):
            end = min(start + _SLICE, total)
            size = end - start
            self._fill(window[:size], rows, start, end)
            product = np.matmul(window[:size], self.weights, out=products[:size])
            best = np.maximum(
                product[:, :width], product[:, width : 2 * width], out=mixed[start:end]
            )
            for piece in range(2, self.pieces):
                np.maximum(best, product[:, piece * width : (piece + 1) * width], out=best)
            best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(width)
            variance = np.einsum("ij,ij->i", best, best) / width + np.float32(1e-8)
            best *= (variance ** np.float32(-0.5))[:, None]
            best *= self.gain
            best += self.shift
            best += rows[start:end]
        return mixed

    def _fill(self, seen: Floats, rows: Floats, start: int, end: int) -> None:
        """Set each row to the rows before, at and after it; nothing stands beyond the ends."""
        width, size = self.width, end - start
        low, high = int(start == 0), int(end == len(rows))
        seen[:low, :width] = 0
        seen[low:, :width] = rows[start + low - 1 : end - 1]
        seen[:, width : 2 * width] = rows[start:end]
        seen[size - high :, 2 * width : 3 * width] = 0
        seen[: size - high, 2 * width : 3 * width] = rows[start + 1 : end + 1 - high]


class _Forms:
    """The embedded word forms, each computed once; the words of a language come again and again."""

    def __init__(self, embed: Any, mix: Any) -> None:
        self.embed, self.mix = embed, mix
        self._known: dict[int, int] = {}  # key of a form → its row
        self._rows: Floats = np.zeros((0, 0), dtype=np.float32)

    def of(self, keys: NDArray[np.uint64], features: NDArray[np.uint64]) -> Floats:
        """Return a row for every key; ``features`` are a row each, which tell the key."""
        listed, known = keys.tolist(), self._known
        if len(known) + len(listed) > _FORMS:
            known.clear()
        new = [n for n, key in enumerate(listed) if key not in known]
        if new:
            rows = self.mix.predict(self.embed.predict(features[new]))
            self._rows = np.concatenate([self._rows, rows]) if known else rows
            known.update((listed[n], row) for row, n in enumerate(new, len(known)))
        return self._rows[[known[key] for key in listed]]


class _Vectors:
    """MultiHashEmbed and MaxoutWindowEncoder, without static vectors: spaCy's small models."""

    def __init__(self, model: Any) -> None:
        embed, encode = model.layers
        named = [layer.name.split("(")[0] for layer in embed.layers]
        if named != ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]:
            raise _OtherKindError
        self.extract = embed.layers[0]
        self.forms = _Forms(*(embed.layers[n].layers[0] for n in (2, 3)))
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
        keys, first, which = np.unique(key, return_index=True, return_inverse=True)
        forms = self.forms.of(keys, features[first])
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
