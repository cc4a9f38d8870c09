"""Fold a place name to the key under which the gazetteer files have it."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ə": "a", "ß": "ss", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("’‘'ʼ`´ʻ.", "")
)
_BLANK = re.compile(r"[\s\-‐‑–_]+")


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """Return the name case folded, without accents, quotes and dots, hyphens as blanks.

    "Qyzyl-Orda" and "QYZYL ORDA" fold alike, "Kol'chugino" to "kolchugino".
    """
    plain = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return _BLANK.sub(" ", plain).strip()
