"""The lexicon of a language: what its words mean, whichever component asks."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from custody_records.annotate.lexicon.nouns import Nouns
from custody_records.rulebook import RuleFile, WordList, read

ENGLISH = "en"


class ClosedFile(RuleFile):
    """``words.yaml``: words of closed classes, and endings of verbs and adverbs."""

    function_words: WordList
    calendar: WordList
    speech: WordList
    definite: frozenset[str]
    indefinite: frozenset[str]
    conjunctions: frozenset[str]
    disjunctions: frozenset[str]
    genitive: frozenset[str]
    purpose: frozenset[str]
    belonging: frozenset[str]
    locative: frozenset[str]
    goal: frozenset[str]
    companion: frozenset[str]
    capacity: frozenset[str]
    agent: frozenset[str]
    origin: frozenset[str]
    clause: frozenset[str]
    expletive: frozenset[str]
    existential: frozenset[str]
    further: frozenset[str]
    aged: frozenset[str]
    years: frozenset[str]
    possessives: frozenset[str]
    participle_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    progressive_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    age_endings: tuple[str, ...]
    hyphenated: frozenset[str]

    @cached_property
    def possessive_gaps(self) -> frozenset[str]:
        """What stands between an owner's name and what it owns: "'s " and the like."""
        return frozenset(f"{mark} " for mark in self.possessives)


class PronounFile(RuleFile):
    """``pronouns.yaml``."""

    masculine: frozenset[str]
    feminine: frozenset[str]
    plural: frozenset[str]
    relative: frozenset[str]

    @property
    def singular(self) -> frozenset[str]:
        """Pronouns that stand for one person."""
        return self.masculine | self.feminine


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word classes of ``lexicon/<language>``, in lower case."""

    nouns: Nouns
    closed: ClosedFile
    pronouns: PronounFile

    @classmethod
    def read(cls, rules: Path) -> Self:
        """Read the English lexicon of a folder of rules. Raises RuleError."""
        folder = rules / "lexicon" / ENGLISH
        return cls(
            nouns=Nouns.read(folder),
            closed=read(folder / "words.yaml", ClosedFile),
            pronouns=read(folder / "pronouns.yaml", PronounFile),
        )

    @property
    def function_words(self) -> frozenset[str]:
        """Words that open a sentence with a capital and belong to no name."""
        return self.closed.function_words

    def sex(self, word: str) -> str | None:
        """Return "m" or "f" of a pronoun or of a noun in the singular; None if it tells none."""
        low = word.lower()
        if low in self.pronouns.masculine:
            return "m"
        if low in self.pronouns.feminine:
            return "f"
        nouns = (entry.noun for entry in self.nouns.get(low) if entry.singular)
        return next((noun.sex for noun in nouns if noun.sex), None)
