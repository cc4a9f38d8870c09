"""Names back to their nominative by the endings of ``rules/names/ru/endings.yaml``."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Literal

from custody_records.rulebook import Regex, RuleData, kept, read

Part = Literal["given", "patronymic", "surname", "place"]
Gender = Literal["Masc", "Fem"]
Case = Literal["Nom", "Gen", "Dat", "Acc", "Ins", "Loc"]
_STEM = 2  # letters that every case has
CASES: tuple[Case, ...] = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")


class EndingClass(RuleData):
    """One way to decline a name; without ``gender`` for men and women alike."""

    id: str
    parts: tuple[Part, ...]
    gender: Gender | None = None
    nominative: Regex
    not_nominative: Regex | None = None
    endings: dict[Case, tuple[str, ...]]

    def undo(self, stem: str) -> Iterator[str]:
        """Yield the nominatives (lower case) that a stem can have."""
        for nominative in (stem + ending for ending in self.endings["Nom"]):
            if re.search(self.nominative, nominative) and not (
                self.not_nominative and re.search(self.not_nominative, nominative)
            ):
                yield nominative


class EndingFile(RuleData):
    """The file ``names/ru/endings.yaml``."""

    classes: tuple[EndingClass, ...]
    patronymic: Regex
    patronymic_masc: Regex
    kin_masc: frozenset[str]
    kin_fem: frozenset[str]
    governs: dict[str, frozenset[Case]]


class Paradigms:
    """Looks forms up in the classes."""

    def __init__(self, file: EndingFile) -> None:
        self.file = file
        self._fitting = lru_cache(20_000)(self._classes)
        self._undone = lru_cache(20_000)(self._undo)
        # Ending → (part, case, place of its class in the file's order, place among its endings).
        self._by_ending: dict[str, list[tuple[Part, Case, int, int]]] = {}
        for order, one in enumerate(file.classes):
            for part, (case, endings) in product(one.parts, one.endings.items()):
                for n, ending in enumerate(endings):
                    self._by_ending.setdefault(ending, []).append((part, case, order, n))
        self._longest = max(map(len, self._by_ending))

    def nominatives(
        self, form: str, part: Part, case: Case, gender: Gender | None = None
    ) -> tuple[str, ...]:
        """Return the nominatives that a form (lower case) can have, by the order of classes."""
        fitting = self._fitting(form).get((part, case))
        if not fitting:
            return ()
        classes = self.file.classes
        found: dict[str, None] = {}
        for order, _, stem in fitting:
            if gender is None or classes[order].gender in (None, gender):
                found |= dict.fromkeys(self._undone(order, stem))
        return tuple(found)

    def _classes(self, form: str) -> dict[tuple[Part, Case], list[tuple[int, int, str]]]:
        """Return for each part and case the classes that a form can be of, each with its stem."""
        found: dict[tuple[Part, Case], list[tuple[int, int, str]]] = {}
        for at in range(max(_STEM, len(form) - self._longest), len(form) + 1):
            for part, case, order, n in self._by_ending.get(form[at:], ()):
                found.setdefault((part, case), []).append((order, n, form[:at]))
        for fitting in found.values():
            fitting.sort()
        return found

    def _undo(self, order: int, stem: str) -> tuple[str, ...]:
        return tuple(self.file.classes[order].undo(stem))

    def patronymic_gender(self, word: str) -> Gender | None:
        """Return whose patronymic a word (lower case) is, None if it is none."""
        if word in self.file.kin_masc:
            return "Masc"
        if word in self.file.kin_fem:
            return "Fem"
        if len(word) > 5 and re.search(self.file.patronymic, word):
            return "Masc" if re.search(self.file.patronymic_masc, word) else "Fem"
        return None


@kept("names/ru/endings.yaml")
def load(rules: Path) -> Paradigms:
    """Return the paradigms of a folder of rules. Raises RuleError."""
    return Paradigms(read(rules / "names" / "ru" / "endings.yaml", EndingFile))
