"""Events as the whole annotator reads them: participants, setting, status, refusals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.read import annotated, events, only


@pytest.mark.parametrize(
    ("text", "type_", "subjects", "actors"),
    [
        pytest.param(
            "Guards beat inmates.",
            "torture_or_ill_treatment",
            ["inmates"],
            ["Guards"],
            id="active voice",
        ),
        pytest.param(
            "Two inmates were beaten by guards.",
            "torture_or_ill_treatment",
            ["inmates"],
            ["guards"],
            id="passive voice",
        ),
        pytest.param(
            "The 12 young convicts were arrested.",
            "arrest_or_detention",
            ["young convicts"],
            [],
            id="number and article are not of the phrase",
        ),
        pytest.param(
            "The men, who were sentenced on Monday, smiled.",
            "conviction_or_sentence",
            ["men"],
            [],
            id="the relative clause's subject is the noun before it",
        ),
        pytest.param(
            "Two prisoners and a guard were injured in the colony.",
            "injury_or_illness",
            ["prisoners", "guard"],
            [],
            id="coordination shares the subject, and gives two subjects",
        ),
        pytest.param(
            "Employees of the colony were arrested.",
            "arrest_or_detention",
            ["Employees of the colony"],
            [],
            id='a relational noun keeps its "of"',
        ),
        pytest.param(
            "A delegation of the Human Rights Commission of Nepal visited Nakkhu Jail.",
            "investigation_or_inspection",
            [],
            ["Human Rights Commission of Nepal"],
            id="a delegation is who sends it",
        ),
        pytest.param(
            "A team of doctors visited Nakkhu Jail.",
            "investigation_or_inspection",
            [],
            ["team of doctors"],
            id="nobody named sends it",
        ),
        pytest.param(
            "The warden of colony IK-2, Major Oleg Savchuk, was dismissed on Monday.",
            "dismissal_or_discipline",
            ["Oleg Savchuk"],
            [],
            id="a rank before the name set off",
        ),
        pytest.param(
            "Prisoners went on hunger strike in the colony.",
            "hunger_strike",
            ["Prisoners"],
            [],
            id="control: whom they forced is who strips",
        ),
    ],
)
def test_participants(
    annotator: Annotator, text: str, type_: str, subjects: list[str], actors: list[str]
) -> None:
    _, event = only(annotator, text, type_)
    assert list(event.subjects_printed) == subjects
    assert list(event.actors_printed) == actors


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param(
            "Ivan Petrov is an activist. Judge Anna Karpova sentenced him in May.",
            "Ivan Petrov",
            id="whom a pronoun means: the person before, not the subject of its own clause",
        ),
        pytest.param(
            "Ivan Petrov is an activist. The activist was sentenced in May.",
            "Ivan Petrov",
            id="a role in place of the name",
        ),
    ],
)
def test_whom_a_word_stands_for(annotator: Annotator, text: str, meant: str) -> None:
    _, event = only(annotator, text, "conviction_or_sentence")
    assert list(event.subjects_printed) == [meant]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        pytest.param(
            "The inmates in the colony were not beaten.", "refuse.negation", id="a negation"
        ),
        pytest.param("No inmates were injured in the prison.", "refuse.nobody", id="nobody"),
        pytest.param(
            "If inmates are beaten in the colony, they complain.",
            "refuse.condition",
            id="a condition",
        ),
        pytest.param("Inmates could be beaten in the colony.", "refuse.modal", id="a modal verb"),
        pytest.param(
            "Relatives fear that inmates in the colony will be beaten.", "refuse.fear", id="a fear"
        ),
        pytest.param("Police came to arrest the man.", "refuse.purpose", id="a purpose"),
        pytest.param(
            "The detained activists spoke to a lawyer in Kara Prison.",
            "refuse.standing",
            id="an adjective of who is held already",
        ),
        pytest.param("Inmates in the colonies often riot.", "refuse.habit", id="a habit"),
    ],
)
def test_what_did_not_happen_is_refused_by_the_rule_that_says_why(
    annotator: Annotator, text: str, by: str
) -> None:
    doc = annotated(annotator, text)
    assert by in {d.by for d in doc._.decisions if d.field == "events" and d.outcome == "refused"}


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        pytest.param(
            "A court sentenced the guard to four years.",
            "conviction_or_sentence",
            "reported",
            id="stated",
        ),
        pytest.param(
            "The guard allegedly raped a prisoner.",
            "torture_or_ill_treatment",
            "alleged",
            id="adverb",
        ),
        pytest.param(
            "Relatives claim that a riot broke out in the prison.",
            "riot_or_protest",
            "alleged",
            id="verb of claim",
        ),
        pytest.param(
            "The inmates will be transferred to another colony.",
            "transfer",
            "ordered_or_planned",
            id="future",
        ),
        pytest.param(
            "The judge ordered the transfer of the prisoner to a colony.",
            "transfer",
            "ordered_or_planned",
            id="order",
        ),
        pytest.param(
            "Three officers were found guilty of torturing inmates.",
            "torture_or_ill_treatment",
            "reported",
            id="found guilty of it",
        ),
        pytest.param(
            "The warden rejected claims that guards had beaten inmates in the colony.",
            "torture_or_ill_treatment",
            "denied",
            id="claims of it rejected",
        ),
        pytest.param(
            "The warden was dismissed on Monday and an inmate was beaten by guards.",
            "torture_or_ill_treatment",
            "alleged",
            id="dismissed is another clause's verb",
        ),
        pytest.param(
            "The court rejected the appeal of Ivan Petrov, who had been beaten by guards in IK-6.",
            "torture_or_ill_treatment",
            "reported",
            id="a rejected appeal denies nothing",
        ),
        pytest.param(
            "Warders at Kamiti Prison beat Peter Njoroge on 2 June 2021. He was 40.",
            "torture_or_ill_treatment",
            "reported",
            id="the text's own word where nobody speaks",
        ),
        pytest.param(
            "Warders at Kamiti Prison beat Peter Njoroge on 2 June. They did it twice, he said.",
            "torture_or_ill_treatment",
            "alleged",
            id="somebody speaks in the paragraph",
        ),
        pytest.param(
            "The convict Ivan Petrov was denied parole by a court in Perm.",
            "release_or_amnesty",
            "denied",
            id="a refused release",
        ),
        pytest.param(
            "Investigators refused to open a case over the beating of the prisoner.",
            "criminal_case",
            "denied",
            id="a refused case",
        ),
    ],
)
def test_status(annotator: Annotator, text: str, type_: str, status: str) -> None:
    _, event = only(annotator, text, type_)
    assert event.status == status


def test_officials_who_found_no_signs_of_it_deny_it_once(annotator: Annotator) -> None:
    text = "The prosecutor's office found no signs of beatings on the inmate Ivan Petrov."
    (event,) = annotated(annotator, text)._.events
    assert (event.type, event.status) == ("torture_or_ill_treatment", "denied")


def test_the_day_of_a_statement_is_not_the_day_of_the_event(annotator: Annotator) -> None:
    text = "The ministry said on March 10 that an inmate had died in colony IK-6."
    _, event = only(annotator, text, "death_in_custody")
    assert event.date is None
    text = "The ministry said that an inmate had died in colony IK-6 on March 10."
    doc, event = only(annotator, text, "death_in_custody")
    assert event.date is not None
    assert doc.text[event.date.start : event.date.end] == "March 10"


def test_a_riots_consequences_share_its_facility_and_day(annotator: Annotator) -> None:
    text = "On March 10 a riot broke out in colony IK-6. Two prisoners died and ten were hurt."
    doc, event = only(annotator, text, "death_in_custody")
    assert event.date is not None
    assert event.facility is not None
    assert doc.text[event.date.start : event.date.end] == "March 10"
    assert event.date.basis == "paragraph"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kazakhstan ratified the Convention against Torture.", id="a name, no act"),
        pytest.param("Apple released a new phone.", id="no custody in the text"),
        pytest.param("The company dismissed the claim in May.", id="a claim dismissed"),
        pytest.param("The striker beat the goalkeeper.", id="a game"),
        pytest.param("Senegal beat Egypt as inmates of the jail watched.", id="a team"),
        pytest.param("Rain put an end to the rally in Paris.", id="a rally with no custody near"),
        pytest.param("The bank put pressure on the market.", id="pressure on a thing"),
        pytest.param("Shopkeepers in Agra apprehended trouble.", id="apprehension as fear"),
        pytest.param("The law allows prisoners to be held in isolation.", id="what a law allows"),
        pytest.param("Inmates are often beaten in the prisons of the region.", id="a habit"),
        pytest.param(
            "If convicted of spying, he faces ten years in prison.", id="what somebody faces"
        ),
        pytest.param(
            "The killing of a shopkeeper shocked Lima. " + "It rained. " * 60 + "The jail is old.",
            id="a word of custody far away",
        ),
        pytest.param(
            "a shopkeeper was killed in lima " + "and it rained " * 60 + "near the old jail",
            id="a word of custody far away in text without full stops",
        ),
    ],
)
def test_look_alikes_tell_nothing(annotator: Annotator, text: str) -> None:
    assert [(e.type, e.rule) for e in events(annotated(annotator, text))] == []


_WORDS = st.sampled_from(
    [
        "guards",
        "beat",
        "inmates",
        "who",
        "were",
        "arrested",
        "on",
        "Monday",
        "in",
        "colony",
        "IK-6",
        ",",
        ".",
        "“",
        "”",
        "he",
        "said",
        "that",
        "not",
        "riot",
        "died",
        "hunger",
        "strike",
        "will",
        "be",
        "sentenced",
        "to",
        "by",
        "of",
        "and",
        "\n",
        "-",
        "12",
        "\x00",
        "Ivan",
        "Petrov",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_WORDS, max_size=40))
def test_no_text_breaks_it_and_offsets_are_in_the_text(
    annotator: Annotator, words: list[str]
) -> None:
    doc = annotated(annotator, " ".join(words))
    for event in events(doc):
        assert 0 <= event.start <= event.trigger[0] < event.trigger[1] <= len(doc.text)
        for argument in (*event.subjects, *event.actors, *event.sources):
            assert doc.text[argument.start : argument.end].strip()
