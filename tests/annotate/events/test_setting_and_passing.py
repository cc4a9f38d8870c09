"""Events as the whole annotator reads them: whose a day is, what is told in passing."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.read import annotated, events, only


@pytest.mark.parametrize(
    ("text", "type_", "date"),
    [
        pytest.param(
            "The activist was arrested in August 2020 and sentenced to six years.",
            "conviction_or_sentence",
            None,
            id="each of two coordinated legal steps has its own day, a day before both is of both",
        ),
        pytest.param(
            "On March 1 the activist was arrested and sentenced to six years.",
            "conviction_or_sentence",
            "March 1",
            id="each of two coordinated legal steps has its own day, a day before both is of both",
        ),
        pytest.param(
            "A jury on March 1 indicted two guards over the death of an inmate in the jail.",
            "death_in_custody",
            None,
            id="what a legal step is about did not happen on its day",
        ),
        pytest.param(
            "On March 1 the ministry suspended three officers after an inmate was stabbed to death"
            " in the jail.",
            "death_in_custody",
            None,
            id='"After" puts what it governs before the day',
        ),
    ],
)
def test_whose_a_day_is(annotator: Annotator, text: str, type_: str, date: str | None) -> None:
    doc, event = only(annotator, text, type_)
    assert (event.date and doc.text[event.date.start : event.date.end]) == date


def test_two_prisons_have_a_riot_each(annotator: Annotator) -> None:
    text = (
        "A riot began at the Bellavista prison on Monday. On Tuesday inmates rioted in the prison"
        " of colony IK-6."
    )
    doc = annotated(annotator, text)
    first, *_, last = [event for event in events(doc) if event.type == "riot_or_protest"]
    assert first.facility is not None
    assert last.facility is not None
    assert doc.text[first.facility.start : first.facility.end].startswith("Bellavista")
    assert doc.text[last.facility.start : last.facility.end].endswith("IK-6")


def test_a_number_sign_denies_nothing(annotator: Annotator) -> None:
    _, event = only(annotator, "Five prisoners were moved to No 6 penitentiary.", "transfer")
    assert event.rule == "transfer.verb"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "A fellow inmate who has since been freed from IK-6 says that guards beat them.",
            False,
            id="undated, of somebody unnamed",
        ),
        pytest.param(
            "A fellow inmate who was freed from IK-6 in May says that guards beat them.",
            True,
            id="with its day",
        ),
        pytest.param(
            "Ivan Petrov, who has since been freed from IK-6, says that guards beat them.",
            True,
            id="of somebody named",
        ),
    ],
)
def test_an_act_told_in_passing(annotator: Annotator, text: str, told: bool) -> None:
    events = annotated(annotator, text)._.events
    assert any(event.type == "release_or_amnesty" for event in events) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "He died on Monday, a year after he was released from IK-6.", False, id="left"
        ),
        pytest.param("Petrov died at home, two months after leaving IK-6.", False, id="at home"),
        pytest.param("A journalist who wrote about IK-6 died on Monday.", False, id="wrote of it"),
        pytest.param("A shopkeeper was shot dead near IK-6 on Monday.", False, id="beside it"),
        pytest.param("Three officers of IK-6 died in May.", False, id="staff alone"),
        pytest.param(
            "Petrov died in hospital after being beaten in IK-6.", True, id="of what befell"
        ),
        pytest.param(
            "A man serving a life sentence in IK-6 died on Monday.", True, id="serving there"
        ),
    ],
)
def test_who_dies_outside_custody_does_not_die_in_it(
    annotator: Annotator, text: str, told: bool
) -> None:
    events = annotated(annotator, f"IK-6 is a colony in Omsk for convicts. {text}")._.events
    assert any(event.type == "death_in_custody" for event in events) == told
