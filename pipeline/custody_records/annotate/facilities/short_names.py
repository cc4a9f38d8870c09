"""What a facility's name is in short: "Evin" for "Evin Prison", "Badr" for "Badr 1"."""

import re
from functools import lru_cache
from pathlib import Path

from custody_records.rulebook import Regex, Rule, RuleFile, read


class ShortNameFile(RuleFile):
    """``short_names.yaml``: words before the noun, nouns, tails and letters that name none."""

    modifiers: tuple[str, ...]
    prefixes: tuple[str, ...]
    nouns: tuple[Regex, ...]
    tails: tuple[Regex, ...]
    number: Regex
    rules: tuple[Rule, ...]


class ShortNames:
    """Shortens names of facilities; ``rule`` is that by which a short name is a mention."""

    def __init__(self, words: ShortNameFile) -> None:
        (self.rule,) = words.rules
        self._noun = re.compile(
            rf"\s+(?:(?:{'|'.join(words.modifiers)})\s+)*(?:{'|'.join(words.nouns)})"
            rf"(?:\s+(?:{'|'.join(words.tails)}))?$",
            re.IGNORECASE,
        )
        prefixes = "|".join(re.escape(prefix) for prefix in words.prefixes)
        self._prefix = re.compile(rf"^(?:{prefixes})\s+")
        self._number = re.compile(words.number)

    @classmethod
    def read(cls, rules: Path) -> "ShortNames":
        """Return the names by a folder of rules. Raises RuleError."""
        return _read(rules)

    def without_noun(self, name: str) -> str:
        """Return "Evin" for "Evin Prison" and "Evin", "Larkstone" for "HMP Larkstone"."""
        return self._noun.sub("", self._prefix.sub("", name))

    def without_number(self, name: str) -> str:
        """Return "Badr" for "Badr 1" and "Badr"."""
        return self._number.sub("", name)


@lru_cache(maxsize=2)
def _read(rules: Path) -> ShortNames:
    return ShortNames(read(rules / "facilities" / "short_names.yaml", ShortNameFile))
