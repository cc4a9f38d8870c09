"""The rule ledger on a hand-made run."""

from typing import Any

from custody_records.compare.ledger import ledger


def _entry(name: str, *rules: str) -> dict[str, Any]:
    return {"name": name, "provenance": [{"by": "rule", "id": rule} for rule in rules]}


def test_rules_are_ranked_by_harm_and_idle_ones_are_told_apart() -> None:
    ours = {
        "a": {
            "places": [_entry("Osh", "good"), _entry("May", "bad", "good"), _entry("June", "bad")]
        }
    }
    gold = {"a": {"article": {"id": "a"}, "places": [{"name": "Osh"}]}}
    rows = ledger(ours, gold, ["good", "bad", "idle", "shadow"], [("shadow", "good")])
    assert [(r.rule, r.fires, r.right, r.wrong, r.verdict) for r in rows] == [
        ("bad", 2, 0, 2, ""),
        ("good", 2, 1, 1, ""),
        ("idle", 0, 0, 0, "never fired"),
        ("shadow", 0, 0, 0, "always shadowed"),
    ]
