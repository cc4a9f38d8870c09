"""The rules, patterns and word classes of figures, read once from ``rules/figures``."""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import PrivateAttr

from custody_records import rulebook
from custody_records.annotate.figures.patterns import Patterns
from custody_records.annotate.lexicon.lexicon import Lexicon
from custody_records.annotate.lexicon.nouns import Nouns
from custody_records.annotate.openings import any_of
from custody_records.contract.values import Qualifier
from custody_records.rulebook import RuleData

# The language of the rules; Russian has a component of its own.
LANGUAGE = "en"
_BLANKS = r"[ \xa0]+"


class QualifierRule(rulebook.Rule):
    """Wordings ``before`` or ``after`` a number (lower case) and what they make of it.

    After a word of ``not_after`` a wording before the number means something else.
    """

    means: Qualifier
    not_after: frozenset[str] = frozenset()
    before: list[str]
    after: list[str]


class RefusalRule(rulebook.Rule):
    """When a number is no figure.

    ``nouns`` (singular): heads of the counted phrase; ``phrases``: the phrase itself; ``names``:
    a word in a name that follows; ``before`` and ``after``: wordings beside the number, those
    before it also beside a number in words if ``before_words``, and at most beside ``up_to``;
    those before it ``yields`` to a place or time that was read there and ends before the number;
    ``verbs`` are those that may also be verbs: "her lawyers count 64 people".
    """

    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    before_words: bool = False
    up_to: int | None = None
    yields: bool = False
    verbs: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()


class Words(RuleData):
    """Word classes, lower case; the file says what each is for."""

    stops: frozenset[str]
    pasts: frozenset[str]
    participle_endings: tuple[str, ...]
    of_people: frozenset[str]
    definite: list[str]
    distinct: list[str]
    neutral: list[str]
    also_speech: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    further: frozenset[str]
    prepositions: frozenset[str]
    openers: frozenset[str]
    legal: frozenset[str]
    part_of: frozenset[str]
    ends: frozenset[str]
    copulas: frozenset[str]
    deaths: frozenset[str]
    others: frozenset[str]
    and_: frozenset[str]
    of: frozenset[str]
    different: frozenset[str]
    compound_nouns: frozenset[str]
    counted_groups: frozenset[str]
    no_predicate: frozenset[str]
    breaks: frozenset[str]
    predicate_prepositions: frozenset[str]
    no_verbs: frozenset[str]
    totals: frozenset[str]
    determiners: frozenset[str]
    agent_prepositions: frozenset[str]
    time_prepositions: frozenset[str]
    past_endings: tuple[str, ...]
    _lexicon: Lexicon = PrivateAttr()

    @cached_property
    def speech(self) -> frozenset[str]:
        """Verbs of speech."""
        return self._lexicon.closed.speech | self.also_speech

    @property
    def _nouns(self) -> Nouns:
        return self._lexicon.nouns

    def is_person(self, noun: str) -> bool:
        """Tell whether a head noun (any number, any case) means human beings."""
        return self._nouns.is_person(noun)

    def is_death(self, noun: str) -> bool:
        """Tell whether a head noun counts deaths and so, by another name, people."""
        return self.singular(noun) in self.deaths

    def is_generic(self, noun: str) -> bool:
        """Tell whether a head noun says nothing about who is counted."""
        return self._nouns.has(noun, "generic")

    def is_official(self, noun: str) -> bool:
        """Tell whether a noun names officers or other officials."""
        return self._nouns.has(noun, "official") or self._nouns.has(noun, "rank")

    def is_regular_past(self, word: str) -> bool:
        """Tell whether a word has the form of a regular past."""
        return word.endswith(self.past_endings) and len(word) > 4

    def is_plural(self, word: str) -> bool:
        """Tell whether a word looks like a plural noun."""
        return self._nouns.inflector.is_plural(word)

    def singular(self, noun: str) -> str:
        """Return the singular of a noun, lower case; a singular comes back as it is."""
        return self._nouns.inflector.singular(noun)


class FigureLexicon:
    """Everything that ``rules/figures`` says, compiled."""

    def __init__(self, folder: Path, lexicon: Lexicon) -> None:
        """Read the four files of a language's folder. Raises RuleError."""
        self.words = rulebook.read(folder / "words.yaml", Words)
        self.words._lexicon = lexicon
        self.patterns = rulebook.read(folder / "patterns.yaml", Patterns)
        self.qualifiers = rulebook.read_list(
            folder / "qualifiers.yaml", QualifierRule, "qualifiers"
        )
        self.refusals = rulebook.read_list(folder / "refusals.yaml", RefusalRule, "refusals")
        self.bound_before = {w: q for q in self.qualifiers for w in q.before}
        self.bound_after = {w: q for q in self.qualifiers for w in q.after}
        self.by_noun = {noun: r for r in self.refusals for noun in r.nouns}
        self.by_phrase = {phrase: r for r in self.refusals for phrase in r.phrases}
        self.by_name = {name: r for r in self.refusals for name in r.names}
        self.by_label = {w: r for r in self.refusals for w in r.before}
        self.by_tail = {w: r for r in self.refusals for w in r.after}
        self.verbs = frozenset(word for r in self.refusals for word in r.verbs)

    @cached_property
    def names_people(self) -> Callable[[str], bool]:
        """Whether a word as printed is a plural that names human beings; asked often, so kept."""
        return lru_cache(maxsize=10_000)(self._names_people)

    def _names_people(self, word: str) -> bool:
        words = self.words
        plural = words.is_plural(word) and words.singular(word) != word.casefold()
        return plural and words.is_person(word)

    @cached_property
    def leading(self) -> re.Pattern[str]:
        """What may stand directly before a number, at the end of a text: one step leftwards."""
        words = self.words
        return re.compile(
            rf"""(?:(?<=[\s("“‘'—–,;:-])|^)(?:
                (?P<bound>{any_of(self.bound_before, _BLANKS)})
              | (?P<distinct>{any_of(words.distinct, _BLANKS)})
              | (?P<definite>{any_of(words.definite, _BLANKS)})
              | (?P<neutral>{any_of(words.neutral, _BLANKS)})
            )[ \xa0]*$""",
            re.VERBOSE | re.IGNORECASE,
        )

    @cached_property
    def label(self) -> re.Pattern[str]:
        """A word that makes the number after it a name or an order, at the end of a text."""
        return re.compile(
            rf"(?:(?<=[\s(\"“'/,;-])|^)(?P<label>{any_of(self.by_label, _BLANKS)})[ \xa0]*$",
            re.IGNORECASE,
        )

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """What after the number makes it something else, at the start of a text."""
        return re.compile(rf"[ \xa0]*(?P<tail>{any_of(self.by_tail, _BLANKS)})\b", re.IGNORECASE)

    @cached_property
    def trailing(self) -> re.Pattern[str]:
        """A bound after the number or its unit, at the start of a text."""
        return re.compile(rf"[ \xa0]?(?P<bound>{any_of(self.bound_after, _BLANKS)})(?!\w)", re.I)


def load(folder: Path) -> list[rulebook.Rule]:
    """Return the rules of figures, for whoever lists and tries them."""
    lexicon = FigureLexicon(folder / "figures" / LANGUAGE, Lexicon.read(folder))
    return [*lexicon.qualifiers, *lexicon.refusals]
