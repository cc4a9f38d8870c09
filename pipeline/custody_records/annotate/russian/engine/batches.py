"""The words of a doc's sentences in batches of like lengths, as slovnet's models take them."""

from collections.abc import Callable, Iterator
from typing import Any

from spacy.tokens import Doc

_WORDS = 1500  # padded words a batch: what a model holds in memory at a time
# A batch's longest sentence is at most so many times, and so many words, longer than its shortest:
# the models work as long on padding as on words.
_RATIO, _SLACK = 1.6, 2


class Sentences:
    """The sentences of a doc without white space: ``indices[n]`` are the tokens of sentence n."""

    def __init__(self, doc: Doc) -> None:
        self.indices: list[list[int]] = []
        for token in doc:
            if token.is_sent_start or not self.indices:
                self.indices.append([])
            if not token.is_space:
                self.indices[-1].append(token.i)
        self.indices = [indices for indices in self.indices if indices]
        # The models' embeddings were made of texts without the letter.
        self._texts = [token.text.replace("ё", "е").replace("Ё", "Е") for token in doc]

    def through(
        self, infer: Any, read: Callable[[Any], Iterator[Any]]
    ) -> Iterator[tuple[list[int], Any]]:
        """Yield (token indices, what the model says of them) for each sentence, in any order.

        ``infer`` is a slovnet model's ``infer``; ``read`` makes an iterator of results, one a
        sentence, of an encoded batch.
        """
        for batch in self._batches():
            items = [infer.encoder.item([self._texts[i] for i in indices]) for indices in batch]
            yield from zip(batch, read(infer.encoder.input(items)), strict=True)

    def _batches(self) -> Iterator[list[list[int]]]:
        batch: list[list[int]] = []
        for indices in sorted(self.indices, key=len, reverse=True):
            if batch and not _fits(len(indices), len(batch), len(batch[0])):
                yield batch
                batch = []
            batch.append(indices)
        if batch:
            yield batch


def _fits(length: int, sentences: int, longest: int) -> bool:
    """Tell whether a sentence joins a batch of longer ones."""
    alike = longest <= length * _RATIO + _SLACK
    return alike and (sentences + 1) * longest <= _WORDS
