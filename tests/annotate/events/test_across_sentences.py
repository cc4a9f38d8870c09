"""Events as a whole text tells them: told twice, of several days, of people named before."""

from datetime import date

import pytest
from spacy.tokens import Doc

from custody_records.annotate.pipeline import Annotator


def annotated(annotator: Annotator, text: str) -> Doc:
    doc = annotator.full.make_doc(text)
    doc._.published = date(2021, 3, 15)
    doc._.language = "en"
    for _, component in annotator.full.pipeline:
        doc = component(doc)
    return doc


@pytest.mark.parametrize(
    ("text", "type_", "told"),
    [
        pytest.param(
            "Guards beat Ivan Lukin in colony IK-12 on 4 March.\n\n"
            "The prison service denied the reports.",
            "official_denial",
            [("IK-12", None, ("Ivan Lukin",))],
            id="a denial is about the people and the facility of what it denies",
        ),
        pytest.param(
            "3 March - Mirny. Guards beat two inmates in colony IK-12.\n\n"
            "6 March - Omsk. Ten prisoners of the colony went on hunger strike.",
            "hunger_strike",
            [("IK-12", "2021-03-06", ("prisoners",))],
            id="a day that opens the item of a chronicle",
        ),
        pytest.param(
            "The inmates of colony IK-12 were warned on 2 March, when guards beat two prisoners.",
            "torture_or_ill_treatment",
            [("IK-12", "2021-03-02", ("prisoners",))],
            id="a clause with when says what the day was",
        ),
        pytest.param(
            "An inmate of colony IK-12 died on 4 March.\n\n"
            "Ivan Lukin, 33, died in his cell on 4 March, his sister said.",
            "death_in_custody",
            [("IK-12", "2021-03-04", ("Ivan Lukin",))],
            id="the text names later whom its opening describes",
        ),
        pytest.param(
            "Fourteen inmates died in colony IK-12 on 4 March 2021.\n\nThe governor wept. "
            + "The families of the convicts waited at the gate for news of them all. " * 6
            + "\n\nIn 2019 some 129 inmates died there.",
            "death_in_custody",
            [("IK-12", "2021-03-04", ("inmates",)), ("IK-12", "2019", ("inmates",))],
            id="another number of inmates died another year",
        ),
        pytest.param(
            "Ivan Lukin was found dead in colony IK-12 on 4 March. "
            "The warden said that Lukin had hanged himself.",
            "self_harm_or_suicide",
            [],
            id="a suicide that is told as a death is that death",
        ),
        pytest.param(
            "The mother of Ivan Lukin was refused a visit to colony IK-12 on 4 March and again "
            "on 8 March.",
            "denial_of_access",
            [
                ("IK-12", "2021-03-04", ("mother of Ivan Lukin",)),
                ("IK-12", "2021-03-08", ("mother of Ivan Lukin",)),
            ],
            id="each day of a refused visit is an event of its own",
        ),
        pytest.param(
            "Ivan Lukin died in colony IK-12 on 4 March. An autopsy was performed on 6 March.",
            "investigation_or_inspection",
            [("", "2021-03-06", ("Ivan Lukin",))],
            id="an autopsy without a name is of him who died before",
        ),
        pytest.param(
            "Ten inmates were killed when guards opened fire in colony IK-12 on 4 March.",
            "death_in_custody",
            [("IK-12", "2021-03-04", ("inmates",))],
            id="what happens when something else does is there and then",
        ),
    ],
)
def test_events_across_sentences(
    annotator: Annotator,
    text: str,
    type_: str,
    told: list[tuple[str | None, str | None, tuple[str, ...]]],
) -> None:
    events = [event for event in annotated(annotator, text)._.events if event.type == type_]
    assert sorted((e.facility or "", e.date, e.subjects) for e in events) == sorted(
        (facility or "", day, subjects) for facility, day, subjects in told
    )


@pytest.mark.parametrize(
    ("before", "facility"),
    [
        pytest.param("The unrest in Semey was the worst. ", None, id="the paragraph's town is not"),
        pytest.param("The unrest was the worst. ", "IK-12", id="no other town is spoken of"),
    ],
)
def test_the_facility_of_the_opening_is_not_carried_to_another_town(
    annotator: Annotator, before: str, facility: str | None
) -> None:
    text = (
        "Inmates of colony IK-12 in Rudny rioted on Monday. Colony IK-9 was calm.\n\n"
        f"IK-12 has 900 inmates.\n\nNobody was told why.\n\n{before}Guards beat two prisoners."
    )
    events = annotated(annotator, text)._.events
    assert [e.facility for e in events if e.type == "torture_or_ill_treatment"] == [facility]
