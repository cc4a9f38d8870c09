"""Read a word's morphological features: Universal Dependencies' names and values."""

from functools import lru_cache

from spacy.tokens import Token


@lru_cache(maxsize=4096)
def features(printed: str) -> dict[str, str]:
    """Return the features of "Case=Gen|Number=Sing"."""
    pairs = (part.partition("=") for part in printed.split("|") if part)
    return {name: value for name, _, value in pairs}


def feature(token: Token, name: str) -> str | None:
    """Return the value of a word's feature, None if it has none."""
    return features(str(token.morph)).get(name)
