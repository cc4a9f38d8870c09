"""Whom pronouns, rows and possessives stand for, as participants of events."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.setting.test_setting import told


@pytest.mark.parametrize(
    ("text", "type_", "subjects"),
    [
        pytest.param(
            "Guards beat three convicts in the jail. One of them died in his cell.",
            "death_in_custody",
            ["convicts"],
            id="one of the beaten, not of the guards",
        ),
        pytest.param(
            "The wardens ordered the prisoners out. They beat them for an hour.",
            "torture_or_ill_treatment",
            ["prisoners"],
            id="they beat them: others than they",
        ),
        pytest.param(
            "Police detained the editors Anna Kask, Olga Lis and two reporters on Monday.",
            "arrest_or_detention",
            ["Anna Kask", "Olga Lis"],
            id="a row that others without names close",
        ),
        pytest.param(
            "The court sentenced four residents Ivan Lis, Petr Kask, Oleg Darau and Viktar Kats.",
            "conviction_or_sentence",
            ["Ivan Lis", "Petr Kask", "Oleg Darau", "Viktar Kats"],
            id="a row right behind its noun",
        ),
        pytest.param(
            "Maria Lis came to court with Ivan Kask. Police detained him on Monday.",
            "arrest_or_detention",
            ["Ivan Kask"],
            id="a given name tells the sex",
        ),
    ],
)
def test_subjects(annotator: Annotator, text: str, type_: str, subjects: list[str]) -> None:
    found = [name for event in told(annotator, text, type_) for name in event.subjects]
    assert set(subjects) <= set(found)
    assert {"Guards", "wardens", "Maria Lis"}.isdisjoint(found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("His father was told of his death in the prison.", id="who was told"),
        pytest.param("His father learned of his death in the prison.", id="who learned"),
        pytest.param("Her aunt said that she was informed of her death in jail.", id="who said"),
    ],
)
def test_who_is_told_of_a_death_does_not_die(annotator: Annotator, text: str) -> None:
    found = [name for e in told(annotator, text, "death_in_custody") for name in e.subjects]
    assert {"His father", "Her aunt"}.isdisjoint(found)


@pytest.mark.parametrize(
    ("text", "type_", "subjects"),
    [
        pytest.param(
            "Ivan Petrov is a prisoner of IK-6. On 2 May guards held his head in a bucket there.",
            "torture_or_ill_treatment",
            ["Ivan Petrov"],
            id="who has a part of the body",
        ),
        pytest.param(
            "A fellow prisoner in IK-6, the painter Min Htut, died on 2 May.",
            "death_in_custody",
            ["Min Htut"],
            id="a noun whose name follows between commas",
        ),
        pytest.param(
            "A prisoner, according to Anna Orlova, died in IK-6 on 2 May.",
            "death_in_custody",
            ["prisoner"],
            id="a source between commas is no such name",
        ),
        pytest.param(
            "At least 21 convicts and two guards were killed in IK-3 on 7 November.",
            "death_in_custody",
            ["convicts"],
            id="staff beside those who are held",
        ),
        pytest.param(
            "Three prisoners, including Pavel Orlov, went on hunger strike in IK-6 on Monday.",
            "hunger_strike",
            ["prisoners", "Pavel Orlov"],
            id="some of them by name",
        ),
        pytest.param(
            "Hovik Petrosyan, a lifer in the Armavir prison who has been refusing food since May "
            "5, was taken to hospital.",
            "hunger_strike",
            ["Hovik Petrosyan"],
            id="a relative clause behind the prison is about the prisoner",
        ),
        pytest.param(
            "Relatives of Pavel Orlov, who died in IK-6 on Monday, demanded an inquiry.",
            "death_in_custody",
            ["Pavel Orlov"],
            id="a relative clause behind a name is about the named",
        ),
        pytest.param(
            "Pavel Orlov has been in a punishment cell of IK-6 since Monday.",
            "dismissal_or_discipline",
            ["Pavel Orlov"],
            id="who is in a punishment cell does nothing there",
        ),
        pytest.param(
            "Pavel Orlov was arrested in May, along with Oleg Kim, Juma Asanov and three others. "
            "On 2 October the six were taken to the Dale prison.",
            "transfer",
            ["Pavel Orlov", "Oleg Kim", "Juma Asanov"],
            id="a number for a row and those whom it counts",
        ),
        pytest.param(
            "The former governor of the prison, Colonel Pavel Orlov, and the head of its security "
            "department, Major Oleg Kim, were found guilty of negligence on May 3.",
            "conviction_or_sentence",
            ["Pavel Orlov", "Oleg Kim"],
            id="roles with their of-phrases between the names of a row",
        ),
        pytest.param(
            "The court sentenced Pavel Orlov to five years in prison, Oleg Kim to four and Juma "
            "Asanov to three.",
            "conviction_or_sentence",
            ["Pavel Orlov", "Oleg Kim", "Juma Asanov"],
            id="terms without the verb",
        ),
        pytest.param(
            "Deputies caught a man who had slipped his cuffs in the jail. Pavel Orlov, 22, sat "
            "under a tarp.",
            "arrest_or_detention",
            ["Pavel Orlov"],
            id="whom the next sentence names with his age",
        ),
        pytest.param(
            "The day was quiet in IK-6. Nobody came. The rain fell. One of the inmates died "
            "on Monday. Pavel Orlov, 28, had been ill.",
            "death_in_custody",
            ["Pavel Orlov"],
            id="one of several, whom the next sentence names with his age",
        ),
        pytest.param(
            "Guards shot one prisoner dead in IK-6 on Monday. The dead man was named as "
            "Pavel Orlov.",
            "death_in_custody",
            ["Pavel Orlov"],
            id="whom a sentence identifies",
        ),
        pytest.param(
            "The doctors saw Pavel Orlov in IK-6. The 58-year-old sculptor, who has lost weight, "
            "was sentenced in May to nine years in prison.",
            "conviction_or_sentence",
            ["Pavel Orlov"],
            id="a noun with an age, of whom a clause tells more",
        ),
        pytest.param(
            "A guard beat an inmate in IK-6 on Monday. Pavel Orlov, 45, has left the town.",
            "torture_or_ill_treatment",
            ["inmate"],
            id="a name with an age behind two people is neither's",
        ),
        pytest.param(
            "A cook, Pavel Orlov, was on Monday remanded in custody by a court in Dale.",
            "arrest_or_detention",
            ["Pavel Orlov"],
            id="the subject that the parser hangs on the auxiliary",
        ),
        pytest.param(
            "Pavel Orlov was on May 3 ordered detained at a police station in Dale.",
            "arrest_or_detention",
            ["Pavel Orlov"],
            id="ordered detained",
        ),
        pytest.param(
            "Pavel Orlov, whose sentence the Supreme Court upheld on Sunday, is in IK-6.",
            "conviction_or_sentence",
            ["Pavel Orlov"],
            id="whose sentence is told of",
        ),
        pytest.param(
            "Relatives of Pavel Orlov, a lawyer from Omsk who was handed 16 years in prison in "
            "May, wrote to the court.",
            "conviction_or_sentence",
            ["Pavel Orlov"],
            id="a clause behind the town from which somebody is",
        ),
        pytest.param(
            "The prison's deputy governor was arrested in Dale on May 3.",
            "arrest_or_detention",
            ["deputy governor"],
            id="an office without the house",
        ),
        pytest.param(
            "On May 3 Pavel Orlov was detained in Dale together with his wife.",
            "arrest_or_detention",
            ["Pavel Orlov", "wife"],
            id="in whose company",
        ),
        pytest.param(
            "Anna Asanova, whose son Ivan Kim is in the Dale prison, came on Monday. Policemen had "
            "tied him to a bench and beaten him.",
            "torture_or_ill_treatment",
            ["Ivan Kim"],
            id="the one whose sex the text tells; a pronoun may be the one before it",
        ),
        pytest.param(
            "At the Dale prison, outside Florence, Pavel Orlov, who was 22 and had five months "
            "left, hanged himself on 4 July.",
            "self_harm_or_suicide",
            ["Pavel Orlov"],
            id="the only person named before a verb whose subject the parser lost",
        ),
        pytest.param(
            "Guards beat Pavel Orlov and Oleg Kim in IK-6. The prison service denied the "
            "allegation in a letter.",
            "official_denial",
            ["Pavel Orlov", "Oleg Kim"],
            id="a denial is about those of whom it was told",
        ),
        pytest.param(
            "Eleven prisoners died in IK-6 on Monday, among them Pavel Orlov, 40, and Oleg Kim.",
            "death_in_custody",
            ["prisoners", "Pavel Orlov", "Oleg Kim"],
            id="some of them by name at the end",
        ),
        pytest.param(
            "Pavel Orlov and his brother Oleg Orlov were arrested in May. The brothers were "
            "sentenced to six years in prison.",
            "conviction_or_sentence",
            ["Pavel Orlov", "Oleg Orlov"],
            id="a word of kin for a row",
        ),
        pytest.param(
            "Anna Orlova is the widow of Pavel Orlov, who died in IK-6 on Monday. She filed a suit "
            "against the prison in court last year.",
            "complaint_or_appeal",
            ["Pavel Orlov"],
            id="a complaint of kin is about whom they lost",
        ),
        pytest.param(
            "A former clerk was arrested in Dale on Monday.\n\nPavel Orlov, 40, sold maps.",
            "arrest_or_detention",
            ["Pavel Orlov"],
            id="whom an opening describes is named next",
        ),
        pytest.param(
            "A former clerk was arrested in Dale on Monday.\n\nThe spokesman, Pavel Orlov, came.",
            "arrest_or_detention",
            ["former clerk"],
            id="a spokesman is somebody else",
        ),
        pytest.param(
            "A 24-year-old clerk was arrested in Dale on Monday. Anna Kim, 60, wept, and so did "
            "the judge, Oleg Kim. Pavel Orlov, 24, sold maps.",
            "arrest_or_detention",
            ["Pavel Orlov"],
            id="whom an age describes has that age",
        ),
        pytest.param(
            "A woman of 29, whom I shall call Anna, was arrested in Dale on Monday.",
            "arrest_or_detention",
            ["Anna"],
            id="a clause that gives a name",
        ),
        pytest.param(
            "According to a man who left IK-6, Pavel Orlov wept. He was arrested on Monday.",
            "arrest_or_detention",
            ["Pavel Orlov"],
            id="who only tells it is not meant",
        ),
        pytest.param(
            "Two convicts fled from IK-6 on Monday.\n\nPavel Orlov, 40, and Oleg Kim, 31, "
            "were seen in Dale.",
            "escape",
            ["Pavel Orlov", "Oleg Kim"],
            id="as many as an opening counts are named next",
        ),
        pytest.param(
            "Two convicts fled from IK-6 on Monday.\n\nPavel Orlov, 40, was last seen in Dale.",
            "escape",
            ["convicts"],
            id="fewer than it counts are not they",
        ),
        pytest.param(
            "Pavel Orlov went to court in May. Oleg Kim came, too. The pair were sentenced to six "
            "years in prison.",
            "conviction_or_sentence",
            ["Pavel Orlov", "Oleg Kim"],
            id="a pair of people named apart",
        ),
        pytest.param(
            "Pavel Orlov and Oleg Kim fled. The latter was arrested in Dale on Monday.",
            "arrest_or_detention",
            ["Oleg Kim"],
            id="the latter",
        ),
        pytest.param(
            "Anna Orlova wrote about her son, 23-year-old Pavel Orlov. Guards beat him in IK-6.",
            "torture_or_ill_treatment",
            ["Pavel Orlov"],
            id="kin with a name",
        ),
        pytest.param(
            "Pavel Orlov spoke. A 14-year-old was beaten by guards in IK-6.",
            "torture_or_ill_treatment",
            ["14-year-old"],
            id="somebody of an age who was not spoken of",
        ),
        pytest.param(
            "The court imposed a term of two years on Tuesday on Pavel Orlov.",
            "conviction_or_sentence",
            ["Pavel Orlov"],
            id="behind a day with the same preposition",
        ),
        pytest.param(
            "Relatives of 70 inmates say that guards took them from IK-6 to IK-8 on Monday.",
            "transfer",
            ["inmates"],
            id="who is taken away is seldom a relative of theirs",
        ),
        pytest.param(
            "Pavel Orlov, dressed as a priest, fled in May. He was arrested in Dale on Monday.",
            "arrest_or_detention",
            ["Pavel Orlov"],
            id="as what somebody comes is nobody else",
        ),
        pytest.param(
            "Police arrested a pilot in Dale on Monday.",
            "arrest_or_detention",
            ["pilot"],
            id="a noun that is a person's behind an article",
        ),
        pytest.param(
            "Pavel Orlov died in IK-6. The warden denied that the tower of IK-6 was empty.",
            "official_denial",
            [],
            id="a denial of something else is about nobody named before",
        ),
    ],
)
def test_subjects_are_these_alone(
    annotator: Annotator, text: str, type_: str, subjects: list[str]
) -> None:
    assert [list(event.subjects) for event in told(annotator, text, type_)] == [subjects]


def test_who_is_charged_with_a_beating_beat(annotator: Annotator) -> None:
    text = (
        "Prosecutors have charged two guards, Oleg Kim and Juma Asanov, with beating Pavel Orlov "
        "in IK-6 on Monday."
    )
    beaten = told(annotator, text, "torture_or_ill_treatment")
    assert [event.actors for event in beaten] == [["Oleg Kim", "Juma Asanov"]]
