"""The gold doctor: each doubt it should raise, and gold it should leave in peace."""

from typing import Any

import pytest

from custody_records.compare.gold.check import check, contradicted

BODY = "Anton, 26, was held in Osh on May 3. The guards deny it."
GOOD: dict[str, Any] = {
    "article": {"id": "a"},
    "people": [{"name": "Anton", "roles": [], "age": 26, "mentions": ["Anton"]}],
    "dates": [{"value": "XXXX-05-03", "end": None, "modifier": None, "mentions": ["May 3"]}],
    "events": [
        {
            "type": "arrest_or_detention",
            "status": "reported",
            "facility": None,
            "place": "Osh",
            "date": "XXXX-05-03",
            "subjects": ["Anton"],
            "actors": [],
            "sources": [],
            "evidence": "Anton, 26, was held in Osh",
        }
    ],
}


def _doubts(gold: dict[str, Any]) -> list[str]:
    return [f"{f.field}: {f.doubt}" for f in check(gold, BODY)]


def test_good_gold_raises_no_doubt() -> None:
    assert _doubts(GOOD) == []


@pytest.mark.parametrize(
    ("change", "doubt"),
    [
        pytest.param(
            {"mentions": ["Antonio"]},
            "people: mentions 'Antonio' is not in the text",
            id="a mention that is not printed",
        ),
        pytest.param(
            {"age": "26"},
            "people: age is '26', where a whole number belongs",
            id="text for a number",
        ),
        pytest.param(
            {"role": ["major"]},
            "people: role: no such key; did you mean roles?",
            id="a key misspelled",
        ),
        pytest.param({"name": ""}, "people: name is empty", id="an empty name"),
        pytest.param(
            {"roles": "major"},
            "people: roles is 'major', where a list in square brackets belongs",
            id="a word for a list",
        ),
    ],
)
def test_a_person_that_text_or_contract_contradicts(change: dict[str, Any], doubt: str) -> None:
    assert _doubts(GOOD | {"people": [GOOD["people"][0] | change]}) == [doubt]


@pytest.mark.parametrize(
    ("field", "entry"),
    [
        pytest.param("people", {"name": "Anton", "mentions": ["Anton"]}, id="people"),
        pytest.param("facilities", {"name": "Osh", "mentions": ["Osh"]}, id="facilities"),
        pytest.param("statutes", {"instrument": "Criminal Code", "mentions": []}, id="statutes"),
        pytest.param("dates", {"value": "XXXX-05-03", "mentions": ["May 3"]}, id="dates"),
        pytest.param("figures", {"value": 26, "unit": "guards", "mentions": ["26"]}, id="figures"),
        pytest.param(
            "events",
            {"type": "escape", "status": "alleged", "evidence": "The guards deny it."},
            id="events",
        ),
    ],
)
def test_what_gold_may_leave_out(field: str, entry: dict[str, Any]) -> None:
    assert _doubts({"article": {"id": "a"}, field: [entry]}) == []


@pytest.mark.parametrize(
    ("field", "entry", "doubt"),
    [
        pytest.param("people", {"age": 3}, "has no name", id="no name"),
        pytest.param(
            "facilities", {"kind": "prison"}, "has no code and no name", id="no code and no name"
        ),
        pytest.param("figures", {"value": 3, "mentions": []}, "has no unit", id="no unit"),
        pytest.param("people", "Anton", "is 'Anton', not an object with keys", id="no object"),
        pytest.param(
            "events",
            {"type": "escape", "evidence": "The guards deny it."},
            "has no status; one of reported, alleged, denied, ordered_or_planned",
            id="no status",
        ),
        pytest.param(
            "events",
            {"type": "escaped", "status": "denied", "evidence": "The guards deny it."},
            "type is 'escaped'; one of",
            id="an unknown type",
        ),
    ],
)
def test_what_gold_cannot_leave_out(field: str, entry: Any, doubt: str) -> None:
    found = _doubts({"article": {"id": "a"}, field: [entry]})
    assert [one[: len(field) + 2 + len(doubt)] for one in found] == [f"{field}: {doubt}"]


def test_a_date_that_is_no_date() -> None:
    dates = [{"value": "2019-02-30", "end": None, "modifier": None, "mentions": ["May 3"]}]
    found = _doubts(GOOD | {"dates": dates, "events": []})
    assert len(found) == 1
    assert found[0].startswith("dates: value: day is out of range")


def test_an_entry_that_stands_twice() -> None:
    people = [*GOOD["people"], GOOD["people"][0] | {"name": "the Anton"}]
    assert _doubts(GOOD | {"people": people}) == ["people: stands 2 times"]


def test_an_event_on_a_date_that_the_record_lacks() -> None:
    assert _doubts(GOOD | {"dates": []}) == ["events: date 'XXXX-05-03' is not among the dates"]


def test_a_field_that_is_none_of_the_contract() -> None:
    assert _doubts(GOOD | {"persons": []}) == ["persons: the contract has no such field"]


def test_evidence_may_run_over_a_line_end() -> None:
    gold = GOOD | {"events": [GOOD["events"][0] | {"evidence": "on May 3. The guards deny"}]}
    broken = BODY.replace("May 3. The", "May 3.\n\nThe")
    assert list(check(gold, broken)) == []


def test_what_every_run_contradicts_is_shown() -> None:
    def run(*names: str) -> dict[str, Any]:
        return {"a": {"article": {"id": "a"}, "people": [{"name": n} for n in names]}}

    found = contradicted({"a": GOOD}, [run("Bo", "Cy"), run("Bo")])
    assert [(f.entry, f.doubt) for f in found] == [
        ("Anton", "no run has it"),
        ("Bo", "every run has it, gold not"),
    ]
