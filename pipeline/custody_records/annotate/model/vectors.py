"""The model's word vectors, computed with less around the products.

spaCy's ``Tok2Vec`` embeds every word by its form and mixes each with its neighbours, four times.
Half of its time is not the matrix products. Here a form is embedded once, however often it
stands in how many texts, and so are its products in the first layer: as a word, and as the one
before and after a word. The layers run over slices that stay in the processor's cache, with
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
Indices = NDArray[np.intp]

_SAMPLE = "The colony LA-155/8 near Almaty , which held 1,200 men in 2019 , wasn't closed ."
_SLICE = 256  # rows; a layer's work on them stays in the second-level cache
_FORMS = 8_192  # embedded forms that are kept: 31 MB, most words of any text
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
            self._finish(product, rows[start:end], mixed[start:end])
        return mixed

    def of_forms(self, forms: "_Forms", which: Indices) -> Floats:
        """Return the mixed rows of forms by their numbers ``which``, 0 at both ends."""
        total = len(which)
        rows = forms.rows[which]
        mixed = np.empty_like(rows)
        products = np.empty((2, min(_SLICE, total), self.pieces * self.width), dtype=np.float32)
        before, after = np.roll(which, 1), np.roll(which, -1)
        for start in range(0, total, _SLICE):
            part = slice(start, start + _SLICE)
            product, beside = products[:, : len(which[part])]
            np.take(forms.at, which[part], axis=0, out=product, mode="clip")
            product += np.take(forms.before, before[part], axis=0, out=beside, mode="clip")
            product += np.take(forms.after, after[part], axis=0, out=beside, mode="clip")
            self._finish(product, rows[part], mixed[part])
        return mixed

    def products_of(self, rows: Floats) -> tuple[Floats, Floats, Floats]:
        """Return what each row adds to the products of the one after it, its own, one before."""
        width = self.width
        before, at, after = (rows @ self.weights[n * width : (n + 1) * width] for n in range(3))
        return before, at + self.weights[-1], after

    def _finish(self, product: Floats, rows: Floats, mixed: Floats) -> None:
        """Write maxout, norm and residual of a slice's products into ``mixed``."""
        width = self.width
        best = np.maximum(product[:, :width], product[:, width : 2 * width], out=mixed)
        for piece in range(2, self.pieces):
            np.maximum(best, product[:, piece * width : (piece + 1) * width], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(width)
        variance = np.einsum("ij,ij->i", best, best) / width + np.float32(1e-8)
        best *= (variance ** np.float32(-0.5))[:, None]
        best *= self.gain
        best += self.shift
        best += rows

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
    """The embedded word forms, each computed once; the words of a language come again and again.

    A form's number is its row in ``rows`` (its vector) and in ``before``, ``at`` and ``after``
    (what it adds to the first layer's products of the word after it, its own, of the word before).
    Number 0 is no word at all.
    """

    def __init__(self, embed: Any, mix: Any, first: _Layer) -> None:
        self.embed, self.mix, self.first = embed, mix, first
        self._clear(_FORMS)

    def _clear(self, room: int) -> None:
        self._known: dict[int, int] = {}  # key of a form → its number
        widths = [self.first.width, *[self.first.pieces * self.first.width] * 3]
        tables = [np.empty((room + 1, width), dtype=np.float32) for width in widths]
        self.rows, self.before, self.at, self.after = tables
        self._fill(0, np.zeros((1, self.first.width), dtype=np.float32))

    def _fill(self, start: int, rows: Floats) -> None:
        tables = self.rows, self.before, self.at, self.after
        for table, made in zip(tables, (rows, *self.first.products_of(rows)), strict=True):
            table[start : start + len(rows)] = made

    def numbers(self, keys: NDArray[np.uint64], features: NDArray[np.uint64]) -> Indices:
        """Return the number of every key; ``features`` are a row each, which tell the key."""
        listed = keys.tolist()
        if len(self._known) + len(listed) >= len(self.rows):
            self._clear(max(_FORMS, len(listed)))
        known = self._known
        new = [n for n, key in enumerate(listed) if key not in known]
        if new:
            first = len(known) + 1
            self._fill(first, self.mix.predict(self.embed.predict(features[new])))
            known.update((listed[n], number) for number, n in enumerate(new, first))
        return np.array([known[key] for key in listed], dtype=np.intp)


class _Vectors:
    """MultiHashEmbed and MaxoutWindowEncoder, without static vectors: spaCy's small models."""

    def __init__(self, model: Any) -> None:
        embed, encode = model.layers
        named = [layer.name.split("(")[0] for layer in embed.layers]
        if named != ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]:
            raise _OtherKindError
        self.extract = embed.layers[0]
        self.gap = int(encode.attrs["pad"])
        blocks = [layer for layer in encode.walk() if layer.name.startswith("residual(expand_")]
        self.layers = [_Layer(block) for block in blocks if ">>residual(" not in block.name]
        if not self.layers:
            raise _OtherKindError
        embedding, mixing = (embed.layers[n].layers[0] for n in (2, 3))
        self.forms = _Forms(embedding, mixing, self.layers[0])

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
        numbers = self.forms.numbers(keys, features[first])[which]
        # Texts stand apart by rows of zeros, further than the layers look.
        ends = np.cumsum([self.gap, *(len(doc) + self.gap for doc in docs)])
        words = np.zeros(ends[-1], dtype=np.intp)
        at = 0
        for start, doc in zip(ends, docs, strict=False):
            words[start : start + len(doc)] = numbers[at : at + len(doc)]
            at += len(doc)
        rows = self.layers[0].of_forms(self.forms, words)
        for layer in self.layers[1:]:
            rows = layer(rows)
        return [rows[start : start + len(doc)] for start, doc in zip(ends, docs, strict=False)]
