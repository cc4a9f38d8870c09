"""Fold a value so that two spellings of the same thing compare equal (contract, section 3)."""

import re
import unicodedata
from functools import lru_cache

# Curly, low, angle and prime quotes made plain, as in ‘Zhaslyk’, «Вишневка», O’Connor.
_QUOTES = str.maketrans(dict.fromkeys("‘’‚‛′`´ʼʻ", "'") | dict.fromkeys("“”„‟″«»", '"'))
# Every dash of Unicode's Pd class that news prints, the minus and the soft variants.
_DASHES = re.compile("[‐-―−⁃﹘﹣-]")
_POSSESSIVE = re.compile("(?:'s|(?<=s)')$")


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return NFKC, case folded, plain quotes and dashes, one space, no "the", no possessive.

    >>> fold("The  Ministry of Internal Affairs’")
    'ministry of internal affairs'
    >>> fold("LA–155/8")
    'la-155/8'
    """
    text = unicodedata.normalize("NFKC", text).casefold().translate(_QUOTES)
    text = " ".join(_DASHES.sub("-", text).split())
    return _POSSESSIVE.sub("", text.removeprefix("the "))
