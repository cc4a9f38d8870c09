"""The rule files that tell how citations lean on the text around them, as models."""

from typing import Literal

from custody_records.rulebook import Phrase, Regex, RuleFile


class Nickname(Phrase):
    """An article by its number alone; ``language`` is that of the word that is left out."""

    language: Literal["en", "ru"]


class BareNumberRules(RuleFile):
    """``bare_numbers.yaml``."""

    announced: tuple[Phrase, ...]
    nicknames: tuple[Nickname, ...]
    spelled: tuple[Nickname, ...]
    subject: Phrase
    object: Phrase
    closes: Phrase


class ResolutionRules(RuleFile):
    """``resolution.yaml``."""

    between: tuple[Regex, ...]
    chapters: Regex
    gap: Regex
    prepositions: tuple[Regex, ...]
    linked: tuple[Regex, ...]
    of_another: Phrase
    charged: Phrase
    by_itself: Phrase
    penal_law: Phrase
    unnamed_list: Phrase
    legal_near: Phrase
    penal_names: frozenset[str]
    not_penal: frozenset[str]
    treaties: frozenset[str]
    rights: frozenset[str]
    kin: dict[str, tuple[str, ...]]


class ContextRules(RuleFile):
    """``context.yaml``."""

    penal_kinds: frozenset[str]
    no_penalties: frozenset[str]
    linked: tuple[Regex, ...]
    goes_on: Phrase
    each_sentenced: Phrase
    verdict: Phrase
    sentences: Phrase
    convicted: Phrase
    refers: Phrase
    cleared_before: Phrase
    cleared_list: Phrase
    convicted_between: Phrase
    cleared_behind: Phrase
    place_among: Phrase
    places: dict[str, int]
    for_offence: Phrase
    law_alone: Phrase
    law_imposes: Phrase
    anonymous: Phrase
    changed: Phrase
    next_article: Phrase
    cites: Phrase
    several: Phrase
