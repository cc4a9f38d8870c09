"""The rules by which a span is read as a person: their reasons and examples."""

from pathlib import Path

from custody_records.rulebook import Rule, RuleFile, read


class PersonRule(Rule):
    """By what a capitalised span is read as a person.

    ``in_title_case``: it needs no capital to be told from prose, and so holds in a headline, too.
    ``alias``: what it reads is a second name of the person named before.
    """

    in_title_case: bool = False
    alias: bool = False


class PersonRules(RuleFile):
    """``people/rules.yaml``; what the rules look up are the word lists of ``names.lexicon``."""

    rules: tuple[PersonRule, ...]


def load(rules: Path) -> tuple[PersonRule, ...]:
    """Return the rules of people."""
    return read(rules / "people" / "rules.yaml", PersonRules).rules
