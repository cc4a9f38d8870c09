from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.annotate.figures.lexicon import Lexicon, QualifierRule, RefusalRule
from pipeline.records.figures import gather
from pipeline.rulebook import rules_dir

LEXICON = Lexicon.read(rules_dir() / "figures")
Read = Callable[[str], Doc]


@pytest.mark.parametrize("rule", LEXICON.refusals, ids=lambda r: r.id)
def test_a_refusal_fires_on_its_examples_alone(read: Read, rule: RefusalRule) -> None:
    assert rule.match
    for text in rule.match:
        assert rule.id in {d.by for d in read(text)._.trail}, text
    for text in rule.no_match:
        assert rule.id not in {d.by for d in read(text)._.trail}, text


@pytest.mark.parametrize("rule", LEXICON.qualifiers, ids=lambda r: r.id)
def test_a_qualifier_fires_on_its_examples_alone(read: Read, rule: QualifierRule) -> None:
    assert rule.match
    for text in rule.match:
        assert rule.means in {f.qualifier for f in gather(read(text))}, text
    for text in rule.no_match:
        assert rule.means not in {f.qualifier for f in gather(read(text))}, text


def test_no_wording_belongs_to_two_rules() -> None:
    for rules in (LEXICON.qualifiers, LEXICON.refusals):
        wordings = [w for rule in rules for w in rule.before]
        assert len(wordings) == len(set(wordings))
    nouns = [n for rule in LEXICON.refusals for n in rule.nouns]
    assert sorted(nouns) == sorted(set(nouns))
