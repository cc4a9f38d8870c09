"""Every example of every rule of every rule set is run."""

from functools import cache

import pytest
import spacy
from spacy.language import Language

from custody_records.annotate.languages import remedy
from custody_records.annotate.pipeline import Annotator
from custody_records.rulebook import rules_dir
from custody_records.rulebook.examples import examples, failure, run
from custody_records.rulebook.rule import Example, Rule
from custody_records.rulebook.rule_sets import RULE_SETS, RuleSet

CASES = [
    pytest.param(rule_set, rule, must_fire, example, id=f"{rule.id}: {example.text[:60]}")
    for rule_set in RULE_SETS
    for rule in rule_set.rules(rules_dir())
    for must_fire, example in examples(rule)
]


@cache
def by_rule(rule_set: RuleSet) -> Language:
    nlp = spacy.blank("en")
    for name in rule_set.components:
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize(("rule_set", "rule", "must_fire", "example"), CASES)
def test_example(
    rule_set: RuleSet, rule: Rule, must_fire: bool, example: Example, annotator: Annotator
) -> None:
    if remedy(rule_set.language):
        pytest.skip(f"nothing reads {rule_set.language!r} here")
    nlp = by_rule(rule_set) if rule_set.components else annotator.pipeline(rule_set.language)
    wrong = failure(rule, must_fire, example, run(rule_set, nlp, example))
    assert wrong is None, f"{rule.id} {wrong}"


@pytest.mark.parametrize("rule_set", RULE_SETS, ids=lambda rule_set: rule_set.name)
def test_every_rule_has_something_it_must_fire_on(rule_set: RuleSet) -> None:
    assert [rule.id for rule in rule_set.rules(rules_dir()) if not rule.match] == []


def test_no_two_rules_share_an_id() -> None:
    ids = [rule.id for rule_set in RULE_SETS for rule in rule_set.rules(rules_dir())]
    assert sorted(set(ids)) == sorted(ids)
