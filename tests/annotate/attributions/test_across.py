"""Who says so where the sentence itself does not tell: quotations, lists, afterwards, accounts."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.test_events import annotated, events


def sources(annotator: Annotator, text: str, trigger: str) -> list[str]:
    """Return the sources of the events told by a word of the text."""
    doc = annotated(annotator, text)
    at = text.index(trigger)
    found = [e for e in events(doc) if e.trigger[0] <= at < e.trigger[1]]
    assert found, [(e.type, text[slice(*e.trigger)]) for e in events(doc)]
    return list(dict.fromkeys(text[s.start : s.end] for e in found for s in e.sources))


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param(
            "“The guards beat Ivan Petrov in the cell. Then they left,” the lawyer said.",
            "beat",
            ["lawyer"],
            id="a quotation of several sentences, whose speaker comes last",
        ),
        pytest.param(
            "“We waited at the prison,” the mother said. “The guards beat my son there.”",
            "beat",
            ["mother"],
            id="the speaker stands before the second half of a quotation",
        ),
        pytest.param(
            "“We live in cold cells in the prison.\n\n“Guards beat two inmates,” the man said.",
            "beat",
            ["man"],
            id="a quotation that goes on in the next paragraph",
        ),
        pytest.param(
            "“The cells are cold,” the lawyer said on Monday.\n\nGuards beat two inmates.",
            "beat",
            [],
            id="what is outside of the marks is not his",
        ),
        pytest.param(
            "Two prisoners escaped from the colony. The press service of the ministry reported.",
            "escaped",
            ["press service of the ministry"],
            id="the next sentence says only who said so",
        ),
        pytest.param(
            "Two prisoners escaped from the colony. This was reported by relatives of inmates.",
            "escaped",
            ["relatives of inmates"],
            id="the next sentence names in the passive who said so",
        ),
        pytest.param(
            "A committee in Dale was told on Monday that guards beat two inmates in the colony.",
            "beat",
            [],
            id="what somebody is told is not his word",
        ),
        pytest.param(
            "An inquest in Dale was told on Monday that guards beat two inmates in the colony.",
            "beat",
            ["inquest"],
            id="what an inquest is told is told there",
        ),
        pytest.param(
            "Anna Orlova, the inmate's mother, came. His mother said that guards beat two inmates "
            "in the colony.",
            "beat",
            ["Anna Orlova"],
            id="his mother, who is named before",
        ),
        pytest.param(
            "The news agency Zarnitsa says that guards beat two inmates in the colony.",
            "beat",
            ["Zarnitsa"],
            id="an unknown name behind an agency",
        ),
        pytest.param(
            "The agency says, quoting a doctor, that guards beat two inmates in the colony.",
            "beat",
            ["agency", "doctor"],
            id="whom a medium cites in passing",
        ),
        pytest.param(
            "Two prisoners escaped from the colony. Relatives of inmates said the food was bad.",
            "escaped",
            [],
            id="a sentence that says something else is no such tail",
        ),
        pytest.param(
            "Human rights activists list the following cases:\n\n"
            "• Ivan Petrov was beaten by guards in the colony.\n\n"
            "• Oleg Sidorov was sentenced to five years in prison.",
            "sentenced",
            ["Human rights activists"],
            id="a list that somebody opens",
        ),
        pytest.param(
            "The lawyer said that guards came to the cell. They beat the inmate with sticks.",
            "beat",
            ["lawyer"],
            id="what a witness tells goes on in the next sentence",
        ),
        pytest.param(
            "The warden said that the gate was locked. In the colony, inmates were hurt in May.",
            "hurt",
            [],
            id="what no side accuses others of is the text's own",
        ),
        pytest.param(
            "Two inmates died in the colony in May. The prison department does not comment.",
            "died",
            [],
            id="who says nothing is no source",
        ),
        pytest.param(
            "Relatives complained that guards beat two inmates, citing Article 12 of the Code.",
            "beat",
            ["Relatives"],
            id="an article of law says nothing",
        ),
        pytest.param(
            "The prison department did not explain why guards beat two inmates in the colony.",
            "beat",
            [],
            id="what somebody does not say is not his word",
        ),
        pytest.param(
            "The cell was cold, his counsel, Oleg Lee, said. The lawyer said guards beat a man.",
            "beat",
            ["Oleg Lee"],
            id="another word for the same office",
        ),
        pytest.param(
            "His mother alleged that guards beat him in the jail. Anna Petrova, the mother, wept.",
            "beat",
            ["Anna Petrova"],
            id="the one mother of the text, named afterwards",
        ),
        pytest.param(
            "A mother alleged that guards beat him in the colony. Anna Petrova, the mother, wept.",
            "beat",
            ["mother"],
            id="a mother is any",
        ),
        pytest.param(
            "The lawyer called for an inquiry after guards beat two inmates in the colony.",
            "beat",
            [],
            id="who calls for something does not say why",
        ),
        pytest.param(
            "The inspectors cited the colony after guards beat Ivan Petrov with batons there.",
            "beat",
            [],
            id="who cites a prison for something quotes nobody",
        ),
        pytest.param(
            "Guards held two inmates who, relatives say, were beaten in the colony. It is old.",
            "beaten",
            ["relatives"],
            id="a comment within a relative clause",
        ),
        pytest.param(
            "Two inmates died in the colony of a fire which, relatives say, was no accident.",
            "died",
            [],
            id="a comment within a relative clause says no more than it",
        ),
        pytest.param(
            "The lawyer wrote to the warden on Monday; guards beat two inmates in the colony.",
            "beat",
            [],
            id="behind a semicolon the text itself goes on",
        ),
        pytest.param(
            "ALMATY, Kazakhstan -- Relatives of inmates say guards beat two inmates in the colony.",
            "beat",
            ["Relatives of inmates"],
            id="behind a dateline",
        ),
        pytest.param(
            "Two inmates died in the colony. The State Penitentiary Service speaks of a fire.",
            "died",
            [],
            id="a word of saying within a name is none",
        ),
        pytest.param(
            "The lawyer said that the cell was cold. Ivan Petrov was sentenced to five years.",
            "sentenced",
            [],
            id="a court's act is no part of the account",
        ),
        pytest.param(
            "The lawyer said that the cell was cold. On May 5, 2020, guards beat two inmates.",
            "beat",
            [],
            id="another day is another event",
        ),
    ],
)
def test_sources_over_sentences(
    annotator: Annotator, text: str, trigger: str, expected: list[str]
) -> None:
    assert sources(annotator, text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Interior Ministry opened the prison. "
            "The ministry said that guards beat an inmate.",
            ["Interior Ministry"],
            id="a body named before",
        ),
        pytest.param(
            "Human Rights Watch wrote to the Interior Ministry. "
            "The group said that guards beat an inmate.",
            ["Human Rights Watch"],
            id='"the group" is none of the state\'s bodies',
        ),
        pytest.param(
            "The lawyer Ivan Petrov visited Oleg Sidorov. "
            "The lawyer said that guards beat an inmate.",
            ["Ivan Petrov"],
            id="the one of whom the text says the role, not the one named last",
        ),
        pytest.param(
            "A spokesman for the Interior Ministry said that guards beat an inmate.",
            ["Interior Ministry"],
            id="an unnamed spokesman speaks for a named body",
        ),
        pytest.param(
            "Guards beat an inmate, the Interior Ministry reported, citing a doctor.",
            ["Interior Ministry", "doctor"],
            id="who is cited, and who cites",
        ),
        pytest.param(
            "A report by the Interior Ministry said that guards beat an inmate.",
            ["Interior Ministry"],
            id="whose report it is",
        ),
        pytest.param(
            "A source in the police said that guards beat an inmate.",
            ["source in the police"],
            id="the place of a source in a body belongs to the phrase",
        ),
        pytest.param(
            "The deputy minister Felix Ulloa said that the prison was calm.\n\n"
            "Ivan Petrov was released in May. “The guards beat an inmate,” he said.",
            ["Ivan Petrov"],
            id="who is named in this paragraph, not who spoke in an earlier one",
        ),
        pytest.param(
            "Lawyers and relatives report that guards beat an inmate.",
            ["Lawyers", "relatives"],
            id="the tagger may take the verb for a noun",
        ),
    ],
)
def test_the_name_of_the_source(annotator: Annotator, text: str, expected: list[str]) -> None:
    assert sorted(sources(annotator, text, "beat")) == sorted(expected)


def test_what_is_known_is_no_word_of_the_speaker(annotator: Annotator) -> None:
    # The border service speaks of its men, not of the riot.
    text = (
        "A riot broke out in the colony LA-155/8. "
        "The border service said that its men had been more vigilant after the riot."
    )
    doc = annotated(annotator, text)
    riots = [e for e in events(doc) if e.type == "riot_or_protest"]
    assert riots
    assert [s for e in riots for s in e.sources] == []
