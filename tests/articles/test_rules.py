"""Near misses of the rules. That each fires on its own examples ``tests/rulebook`` shows."""

import pytest

from custody_records.articles import dateline
from custody_records.articles.furniture.rules import Furniture
from custody_records.rulebook import Rule, rules_dir

FURNITURE = Furniture(rules_dir())
DATELINES = dateline.load(rules_dir())
RULES: list[Rule] = [*FURNITURE.file.lines, *FURNITURE.file.blocks, *DATELINES.datelines]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(example.text, id=f"{rule.id}: {example.text}")
        for rule in (*FURNITURE.file.lines, *FURNITURE.file.blocks)
        for example in rule.no_match
    ],
)
def test_a_near_miss_is_matched_by_no_rule_at_all(text: str) -> None:
    assert FURNITURE.opens(text) is None
    assert [FURNITURE.line(text, w) for w in ("anywhere", "leading", "trailing")] == [None] * 3


@pytest.mark.parametrize(
    "text", [example.text for rule in DATELINES.datelines for example in rule.no_match]
)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert DATELINES.read(text) is None


@pytest.mark.parametrize("rule", FURNITURE.file.endings, ids=lambda rule: rule.id)
def test_an_ending_is_cut_and_leaves_the_caption(rule: Rule) -> None:
    for example in rule.match:
        cut = FURNITURE.ending(example.text)
        assert cut is not None
        assert example.text[: cut[0]].endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_near_miss(rule: Rule) -> None:
    assert rule.no_match
