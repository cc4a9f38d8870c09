"""A spaCy tokenizer that cuts as razdel does, which is what the Russian models were trained on."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.vocab import Vocab

# A word in Russian letters alone, with no more than a mark before and behind that joins to nothing:
# no rule of razdel's looks into it, nor from it.
_PLAIN = re.compile(r"([«(\"]?)([а-яё]+)([.,:;!?»)\"…]?)(?!\S)", re.I)
_CHUNK = re.compile(r"\S+")


class RazdelTokenizer:
    """Makes a Doc of razdel's tokens; its text is the text that was given.

    White space other than a single space after a word is a token of its own, as in spaCy.
    """

    def __init__(self, vocab: Vocab) -> None:
        from razdel import tokenize

        self.vocab = vocab
        self._tokenize = tokenize

    def __call__(self, text: str) -> Doc:
        """Return the tokenized doc."""
        words: list[str] = []
        spaces: list[bool] = []
        last = 0
        for start, token in self._tokens(text):
            _add_gap(text[last:start], words, spaces)
            words.append(token)
            spaces.append(False)
            last = start + len(token)
        _add_gap(text[last:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    def _tokens(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield (start, token), as razdel cuts them.

        razdel, which takes five times as long, sees what is not plain, between its neighbours: it
        asks what stands before and behind a mark, white space or not.
        """
        before, begin, reached = 0, -1, 0
        for chunk in _CHUNK.finditer(text):
            plain = _PLAIN.match(text, chunk.start())
            if plain is None:
                begin = before if begin < 0 else begin
            else:
                if begin >= 0:
                    yield from self._cut(text, begin, chunk.end(), reached, chunk.start())
                    begin = -1
                for n in range(1, 4):
                    if plain[n]:
                        yield plain.start(n), plain[n]
                before, reached = chunk.start(), chunk.end()
        if begin >= 0:
            yield from self._cut(text, begin, len(text), reached, len(text))

    def _cut(
        self, text: str, begin: int, end: int, first: int, stop: int
    ) -> Iterator[tuple[int, str]]:
        """Yield those of ``text[begin:end]``'s tokens that stand within ``[first, stop)``."""
        for token in self._tokenize(text[begin:end]):
            if first <= begin + token.start < stop:
                yield begin + token.start, token.text

    def to_bytes(self, **_: object) -> bytes:
        """Return nothing: there is nothing to keep."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> "RazdelTokenizer":
        """Return itself."""
        return self

    def to_disk(self, _: object, **__: object) -> None:
        """Write nothing."""

    def from_disk(self, _: object, **__: object) -> "RazdelTokenizer":
        """Return itself."""
        return self


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    if gap.startswith(" ") and spaces:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)
