"""Singular and plural of nouns by the rules of a language: ``inflection.yaml``."""

import re
from collections.abc import Mapping

from pydantic import Field

from custody_records.contract.fold import plain
from custody_records.rulebook import Regex, RuleFile

Ending = tuple[Regex, str]


class InflectionFile(RuleFile):
    """``inflection.yaml``: endings and the words that look like the other number.

    ``plural`` and ``singular`` are pairs (ending as a regular expression, what stands for it); the
    first that fits a word is used. ``plurals`` are plural whatever their form, ``singulars`` are
    not, nor is what ends in one of ``no_plural``. ``capital_plural``: the ending of a plural that
    only a capitalised noun has ("Iraqis"). ``person_endings`` make a noun one for a human being
    ("harpist") unless it is one of ``no_person``; ``role_endings`` make it a profession.
    """

    plural: list[Ending] = Field(min_length=1)
    singular: list[Ending] = Field(min_length=1)
    plurals: frozenset[str]
    singulars: frozenset[str]
    plural_endings: tuple[str, ...]
    no_plural: tuple[str, ...]
    capital_plural: str
    possessive: tuple[str, ...]
    person_endings: tuple[str, ...]
    no_person: frozenset[str]
    role_endings: tuple[str, ...]


class Inflector:
    """Forms of nouns, lower case. ``irregular`` maps plurals that no rule gives to singulars."""

    def __init__(self, file: InflectionFile, irregular: Mapping[str, str]) -> None:
        self.file = file
        self.irregular = irregular
        self._plural = [(re.compile(f"(?:{old})$"), new) for old, new in file.plural]
        self._singular = [(re.compile(f"(?:{old})$"), new) for old, new in file.singular]

    def pluralized(self, noun: str) -> str:
        """Return the regular plural of a noun in lower case."""
        return _ended(noun, self._plural)

    def singular(self, noun: str) -> str:
        """Return the singular of a noun, lower case; a singular comes back as it is."""
        low = plain(noun).casefold()
        for ending in self.file.possessive:
            low = low.removesuffix(ending)
        if low in self.irregular:
            return self.irregular[low]
        capital = self.file.capital_plural
        if noun[:1].isupper() and low.endswith(capital) and len(low) > len(capital) + 2:
            return low[:-1]
        return _ended(low, self._singular)

    def is_plural(self, word: str) -> bool:
        """Tell whether a word has the form of a plural noun."""
        low = plain(word).casefold()
        if low in self.file.singulars or len(low) < 3:
            return False
        if low in self.file.plurals or low in self.irregular:
            return True
        if word[0].isupper() and low.endswith(self.file.capital_plural):
            return len(low) > len(self.file.capital_plural) + 2
        return low.endswith(self.file.plural_endings) and not low.endswith(self.file.no_plural)


def _ended(word: str, endings: list[tuple[re.Pattern[str], str]]) -> str:
    for old, new in endings:
        if old.search(word):
            return old.sub(new, word)  # not expand(), which reads its template every time
    return word
