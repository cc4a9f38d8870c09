"""Names back to their nominative by the endings of ``rules/names/ru/endings.yaml``."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal

from custody_records.rulebook import Regex, RuleData, kept, read

Part = Literal["given", "patronymic", "surname", "place"]
Gender = Literal["Masc", "Fem"]
Case = Literal["Nom", "Gen", "Dat", "Acc", "Ins", "Loc"]
CASES: tuple[Case, ...] = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")


class EndingClass(RuleData):
    """One way to decline a name; without ``gender`` for men and women alike."""

    id: str
    parts: tuple[Part, ...]
    gender: Gender | None = None
    nominative: Regex
    not_nominative: Regex | None = None
    endings: dict[Case, tuple[str, ...]]

    def undo(self, form: str, case: Case) -> Iterator[str]:
        """Yield the nominatives whose form in ``case`` is ``form`` (lower case)."""
        for ending in self.endings[case]:
            if not form.endswith(ending) or len(form) - len(ending) < 2:
                continue
            stem = form[: len(form) - len(ending)]
            for nominative in (stem + e for e in self.endings["Nom"]):
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


class Paradigms:
    """Looks forms up in the classes."""

    def __init__(self, file: EndingFile) -> None:
        self.file = file
        self.nominatives = lru_cache(20_000)(self._nominatives)

    def _nominatives(
        self, form: str, part: Part, case: Case, gender: Gender | None = None
    ) -> tuple[str, ...]:
        """Return the nominatives that a form (lower case) can have, by the order of classes."""
        found: dict[str, None] = {}
        for one in self.file.classes:
            if part in one.parts and (gender is None or one.gender in (None, gender)):
                found |= dict.fromkeys(one.undo(form, case))
        return tuple(found)

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
