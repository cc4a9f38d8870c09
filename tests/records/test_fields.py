"""Each field of a record writes out what annotate found, and decides nothing."""

from typing import Any

import pytest
from spacy.tokens import Doc

from custody_records.annotate.pipeline import Annotator
from custody_records.records.assemble import entries
from tests.annotate.events.test_events import annotated

TEXT = (
    "Guards beat two inmates in prison LA-155/8\n\n"
    "ALMATY, Kazakhstan -- Two guards of prison LA-155/8 were detained on 30 July 2019 under "
    "Article 146 of the Criminal Code. “They beat two inmates,” said Anna Petrova, 41, a lawyer of "
    "the Open Dialogue Foundation, in Almaty. Petrova said that the Open Dialogue Foundation had "
    "complained.\n"
)


@pytest.fixture(scope="module")
def doc(annotator: Annotator) -> Doc:
    return annotated(annotator, TEXT)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        pytest.param("facilities", [{"code": "LA-155/8", "kind": "prison"}], id="facilities"),
        pytest.param(
            "statutes", [{"instrument": "Criminal Code", "article": "146"}], id="statutes"
        ),
        pytest.param("people", [{"name": "Anna Petrova", "age": 41}], id="people"),
        pytest.param("organizations", [{"name": "Open Dialogue Foundation"}], id="organizations"),
        pytest.param("places", [{"name": "Almaty"}, {"name": "Kazakhstan"}], id="places"),
        pytest.param("dates", [{"value": "2019-07-30", "end": None}], id="dates"),
        pytest.param(
            "figures",
            [{"value": 2, "unit": "inmates"}, {"value": 2, "unit": "guards of prison LA-155/8"}],
            id="figures",
        ),
    ],
)
def test_a_field_has_an_entry_for_each_entity(
    doc: Doc, field: str, expected: list[dict[str, Any]]
) -> None:
    found = [entry.model_dump() for entry in entries(doc)[field]]
    assert [
        {key: entry[key] for key in wanted} for entry, wanted in zip(found, expected, strict=True)
    ] == expected


def test_mentions_of_one_thing_stand_in_one_entry(doc: Doc) -> None:
    [facility] = entries(doc)["facilities"]
    assert [mention.text for mention in facility.mentions] == ["LA-155/8", "LA-155/8"]
    [person] = entries(doc)["people"]
    assert [mention.text for mention in person.mentions] == ["Anna Petrova", "Petrova"]


def test_a_field_whose_component_did_not_run_is_absent(annotator: Annotator) -> None:
    doc = annotator.pipeline("xx")("Prison LA-155/8")
    assert set(entries(doc)) == {"facilities", "statutes"}
