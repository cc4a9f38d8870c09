"""One key for the transliterations of a name that one article may mix."""

import re
from collections.abc import Sequence

from custody_records.contract.fold import without_marks

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
        plain = _NO_LETTER.sub("", without_marks(word.casefold()))
        for spelled, folded in self.table:
            plain = plain.replace(spelled, folded)
        return _DOUBLED.sub(r"\1", plain)
