"""The one folding of text: what counts as the same letter, mark, word or value.

``fold`` compares values of records (contract, section 3), ``place_key`` is the key of the
gazetteer's files, ``lookup`` that of word lists. ``plain`` and ``lookup`` keep every character's
place, so that offsets in the folded text are offsets in the printed one.
"""

import re
import unicodedata
from functools import lru_cache

# What stands before a name and is no part of it (contract, section 3).
ARTICLE = "the "
_APOSTROPHES = "‘’‚‛′`´ʼʻ"
_PLAIN = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys("‐‑‒–—―−", "-") | {"\u00a0": " "}
)
# Curly, low, angle and prime quotes made plain, as in ‘Zhaslyk’, «Вишневка», O’Connor.
_QUOTES = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys("“”„‟″«»", '"'))
# Every dash of Unicode's Pd class that news prints, the minus and the soft variants.
_DASHES = re.compile("[‐-―−⁃﹘﹣-]")
_POSSESSIVE = re.compile("(?:'s|(?<=s)')$")
# Letters that are no other letter with a mark, as the gazetteer spells them.
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ə": "a", "ß": "ss", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("’‘'ʼ`´ʻ.", "")
)
_BLANK = re.compile(r"[\s\-‐‑–_]+")


def plain(text: str) -> str:
    """Return the text with plain apostrophes, hyphens and blanks, of the same length."""
    return text if text.isascii() else text.translate(_PLAIN)


def lookup(word: str) -> str:
    """Return the key under which a word is looked up: plain and in lower case."""
    return plain(word).lower()


def without_possessive(word: str) -> str:
    """Return "Orlov" for "Orlov's" and "Orlov’s"."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def words_of(text: str) -> frozenset[str]:
    """Return the lower-case words of a text; a mark of possession parts two of them."""
    return frozenset(lookup(text).replace("'", " ").split())


def without_marks(text: str) -> str:
    """Return the text without accents and other marks: "Sao Tome" for "São Tomé"."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def place_key(name: str) -> str:
    """Return a place's name case folded, without accents, quotes and dots, hyphens as blanks.

    "Qyzyl-Orda" and "QYZYL ORDA" fold alike, "Kol'chugino" to "kolchugino".
    """
    letters = without_marks(name).casefold().translate(_LETTERS)
    return _BLANK.sub(" ", letters).strip()


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
    return _POSSESSIVE.sub("", text.removeprefix(ARTICLE))
