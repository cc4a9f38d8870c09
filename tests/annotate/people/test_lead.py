"""Whom heading and lead speak of before the text names the person."""

import pytest

from custody_records.annotate.people.reading import PersonReading
from custody_records.annotate.pipeline import Annotator

_STORY = "The court heard that Anton Petrov had asked for help. Petrov wept."


def first_person(annotator: Annotator, text: str) -> PersonReading:
    doc = annotator.full.make_doc(text)
    for _, component in annotator.full.pipeline:
        doc = component(doc)
    found: PersonReading = doc.spans["people"][0]._.person
    return found


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param(f"Teacher jailed in Orsha\n\n{_STORY}", ("teacher",), id="by the heading"),
        pytest.param(f"Teachers meet in Orsha\n\n{_STORY}", (), id="a plural is nobody"),
        pytest.param(
            f"Court meets in Orsha\n\nA remand prisoner died on Monday. {_STORY}",
            ("remand prisoner",),
            id="by the lead",
        ),
        pytest.param(
            "Teacher jailed in Orsha\n\nThe court heard Anton Petrov and Boris Sidorov. "
            "Petrov wept. Sidorov wept.",
            (),
            id="the text is of two people alike",
        ),
    ],
)
def test_role(annotator: Annotator, text: str, roles: tuple[str, ...]) -> None:
    assert first_person(annotator, text).roles == roles


@pytest.mark.parametrize(
    ("text", "age"),
    [
        pytest.param(f"Death of a 33-year-old man\n\n{_STORY}", 33, id="one age"),
        pytest.param(f"A man of 33, found dead in jail\n\n{_STORY}", 33, id="behind its noun"),
        pytest.param(
            f"Death of a 33-year-old man\n\nA 40-year-old man was held. {_STORY}", None, id="two"
        ),
    ],
)
def test_age(annotator: Annotator, text: str, age: int | None) -> None:
    assert first_person(annotator, text).age == age
