"""People named in a row: who stands in it, and what ends it."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.test_events import only

ROWS = [
    pytest.param(
        "Two officials of the prison, Maksim Volkov and Anton Yershov, were arrested on Monday.",
        "arrest_or_detention",
        ("Maksim Volkov", "Anton Yershov"),
        id="an apposition set off on both sides names those whom the noun counts",
    ),
    pytest.param(
        "Three colleagues — Ivan Petrov, Oleg Sidorov and Anna Smirnova — were released on Monday"
        " from prison.",
        "release_or_amnesty",
        ("Ivan Petrov", "Oleg Sidorov", "Anna Smirnova"),
        id="an apposition set off on both sides names those whom the noun counts",
    ),
    pytest.param(
        "Ivan Petrov and Anna Smirnova left the prison. Both were arrested on Monday.",
        "arrest_or_detention",
        ("Ivan Petrov", "Anna Smirnova"),
        id="a number takes the row of so many, whoever is named between",
    ),
    pytest.param(
        "Ivan Petrov, Oleg Sidorov and Anna Smirnova protested. All three were convicted in May.",
        "conviction_or_sentence",
        ("Ivan Petrov", "Oleg Sidorov", "Anna Smirnova"),
        id="a number takes the row of so many, whoever is named between",
    ),
    pytest.param(
        "Police arrested two activists in Moscow on Monday, Ivan Petrov said.",
        "arrest_or_detention",
        ("activists",),
        id="who speaks behind the comma is not among those counted",
    ),
    pytest.param(
        "Ivan Petrov and Anna Smirnova protested. All three prisoners were convicted in May.",
        "conviction_or_sentence",
        ("prisoners",),
        id='a row of two is not "all three"',
    ),
    pytest.param(
        "Police arrested Ivan Petrov on Monday and Anna Smirnova wrote a letter to the prison.",
        "arrest_or_detention",
        ("Ivan Petrov",),
        id="the parser does not end the row at a verb of which the next name is the subject",
    ),
    pytest.param(
        "Ivan Petrov and the former prison doctor, Oleg Sidorov, were arrested on Monday.",
        "arrest_or_detention",
        ("Ivan Petrov", "Oleg Sidorov"),
        id='a role of four words that ends with its noun has no "of ..." behind it',
    ),
]


@pytest.mark.parametrize(("text", "type_", "subjects"), ROWS)
def test_who_is_meant_by_a_row(
    annotator: Annotator, text: str, type_: str, subjects: tuple[str, ...]
) -> None:
    doc, event = only(annotator, text, type_)
    assert tuple(doc.text[a.start : a.end] for a in event.subjects) == subjects


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param(
            "Ivan Petrov appeared in court. Judge Oleg Sidorov found him guilty on Monday.",
            "Ivan Petrov",
            id="the judge is seldom the one found guilty",
        ),
        pytest.param(
            "Ivan Petrov was held in a prison. The 32-year-old was convicted in May.",
            "Ivan Petrov",
            id="an age picks out the person spoken of",
        ),
        pytest.param(
            "Economist Ivan Petrov wrote to Oleg Sidorov. The economist was convicted in May.",
            "Ivan Petrov",
            id="a role that the text gave somebody",
        ),
        pytest.param(
            "A 35-year-old man was convicted of murder.",
            "man",
            id="an age is no part of the phrase",
        ),
    ],
)
def test_who_is_convicted(annotator: Annotator, text: str, subject: str) -> None:
    doc, event = only(annotator, text, "conviction_or_sentence")
    assert [doc.text[a.start : a.end] for a in event.subjects] == [subject]


def test_the_datelines_place_is_not_the_events(annotator: Annotator) -> None:
    text = "DUBAI (Reuters) - Iran freed two prisoners on Monday."
    doc = annotator.full.make_doc(text)
    doc._.language, doc._.dateline = "en", "DUBAI"
    for _, component in annotator.full.pipeline:
        doc = component(doc)
    [event] = [e for span in doc.spans["events"] for e in span._.event]
    assert event.place is None or doc.text[event.place.start : event.place.end] == "Iran"


def test_a_part_of_a_day_dates_an_event(annotator: Annotator) -> None:
    doc, event = only(
        annotator,
        "On the morning of Monday, March 1, two inmates were beaten in the prison.",
        "torture_or_ill_treatment",
    )
    assert event.date is not None
    assert "March 1" in doc.text[event.date.start : event.date.end]


def test_a_subject_of_another_clause_may_be_whom_he_frees(annotator: Annotator) -> None:
    doc, event = only(
        annotator,
        "Oleg Sidorov died. Ivan Petrov was tried. He was detained in 2016, but a court freed him.",
        "release_or_amnesty",
    )
    assert [doc.text[a.start : a.end] for a in event.subjects] == ["Ivan Petrov"]
