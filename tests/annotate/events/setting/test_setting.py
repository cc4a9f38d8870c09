"""Which facility and place the text ties to an event, and on what basis."""

import pytest

from custody_records.annotate.pipeline import Annotator
from custody_records.contract import Event
from custody_records.run.text import extract


def told(annotator: Annotator, text: str, type_: str) -> list[Event]:
    """Return the record's events of one type."""
    record = extract(text, annotator, published="2021-03-15").record
    return [event for event in record.events or () if event.type == type_]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        pytest.param(
            "Omar Saleh is held in Tora Prison. He wrote of a pilot who was killed in Syria.",
            "death_in_custody",
            id="a relative clause about somebody abroad",
        ),
        pytest.param(
            "Two fires broke out in colony IK-9 in May.\n\nIn jails nationwide 40 inmates died.",
            "death_in_custody",
            id="prisons all over the country",
        ),
        pytest.param(
            "Families gathered at colony IK-9 on Monday. In the capital police beat a student.",
            "torture_or_ill_treatment",
            id="another person in another town",
        ),
        pytest.param(
            "Olga Lis defends a convict of colony IK-9. On Monday strangers beat her sister.",
            "torture_or_ill_treatment",
            id="a relative outside",
        ),
        pytest.param(
            "Colony IK-9 lies in Omsk. Guards beat two inmates in Tomsk on Monday.",
            "torture_or_ill_treatment",
            id="another town",
        ),
        pytest.param(
            "Colony IK-9 lies in Omsk. Guards beat two inmates in another colony on Monday.",
            "torture_or_ill_treatment",
            id="another colony",
        ),
        pytest.param(
            "Ivan Lis, former head of colony IK-9, was detained on Monday.",
            "arrest_or_detention",
            id="a former office",
        ),
        pytest.param(
            "Ivan Lis was taken to colony IK-9 a day after a court had let him go on bail.",
            "release_or_amnesty",
            id="where he was taken afterwards",
        ),
        pytest.param(
            "IK-9 is full. A judge granted bail on Monday to a cook at the colony, Ivan Lis.",
            "release_or_amnesty",
            id="where somebody works who is freed by a court",
        ),
        pytest.param(
            "The judge refused bail to the women on Monday and remanded them to colony IK-9.",
            "release_or_amnesty",
            id="the facility of a later verb",
        ),
        pytest.param(
            "Ivan Lis was held in colony IK-9 for a year, then taken to Omsk on Monday.",
            "transfer",
            id="the facility of the verb before",
        ),
    ],
)
def test_a_facility_is_not_carried_over(annotator: Annotator, text: str, type_: str) -> None:
    assert [event.facility for event in told(annotator, text, type_) if event.facility] == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        pytest.param(
            "On Monday inmates set fire to colony IK-9, and two officers were suspended.",
            "dismissal_or_discipline",
            id="a clause with and goes on",
        ),
        pytest.param(
            "Colony IK-9 is full. On Monday a prison doctor was sacked.",
            "dismissal_or_discipline",
            id="a prison doctor is no other prison",
        ),
        pytest.param(
            "Colony IK-9 is full. The case opened in May 2019, when guards beat two inmates.",
            "torture_or_ill_treatment",
            id="when describes nobody",
        ),
        pytest.param(
            "Colony IK-9 is full. Ivan Lis, who was turned away on Monday, is a lawyer.",
            "denial_of_access",
            id="a visitor who was turned away",
        ),
        pytest.param(
            "Colony IK-9 is full. On Monday guards put three leaders in a punishment cell.",
            "dismissal_or_discipline",
            id="people inside",
        ),
    ],
)
def test_a_facility_is_carried_over(annotator: Annotator, text: str, type_: str) -> None:
    assert [event.facility for event in told(annotator, text, type_)] == ["IK-9"]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        pytest.param("Guards beat two inmates in colony IK-9.", "sentence", id="its own clause"),
        pytest.param("Inmates of colony IK-9 were beaten by guards.", "sentence", id="inmates of"),
        pytest.param(
            "Colony IK-9 lies in Omsk.\n\nOn Monday guards beat two inmates of the colony.",
            "reference",
            id="the colony",
        ),
        pytest.param(
            "Colony IK-9 lies in Omsk. On Monday guards beat two inmates.",
            "paragraph",
            id="the paragraph's facility",
        ),
        pytest.param(
            "Colony IK-9 lies in Omsk.\n\nOn Monday guards beat two inmates.",
            "article",
            id="the only facility of the text",
        ),
    ],
)
def test_the_basis_of_a_facility(annotator: Annotator, text: str, basis: str) -> None:
    [event] = told(annotator, text, "torture_or_ill_treatment")
    assert event.facility == "IK-9"
    assert event.basis is not None
    assert event.basis.facility == basis


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        pytest.param(
            "Guards beat French citizen Paul Morel in his cell.",
            "torture_or_ill_treatment",
            id="a demonym alone",
        ),
        pytest.param(
            "Two guards beat Kenya national Paul Otieno in his cell on Monday.",
            "torture_or_ill_treatment",
            id="a nationality",
        ),
        pytest.param(
            "Relatives of inmates complained to the President of Kenya on Monday.",
            "complaint_or_appeal",
            id="an office",
        ),
    ],
)
def test_a_description_places_nothing(annotator: Annotator, text: str, type_: str) -> None:
    assert [event.place for event in told(annotator, text, type_) if event.place] == []


def test_the_finest_place_of_a_chain_is_taken(annotator: Annotator) -> None:
    text = "Guards beat two inmates in a jail at Granitny, in Akmola region, on Monday."
    [event] = told(annotator, text, "torture_or_ill_treatment")
    assert event.place == "Granitny"


def test_a_new_paragraph_goes_on_about_the_main_facility(annotator: Annotator) -> None:
    text = (
        "Inmates of Penitentiary No. 18 fought in the yard on Sunday.\n\nFour of them had been "
        "brought to Penitentiary No. 18 from Penitentiary No. 3 in the spring.\n\nA guard of the "
        "penitentiary was suspended on Monday.\n"
    )
    dismissed = told(annotator, text, "dismissal_or_discipline")
    assert [event.facility for event in dismissed] == ["No. 18"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        pytest.param(
            "IK-6 holds 1,200 men. A similar riot broke out in 2019 in a colony near Tver.",
            "riot_or_protest",
            id="some colony elsewhere",
        ),
        pytest.param(
            "In another prison, an inmate hanged himself on Monday, the head of IK-6 said.",
            "self_harm_or_suicide",
            id="another prison, of which somebody of this one speaks",
        ),
    ],
)
def test_an_unnamed_jail_is_not_the_one_that_is_named(
    annotator: Annotator, text: str, type_: str
) -> None:
    assert [event.facility for event in told(annotator, text, type_)] in ([None], [])


@pytest.mark.parametrize(
    ("text", "type_", "facility"),
    [
        pytest.param(
            "Oleg Lis was beaten in a police van on the way from colony IK-9 on Monday.",
            "torture_or_ill_treatment",
            None,
            id="nothing befalls anybody in a facility on the way",
        ),
        pytest.param(
            "Oleg Lis died on Monday in a clinic in Omsk, to which he had been moved from IK-9.",
            "death_in_custody",
            "IK-9",
            id="whence he was brought to the clinic",
        ),
        pytest.param(
            "Oleg Lis was moved from SIZO-1 to Prison No. 4. In the remand prison he went on "
            "hunger strike on 3 May.",
            "hunger_strike",
            "SIZO-1",
            id="the remand prison of two",
        ),
        pytest.param(
            "Oleg Lis was beaten at Muru Police Station in May. He was sent to Obo Jail. In the "
            "same jail a thief died on 3 June.",
            "death_in_custody",
            "Obo Jail",
            id="a police station is no jail",
        ),
        pytest.param(
            "A man died in Obo State Prison in May. The prison is full. On 2 June a thief was "
            "beaten by guards in the jail of a neighbouring county.",
            "torture_or_ill_treatment",
            None,
            id="the jail of another county",
        ),
        pytest.param(
            "Oleg Lis spent seven months in colony IK-9. He was released on 14 November.",
            "release_or_amnesty",
            "IK-9",
            id="what is left is where he was",
        ),
        pytest.param(
            "In January 17 women held at colony IK-9 filed a complaint about the searches.",
            "complaint_or_appeal",
            "IK-9",
            id="where those are who complain",
        ),
        pytest.param(
            "Anna Lis was arrested at the visitors' entrance of colony IK-9 on 3 May.",
            "arrest_or_detention",
            "IK-9",
            id="a part of a facility",
        ),
        pytest.param(
            "Oleg Lis has been on hunger strike since 3 May; they moved him to colony IK-9.",
            "hunger_strike",
            None,
            id="behind a semicolon",
        ),
        pytest.param(
            "Oleg Lis was brought in on 3 May from colony IK-9 with a broken jaw.",
            "transfer",
            "IK-9",
            id="whence, if nothing tells whither",
        ),
        pytest.param(
            "Colony IK-9 is full. Eleven inmates of IK-7 were brought there on 3 May.",
            "transfer",
            "IK-9",
            id="where somebody is brought is not where he was",
        ),
        pytest.param(
            "Colony IK-9 is in Omsk.\n\nHis brother was beaten at the police station.",
            "torture_or_ill_treatment",
            None,
            id="a police station is no colony",
        ),
        pytest.param(
            "Colony IK-9 is in Omsk.\n\nThe government adopted a law on the prisons on 3 May.",
            "law_or_policy_change",
            None,
            id="prisons in general",
        ),
        pytest.param(
            "Colony IK-9 is in Omsk. Colony IK-7 is in Mirny.\n\nOleg Lis was moved to Omsk on "
            "3 May from colony IK-7.",
            "transfer",
            "IK-9",
            id="the town of the one facility to which somebody is moved",
        ),
        pytest.param(
            "Oleg Lis was moved on 3 May to Unit 18, a wing of colony IK-9.",
            "transfer",
            "IK-9",
            id="a wing is the facility's",
        ),
        pytest.param(
            "Inmates of colony IK-9 rioted. Twelve of them were flown to colony IK-7 on 3 May.\n\n"
            "Guards have since beaten nine inmates of the prison.",
            "torture_or_ill_treatment",
            "IK-9",
            id="whither some were moved is not what the text is about",
        ),
        pytest.param(
            "Colony IK-9 is in Omsk.\n\nOleg Lis collapsed and died on 3 May at a clinic in Tomsk.",
            "death_in_custody",
            "IK-9",
            id="the town of a hospital is not elsewhere",
        ),
        pytest.param(
            "Five men who attacked Oleg Lis were moved to colony IK-7. IK-9 is full. IK-8 is old."
            "\n\nGuards beat Lis on 3 May.",
            "torture_or_ill_treatment",
            None,
            id="where others than he were moved",
        ),
    ],
)
def test_where_somebody_is_at_the_time(
    annotator: Annotator, text: str, type_: str, facility: str | None
) -> None:
    assert [event.facility for event in told(annotator, text, type_)] == [facility]
