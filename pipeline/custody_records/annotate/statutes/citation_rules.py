"""The file ``citations.yaml`` as a model."""

from typing import Literal

from custody_records.rulebook import Phrase, Regex, RuleFile


class CitationFile(RuleFile):
    """``citations.yaml``; its head says what each key is for."""

    conjunctions: tuple[str, ...]
    joins: tuple[str, ...]
    to: tuple[str, ...]
    of: tuple[str, ...]
    determiners: tuple[str, ...]
    ahead: tuple[str, ...]
    number_sign: Regex
    plural: tuple[Regex, ...]
    digit_endings: tuple[str, ...]
    follows_list: tuple[str, ...]
    counted: tuple[Regex, ...]
    months: tuple[str, ...]
    us_title: Regex
    both: dict[Literal["en", "ru"], Regex]
    repeats: tuple[Regex, ...]
    same: Phrase
    behind_index: Regex
    behind_roman: Regex
