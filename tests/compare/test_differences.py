"""What exactly is wrong, and what changed: the four kinds and the three turns."""

from typing import Any

from hypothesis import given, settings

from custody_records.compare.against import changes
from custody_records.compare.differences import differences
from custody_records.compare.score import score_article
from custody_records.contract import FIELDS
from tests.compare.strategies import records


def _people(*entries: dict[str, Any]) -> dict[str, dict[str, Any]]:
    filled = [{"age": None, "roles": [], "mentions": [], **entry} for entry in entries]
    return {"a": {"article": {"id": "a"}, "people": filled}}


def _kinds(ours: dict[str, Any], gold: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    return [(d.kind, d.parts) for d in differences(ours, gold)]


def test_a_shorter_name_is_a_wrong_value_not_two_errors() -> None:
    ours = _people({"name": "Qalymov", "mentions": ["Qalymov"]})
    gold = _people({"name": "Bauyrzhan Qalymov", "mentions": ["Bauyrzhan Qalymov", "Qalymov"]})
    assert _kinds(ours, gold) == [("wrong_value", ("name",))]


def test_names_that_share_nothing_are_a_miss_and_a_spurious_entry() -> None:
    ours = _people({"name": "Skip Navigation", "mentions": ["Skip Navigation"]})
    gold = _people({"name": "Snezhanna Kim", "mentions": ["Snezhanna Kim"]})
    assert sorted(kind for kind, _ in _kinds(ours, gold)) == ["missing", "spurious"]


def test_a_wrong_age_is_a_wrong_attribute() -> None:
    ours, gold = _people({"name": "Anton", "age": 62}), _people({"name": "Anton", "age": 26})
    assert _kinds(ours, gold) == [("wrong_attribute", ("age",))]
    assert next(differences(ours, gold)).describe() == "Anton [age: 62 for 26]"


@settings(max_examples=60, deadline=None)
@given(records(), records())
def test_differences_account_for_every_count(ours: dict[str, Any], gold: dict[str, Any]) -> None:
    scored = score_article(ours, gold)
    found = list(differences({"a": ours}, {"a": gold}))
    for field in FIELDS:
        mine = [d for d in found if d.field == field]
        unmatched = [d for d in mine if d.kind != "wrong_attribute"]
        assert sum(d.ours is not None for d in unmatched) == scored.fields[field].fp
        assert sum(d.gold is not None for d in unmatched) == scored.fields[field].fn


@settings(max_examples=40, deadline=None)
@given(records())
def test_gold_against_itself_has_no_difference(gold: dict[str, Any]) -> None:
    # Events are compared with themselves only if something ties them: the contract asks for it.
    gold["events"] = [e for e in gold["events"] if e["facility"] or e["place"] or e["subjects"]]
    assert list(differences({"a": gold}, {"a": gold})) == []


def test_turns() -> None:
    gold = _people({"name": "Ada"}, {"name": "Bo"}, {"name": "Cy"})
    old = _people({"name": "Ada"}, {"name": "Noise"})
    new = _people({"name": "Bo"}, {"name": "Static"})
    turns = {(c.entry["name"], c.turn, c.what) for c in changes(old, new, gold)}
    assert turns == {
        ("Ada", "newly_wrong", "missing"),
        ("Bo", "newly_right", "missing"),
        ("Cy", "still_wrong", "missing"),
        ("Noise", "newly_right", "spurious"),
        ("Static", "newly_wrong", "spurious"),
    }
