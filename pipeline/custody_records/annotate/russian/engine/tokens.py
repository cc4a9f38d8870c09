"""A spaCy tokenizer that cuts as razdel does, which is what the Russian models were trained on."""

from spacy.tokens import Doc
from spacy.vocab import Vocab


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
        for token in self._tokenize(text):
            _add_gap(text[last : token.start], words, spaces)
            words.append(token.text)
            spaces.append(False)
            last = token.stop
        _add_gap(text[last:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

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
