"""Fold a value so that two spellings of the same thing compare equal (contract, section 3)."""

import re
import unicodedata

_QUOTES = str.maketrans(dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟″«»", '"'))
_DASHES = re.compile(r"[‐-―−⁃﹘﹣-]")
_POSSESSIVE = re.compile(r"'s?$")


def fold(text: str) -> str:
    """Return NFKC, case folded, plain quotes and dashes, one space, no "the", no possessive."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_QUOTES)
    text = " ".join(_DASHES.sub("-", text).split())
    return _POSSESSIVE.sub("", text.removeprefix("the "))
