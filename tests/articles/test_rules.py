"""The room's own rules: each fires on its examples and on none of its near misses."""

import re

import pytest

from pipeline.articles import dateline
from pipeline.articles.furniture.rules import Furniture
from pipeline.rulebook import rules_dir

FURNITURE = Furniture(rules_dir())
DATELINES = dateline.load(rules_dir())
PATTERNED = [(rule.id, rule.pattern, rule) for rule in FURNITURE.file.lines] + [
    (rule.id, rule.opens, rule) for rule in FURNITURE.file.blocks
]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [pytest.param(p, e.text, id=f"{i}: {e.text}") for i, p, r in PATTERNED for e in r.match],
)
def test_a_rule_matches_its_examples(pattern: str, text: str) -> None:
    assert re.fullmatch(pattern, text, re.IGNORECASE)


@pytest.mark.parametrize(
    "text", [pytest.param(e.text, id=f"{i}: {e.text}") for i, _, r in PATTERNED for e in r.no_match]
)
def test_a_near_miss_is_matched_by_no_rule_at_all(text: str) -> None:
    assert FURNITURE.opens(text) is None
    assert [FURNITURE.line(text, w) for w in ("anywhere", "leading", "trailing")] == [None] * 3


@pytest.mark.parametrize("rule", FURNITURE.file.endings, ids=lambda rule: rule.id)
def test_an_ending_is_cut_and_leaves_the_caption(rule: dateline.Rule) -> None:
    for example in rule.match:
        cut = FURNITURE.ending(example.text)
        assert cut is not None
        assert example.text[: cut[0]].endswith(".")
    assert [FURNITURE.ending(example.text) for example in rule.no_match] == [None] * len(
        rule.no_match
    )


@pytest.mark.parametrize(
    ("rule", "text", "place"),
    [
        pytest.param(rule.id, e.text, e.expected[0]["place"], id=e.text)
        for rule in DATELINES.datelines
        for e in rule.match
        if e.expected
    ],
)
def test_a_dateline_is_read(rule: str, text: str, place: str) -> None:
    read = DATELINES.read(text)
    assert read is not None
    assert (read.place, read.rule) == (place, rule)


@pytest.mark.parametrize("text", [e.text for rule in DATELINES.datelines for e in rule.no_match])
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert DATELINES.read(text) is None


@pytest.mark.parametrize("rule", [rule for _, _, rule in PATTERNED] + DATELINES.datelines)
def test_every_rule_has_examples_of_both_kinds(rule: dateline.Rule) -> None:
    assert rule.match
    assert rule.no_match
