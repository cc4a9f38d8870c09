"""One spelling for the transliterations of a name that one article may mix."""

import re
import unicodedata

# Digraphs first: "Kozhakhmet" and "Kojahmet", "Dzhakishev" and "Jakishev", "Qairat" and "Kairat".
_SOUNDS = (
    ("dzh", "j"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("q", "k"),
    ("w", "v"),
    ("ye", "e"),
    ("yo", "o"),
    ("iya", "ia"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("y", "i"),
)
_NO_LETTER = re.compile(r"[^\w-]")
_DOUBLED = re.compile(r"(\w)\1+")


def sound(word: str) -> str:
    """Return a key that is equal for spellings of one name: "Oleksiy", "Oleksii".

    Latin letters only lose their marks; other scripts are case folded.
    """
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _NO_LETTER.sub("", plain)
    for spelled, heard in _SOUNDS:
        plain = plain.replace(spelled, heard)
    return _DOUBLED.sub(r"\1", plain)
