"""Whom the events of a text befell, as its record has it."""

import pytest

from custody_records.annotate.pipeline import Annotator
from custody_records.contract.values import EventType
from tests.annotate.events.read import annotated


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        pytest.param(
            "Prosecutors opened an inquiry into the death of an inmate in colony IK-6 on 4 March.",
            "investigation_or_inspection",
            (),
            id="an inquiry into the death of somebody without a name",
        ),
        pytest.param(
            "Prosecutors opened an inquiry into the death of Ivan Petrov in IK-6 on 4 March.",
            "investigation_or_inspection",
            ("Ivan Petrov",),
            id="an inquiry into the death of somebody by name",
        ),
        pytest.param(
            "On 4 March the prison service denied that an inmate had been beaten in colony IK-6.",
            "official_denial",
            (),
            id="a denial that is about somebody without a name",
        ),
        pytest.param(
            "Guards beat an inmate in colony IK-6 on 4 March.",
            "torture_or_ill_treatment",
            ("inmate",),
            id="what befalls somebody without a name",
        ),
    ],
)
def test_subjects(
    annotator: Annotator, text: str, type_: EventType, expected: tuple[str, ...]
) -> None:
    told = [e for e in annotated(annotator, text)._.events if e.type == type_]
    assert [event.subjects for event in told] == [expected]
