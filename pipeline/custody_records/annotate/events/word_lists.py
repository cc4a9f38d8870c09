"""Lists of words that event trees and frame paths name by ``@name``: ``words.yaml``."""

import re

from pydantic import Field

from custody_records.annotate.events.notation import FACILITY
from custody_records.rulebook import RuleFile

_NAMED = re.compile(r"@[\w-]+")


class WordLists(RuleFile):
    """``words.yaml``: name → words, which stand for all their inflected forms in a tree."""

    lists: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    def write_out(self, text: str) -> str:
        """Return a tree or path with the words of each list it names. Raises ValueError."""
        return _NAMED.sub(lambda name: self._words(name[0]), text)

    def _words(self, name: str) -> str:
        if name == FACILITY:
            return name
        words = self.lists.get(name[1:])
        if words is None:
            known = ", ".join(sorted({FACILITY, *(f"@{one}" for one in self.lists)}))
            raise ValueError(f"no list {name!r} in words.yaml; there are {known}")
        return "|".join(words)
