"""The one folding of words for look-ups: apostrophes, dashes and blanks of all kinds are one.

``contract.fold`` compares values of records; this keeps every character's place, so that offsets
in the folded text are offsets in the printed one.
"""

_PLAIN = str.maketrans(
    dict.fromkeys("‘’‚‛′`´ʼʻ", "'") | dict.fromkeys("‐‑‒–—―−", "-") | {"\u00a0": " "}
)


def plain(text: str) -> str:
    """Return the text with plain apostrophes, hyphens and blanks, of the same length."""
    return text if text.isascii() else text.translate(_PLAIN)


def fold(word: str) -> str:
    """Return the key under which a word is looked up: plain and in lower case."""
    return plain(word).lower()
