"""The words by which numbers count: ``rules/figures/ru.yaml``."""

from functools import cached_property
from pathlib import Path

from custody_records.contract.values import Qualifier
from custody_records.rulebook import CaselessRegex, RuleData, kept, read


class FigureWords(RuleData):
    """The file says what each list is for."""

    refused: frozenset[str]
    labels: frozenset[str]
    sites: frozenset[str]
    numbered: frozenset[str]
    measures: frozenset[str]
    totals: frozenset[str]
    not_even: frozenset[str]
    inverted: dict[str, int]
    inverting: frozenset[str]
    qualifiers: dict[Qualifier, tuple[str, ...]]
    general: frozenset[str]
    apart: frozenset[str]
    part_of: frozenset[str]
    pronouns: frozenset[str]
    skipped: frozenset[str]
    collective: frozenset[str]
    change_from: CaselessRegex

    @cached_property
    def qualifier_of(self) -> list[tuple[str, Qualifier]]:
        """The words before a number with what they make of it, the longest first."""
        pairs = [(word, name) for name, words in self.qualifiers.items() for word in words]
        return sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))


@kept("figures/ru.yaml")
def load(rules: Path) -> FigureWords:
    """Return the words of a folder of rules. Raises RuleError."""
    return read(rules / "figures" / "ru.yaml", FigureWords)
