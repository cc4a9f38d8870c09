"""Forms are embedded once; what is kept of them never changes a vector."""

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.model import installed, vectors


@pytest.fixture(scope="module")
def stock() -> Language:
    return installed.load(exclude=("ner", "parser", "tagger", "attribute_ruler", "lemmatizer"))


def _docs(stock: Language) -> list[Doc]:
    texts = ("The colony near Almaty held men .", "Almaty", "Men of the colony , men of Almaty .")
    return [Doc(stock.vocab, words=text.split()) for text in texts]


@pytest.mark.parametrize("kept", [pytest.param(100_000, id="all"), pytest.param(7, id="a-few")])
def test_vectors_are_the_models_own(
    stock: Language, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "_FORMS", kept)
    slow = stock.get_pipe("tok2vec").model  # type: ignore[attr-defined] # stock pipes have it
    expected = slow.predict(_docs(stock))
    fast = vectors.speed_up(slow.copy(), stock.vocab)
    for docs in (slice(0, 1), slice(1, 3), slice(0, 3)):
        pairs = zip(fast.predict(_docs(stock)[docs]), expected[docs], strict=True)
        assert all(np.allclose(found, wanted, atol=1e-4) for found, wanted in pairs)


def test_a_form_is_embedded_once(stock: Language) -> None:
    embedded: list[int] = []

    class Embed:
        def predict(self, features: np.ndarray) -> np.ndarray:
            embedded.append(len(features))
            return features.astype(np.float32)

    class First:
        width = pieces = 1

        def products_of(self, rows: np.ndarray) -> tuple[np.ndarray, ...]:
            return 2 * rows, 3 * rows, 4 * rows

    forms = vectors._Forms(Embed(), Embed(), First())  # type: ignore[arg-type] # a stand-in
    keys = np.array([3, 5], dtype=np.uint64)
    forms.numbers(keys, keys[:, None])
    found = forms.numbers(np.array([5, 9, 3], np.uint64), np.array([[5], [9], [3]], np.uint64))
    assert embedded == [2, 2, 1, 1]
    assert [
        table[found].ravel().tolist() for table in (forms.rows, forms.before, forms.at, forms.after)
    ] == [[5, 9, 3], [10, 18, 6], [15, 27, 9], [20, 36, 12]]
