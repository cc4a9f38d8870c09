"""Gold out to annotation tools and back, without losing an entry."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custody_records.compare.gold import doccano, label_studio
from custody_records.compare.gold.spans import Labelled, spans_of, with_spans
from tests.compare.strategies import NAMES, records

_WORDS = [*NAMES, "ten", "\U0001f512", "and", "said.", "\n", "Ғани"]


@st.composite
def golds(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """A gold record and a text in which some of its mentions stand and some do not."""
    record = draw(records())
    body = " ".join(draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=30)))
    for field, entries in record.items():
        for entry in entries if field != "article" else ():
            texts = draw(st.lists(st.sampled_from(_WORDS), max_size=3))
            entry.update({"evidence": "said."} if field == "events" else {"mentions": texts})
    return record, body


@settings(max_examples=80, deadline=None)
@given(golds())
def test_label_studio_gives_back_what_it_was_given(gold: tuple[dict[str, Any], str]) -> None:
    tasks = json.loads(json.dumps(label_studio.to_tasks([gold])))
    assert [back.record for back in label_studio.from_tasks(tasks)] == [gold[0]]


@settings(max_examples=80, deadline=None)
@given(golds())
def test_doccano_gives_back_what_it_was_given(gold: tuple[dict[str, Any], str]) -> None:
    lines = [json.loads(json.dumps(line)) for line in doccano.to_lines([gold])]
    assert [back.record for back in doccano.from_lines(lines)] == [gold[0]]


BODY = "Ada met Bo in Osh. Ada left."
GOLD = {
    "article": {"id": "a"},
    "people": [
        {"name": "Ada", "roles": ["warden"], "age": None, "mentions": ["Ada"]},
        {"name": "Bo", "roles": [], "age": 3, "mentions": ["Bo", "Robert"]},
    ],
}


@pytest.mark.parametrize(
    "annotations",
    [
        pytest.param([], id="never opened"),
        pytest.param([{"was_cancelled": True, "result": []}], id="skipped"),
        pytest.param(None, id="exported without annotations"),
    ],
)
def test_a_task_that_nobody_annotated_leaves_gold_alone(annotations: Any) -> None:
    task = label_studio.to_tasks([(GOLD, BODY)])[0] | {"annotations": annotations}
    assert list(label_studio.from_tasks([task])) == [(GOLD, False)]


def test_an_annotation_before_a_skipped_one_counts() -> None:
    task = label_studio.to_tasks([(GOLD, BODY)])[0]
    kept = {**task["annotations"][0], "result": task["annotations"][0]["result"][:1]}
    skipped = {"was_cancelled": True, "result": []}
    back = list(label_studio.from_tasks([task | {"annotations": [kept, skipped]}]))
    assert [p["name"] for p in back[0].record["people"]] == ["Ada", "Bo"]
    assert back[0].annotated


@pytest.mark.parametrize("line", [{"label": []}, {"label": None}], ids=["emptied", "null"])
def test_a_line_without_labels_leaves_gold_alone(line: dict[str, Any]) -> None:
    sent = next(doccano.to_lines([(GOLD, BODY)]))
    assert list(doccano.from_lines([sent | line])) == [(GOLD, False)]


def test_a_span_taken_away_takes_its_entry() -> None:
    spans = [span for span in spans_of(GOLD, BODY) if span.start != 0]
    assert [p["name"] for p in with_spans(GOLD, BODY, spans)["people"]] == ["Bo"]


def test_a_mention_that_stands_nowhere_keeps_its_entry() -> None:
    spans = [span for span in spans_of(GOLD, BODY) if span.start != 8]
    assert with_spans(GOLD, BODY, spans)["people"][1]["mentions"] == ["Robert"]


@pytest.mark.parametrize("field", ["places", "organizations", "facilities"])
def test_a_span_that_was_added_is_a_new_entry(field: str) -> None:
    now = with_spans(GOLD, BODY, [*spans_of(GOLD, BODY), Labelled(14, 17, field)])
    assert [entry["name"] for entry in now[field]] == ["Osh"]
    assert now["people"] == GOLD["people"]


def test_label_studio_counts_in_utf_16_units() -> None:
    body = "\U0001f512 Ada met Bo"
    task = label_studio.to_tasks([(GOLD, body)])[0]
    assert task["annotations"][0]["result"][0]["value"]["start"] == 3
