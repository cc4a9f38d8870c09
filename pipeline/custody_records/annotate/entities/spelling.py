"""One key for the transliterations of a name that one article may mix."""

import re
import unicodedata
from collections.abc import Sequence

_NO_LETTER = re.compile(r"[^\w-]")
_DOUBLED = re.compile(r"(\w)\1+")


class Spelling:
    """Folds spellings by a table of (spelling, folded) that is applied in its order."""

    def __init__(self, table: Sequence[tuple[str, str]]) -> None:
        self.table = tuple(table)

    def sound(self, word: str) -> str:
        """Return a key that is equal for spellings of one name: "Oleksiy", "Oleksii".

        Latin letters only lose their marks; other scripts are case folded.
        """
        plain = unicodedata.normalize("NFKD", word.casefold())
        plain = "".join(c for c in plain if not unicodedata.combining(c))
        plain = _NO_LETTER.sub("", plain)
        for spelled, folded in self.table:
            plain = plain.replace(spelled, folded)
        return _DOUBLED.sub(r"\1", plain)
