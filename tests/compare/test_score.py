"""The metric against a second implementation, and against examples worked by hand."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custody_records.compare.match import match
from custody_records.compare.score import score, score_article
from custody_records.compare.summary import summarise
from custody_records.contract import FIELDS
from tests.compare import independent
from tests.compare.strategies import records


@settings(max_examples=150, deadline=None)
@given(records(), records())
def test_both_implementations_count_the_same(ours: dict[str, Any], gold: dict[str, Any]) -> None:
    scored = score_article(ours, gold)
    for field in FIELDS:
        pairs = independent.pairs(field, ours[field], gold[field])
        counts = scored.fields[field]
        assert counts.tp == pairs
        assert counts.fp == len(ours[field]) - pairs
        assert counts.fn == len(gold[field]) - pairs


@settings(max_examples=100, deadline=None)
@given(records(), records(), st.randoms(use_true_random=False))
def test_the_order_of_entries_never_matters(
    ours: dict[str, Any], gold: dict[str, Any], random: Any
) -> None:
    def shuffled(record: dict[str, Any]) -> dict[str, Any]:
        return {
            k: random.sample(v, len(v)) if isinstance(v, list) else v for k, v in record.items()
        }

    once, again = score_article(ours, gold), score_article(shuffled(ours), shuffled(gold))
    assert once == again


@settings(max_examples=100, deadline=None)
@given(records(), records())
def test_the_matching_is_symmetric(ours: dict[str, Any], gold: dict[str, Any]) -> None:
    for field in FIELDS:
        assert len(match(field, ours[field], gold[field])) == len(
            match(field, gold[field], ours[field])
        )


def test_a_greedy_matching_would_lose_a_pair() -> None:
    # The first of ours fits both of gold, the second only the first of gold: both pairs are found.
    def event(**shared: Any) -> dict[str, Any]:
        empty = {"facility": None, "place": None, "date": None, "subjects": [], "status": "x"}
        return {"type": "trial", **empty, **shared}

    ours = [event(place="Osh", date="2019"), event(place="Osh", facility="IK-2")]
    gold = [event(place="Osh", facility="IK-2"), event(date="2019", facility="T-4")]
    assert match("events", ours, gold) == [(0, 1), (1, 0)]


def _section(title: str | None) -> dict[str, Any]:
    named = {"instrument": "United States Code", "article": "1983", "part": None, "point": None}
    return named if title is None else {**named, "title": title}


@pytest.mark.parametrize(
    ("ours", "gold", "pairs"),
    [
        pytest.param(["42"], ["42"], [(0, 0)], id="the same title"),
        pytest.param(["18"], ["42"], [], id="the same section of another title"),
        pytest.param([None], ["42"], [(0, 0)], id="a title that only gold has"),
        pytest.param(["42"], [None], [(0, 0)], id="a title that only ours has"),
        pytest.param([None, "18"], ["18", "42"], [(0, 1), (1, 0)], id="the untitled one yields"),
    ],
)
def test_a_title_counts_where_both_have_it(
    ours: list[str | None], gold: list[str | None], pairs: list[tuple[int, int]]
) -> None:
    left, right = ([_section(title) for title in titles] for titles in (ours, gold))
    assert match("statutes", left, right) == pairs


def _gold(id_: str, *names: str) -> dict[str, Any]:
    return {"article": {"id": id_}, "people": [{"name": name} for name in names]}


def test_an_article_with_empty_gold_counts_its_false_positives() -> None:
    summary = summarise(score({"a": _gold("a", "Ada", "Bo")}, {"a": _gold("a")}))
    micro = summary.fields["people"].micro
    assert (micro.tp, micro.fp, micro.fn, micro.precision) == (0, 2, 0, 0.0)


def test_a_field_that_gold_leaves_out_is_not_scored() -> None:
    assert score_article(_gold("a", "Ada"), {"article": {"id": "a"}}).fields == {}


def test_a_field_that_ours_leaves_out_is_absent_not_missed() -> None:
    scored = score_article({"article": {"id": "a"}}, _gold("a", "Ada"))
    assert scored.fields == {}
    assert scored.absent == ("people",)


def test_an_article_without_a_record_misses_all_of_gold() -> None:
    assert score_article(None, _gold("a", "Ada", "Bo")).fields["people"].fn == 2


def test_micro_pools_entries_and_macro_means_articles() -> None:
    # Worked by hand: article a has 1 of 1 right, article b 1 of 4; pooled 2 of 5.
    ours = {"a": _gold("a", "Ada"), "b": _gold("b", "Bo", "Cy", "Di", "Ed")}
    gold = {"a": _gold("a", "Ada"), "b": _gold("b", "Bo")}
    people = summarise(score(ours, gold)).fields["people"]
    assert people.micro.precision == 2 / 5
    assert people.macro["precision"] == (1 + 1 / 4) / 2


def test_attributes_are_scored_over_matched_entries_only() -> None:
    ours = {"article": {"id": "a"}, "people": [
        {"name": "Ada", "age": 26, "roles": ["Warden", "major"]},
        {"name": "Bo", "age": 3, "roles": []},
    ]}  # fmt: skip
    gold = {"article": {"id": "a"}, "people": [{"name": "Ada", "age": 27, "roles": ["warden"]}]}
    scored = score_article(ours, gold)
    assert (scored.single["people", "age"].right, scored.single["people", "age"].compared) == (0, 1)
    roles = scored.lists["people", "roles"]
    assert (roles.tp, roles.fp, roles.fn) == (1, 1, 0)


def test_intervals_are_the_same_in_every_run() -> None:
    ours = {i: _gold(i, "Ada", "Bo") for i in "abcdef"}
    gold = {i: _gold(i, "Ada") if i in "ab" else _gold(i, "Ada", "Bo") for i in "abcdef"}
    first, second = (summarise(score(ours, gold)).fields["people"] for _ in range(2))
    assert first.interval == second.interval
    low, high = first.interval["precision"] or (0.0, 0.0)
    assert low < (first.micro.precision or 0) < high
