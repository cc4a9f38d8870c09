"""Give a word made in lower case the capitals and the letters of the printed one."""

from functools import lru_cache

_CACHE = 30_000  # words


@lru_cache(_CACHE)
def like(printed: str, word: str, *, yo: bool) -> str:
    """Return ``word`` with the capitals of ``printed``; ``yo``: the text writes the letter ё."""
    if not yo and "ё" not in printed.lower():
        word = word.replace("ё", "е")
    if printed.isupper() and len(printed) > 1:
        return word.upper()
    parts, shown = printed.split("-"), word.split("-")
    if len(parts) == len(shown):
        return "-".join(_capital(p, w) for p, w in zip(parts, shown, strict=True))
    return _capital(printed, word)


def _capital(printed: str, word: str) -> str:
    return word[:1].upper() + word[1:] if printed[:1].isupper() else word


def normal_case(word: str) -> str:
    """Return "Тургумбаев" for "ТУРГУМБАЕВ"; an abbreviation of two letters stays."""
    if not word.isupper() or len(word) < 3:
        return word
    return "-".join(part.capitalize() for part in word.split("-"))
