"""The rules by which a span is read as a person: their reasons and examples."""

from pathlib import Path

from custody_records.rulebook import Rule, read_list


class PersonRule(Rule):
    """By what a capitalised span is read as a person, looked up in ``names.lexicon``.

    ``in_title_case``: it needs no capital to be told from prose, and so holds in a headline, too.
    ``alias``: what it reads is a second name of the person named before.
    """

    in_title_case: bool = False
    alias: bool = False


def load(rules: Path) -> tuple[PersonRule, ...]:
    """Return the rules of people."""
    return read_list(rules / "people" / "rules.yaml", PersonRule)
