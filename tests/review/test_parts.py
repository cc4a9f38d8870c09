"""The parts of a review that need neither files nor a browser."""

import re
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.compare.gold.words import filled
from custody_records.contract import ENTRIES
from custody_records.review.doubt import Doubt
from custody_records.review.forms import forms
from custody_records.review.mentions import located
from custody_records.review.proposals import inferred
from custody_records.review.start import sample

IDS = [f"a{n}" for n in range(200)]


def test_a_sample_is_the_same_for_its_seed_and_grows() -> None:
    few, many = sample(IDS, 10, 1), sample(reversed(IDS), 40, 1)
    assert len(few) == 10
    assert set(few) < set(many)
    assert sample(IDS, 10, 2) != few
    assert sample(IDS, 999, 1) == sorted(IDS)


def test_every_article_is_drawn_by_some_seed() -> None:
    drawn = {id_ for seed in range(100) for id_ in sample(IDS, 20, seed)}
    assert drawn == set(IDS)


@pytest.mark.parametrize(
    ("field", "entry", "expected"),
    [
        pytest.param("dates", {"provenance": [{"base": "2019-07-31"}]}, ["value"], id="derived"),
        pytest.param("dates", {"provenance": [{"base": None}]}, [], id="printed"),
        pytest.param(
            "events", {"basis": {"date": "article", "place": "sentence", "facility": None}},
            ["date"], id="tied from afar",
        ),
        pytest.param("people", {"provenance": [{"base": "x"}]}, [], id="no value derived"),
    ],
)  # fmt: skip
def test_what_was_inferred(field: str, entry: dict[str, Any], expected: list[str]) -> None:
    assert list(inferred(field, entry)) == expected


def _record(id_: str, **rules: str) -> dict[str, Any]:
    people = [
        {"name": name, "provenance": [{"by": "rule", "id": rule}]} for name, rule in rules.items()
    ]
    return {"article": {"id": id_}, "people": people}


def test_a_rule_with_a_bad_ledger_is_doubted_most() -> None:
    names = [f"n{n}" for n in range(20)]
    records = {
        "a": _record("a", **dict.fromkeys(names[:10], "good"), **dict.fromkeys(names[10:], "bad"))
    }
    gold = {"a": {"article": {"id": "a"}, "people": [{"name": name} for name in names[:10]]}}
    doubt = Doubt(records, gold)
    one = lambda rule: doubt.of_entry([{"id": rule}], False)  # noqa: E731
    assert one("good") < one("never seen") < one("bad") < 1
    assert doubt.of_entry([{"id": "good"}], True) > one("good")  # inferred


def test_an_article_with_more_doubtful_entries_comes_first() -> None:
    doubt = Doubt({}, {})
    assert doubt.of_record(_record("a", Ada="r", Bo="r"), ["people"]) > doubt.of_record(
        _record("b", Ada="r"), ["people"]
    )
    assert doubt.of_record(_record("a", Ada="r"), ["places"]) == 0


def test_every_key_of_the_contract_has_a_control() -> None:
    apart = {"mentions", "evidence", "provenance", "link", "basis"}
    for field, model in ENTRIES.items():
        assert {c["name"] for c in forms()[field]} == model.model_fields.keys() - apart


def test_a_form_asks_for_what_gold_cannot_leave_out() -> None:
    for field in ENTRIES:
        required = {c["name"] for c in forms()[field] if c["required"]}
        assert required.isdisjoint(filled(field, {}))


@given(st.text("ab \n🔒", max_size=30), st.text("ab ", min_size=1, max_size=4))
def test_mentions_stand_where_they_say(body: str, text: str) -> None:
    for mention in located({"mentions": [text]}, body)["mentions"]:
        start, end = mention["start"], mention["end"]
        assert start is None or body[start:end] == mention["text"]


def test_the_page_asks_for_its_modules_at_once() -> None:
    page = files("custody_records.review.page")
    shell = page.joinpath("index.html").read_text(encoding="utf-8")
    asked = set(re.findall(r"/static/review/(\w+\.js)", shell))
    there = {found.name for found in page.iterdir() if found.name.endswith(".js")}
    assert asked == there - {"compare.js"}
