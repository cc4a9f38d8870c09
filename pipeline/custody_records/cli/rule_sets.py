"""What the rules commands share: rule sets with their rules, and the pipeline of a rule set."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import click

from custody_records.annotate.languages import remedy

if TYPE_CHECKING:
    from spacy.language import Language

    from custody_records.annotate.pipeline import Annotator
    from custody_records.rulebook.rule import Rule
    from custody_records.rulebook.rule_sets import RuleSet


def loaded(rules: str | None, only: str | None) -> Iterator[tuple["RuleSet", list["Rule"]]]:
    """Yield every rule set (or the one asked for) with its rules. Raises RuleError."""
    from custody_records.rulebook import check_folder, rules_dir
    from custody_records.rulebook.rule_sets import RULE_SETS

    folder = rules_dir(rules)
    check_folder(folder)
    names = [rule_set.name for rule_set in RULE_SETS]
    if only is not None and only not in names:
        raise click.BadParameter(
            f"no rule set {only!r}; rule sets: {', '.join(names)}", param_hint="--rule-set"
        )
    for rule_set in RULE_SETS:
        install = remedy(rule_set.language)
        if install and only in (None, rule_set.name):
            click.echo(
                f"rule set {rule_set.name} is left out; to read its language: {install}", err=True
            )
        elif only in (None, rule_set.name):
            yield rule_set, rule_set.rules(folder)


class Pipelines:
    """The pipeline that a rule set's examples go through; the model is loaded once, if at all."""

    def __init__(self, rules: str | None) -> None:
        self._rules = rules
        self._full = cache(self._load)

    def of(self, rule_set: "RuleSet") -> "Language":
        """Return the rule set's own components, or the whole pipeline if it names none."""
        if not rule_set.components and not rule_set.fire:
            return self._full().pipeline(rule_set.language)
        import spacy

        import custody_records.annotate.pipeline  # noqa: F401 - registers the components
        from custody_records.rulebook import rules_dir

        nlp = spacy.blank("en")
        for name in rule_set.components:
            nlp.add_pipe(name, config={"rules": str(rules_dir(self._rules))})
        return nlp

    def _load(self) -> "Annotator":
        from custody_records.annotate.pipeline import Annotator

        return Annotator(rules=self._rules)
