"""The rules by which a span is read as a person: their reasons and examples."""

from pathlib import Path

from custody_records.rulebook import Rule, RuleFile, read


class PersonRules(RuleFile):
    """``people/rules.yaml``; what the rules look up are the word lists of ``names.lexicon``."""

    rules: tuple[Rule, ...]


def load(rules: Path) -> tuple[Rule, ...]:
    """Return the rules of people."""
    return read(rules / "people" / "rules.yaml", PersonRules).rules
