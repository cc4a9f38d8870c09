"""Who says what: direct and indirect speech, phrases, pronouns, what is not a statement."""

import pytest
from spacy.tokens import Doc

from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.test_events import annotated


def said(doc: Doc) -> list[Attribution]:
    return [reading for span in doc.spans["attributions"] for reading in span._.attribution]


@pytest.mark.parametrize(
    ("text", "source", "force"),
    [
        pytest.param(
            "The lawyer said that guards beat two inmates.",
            "lawyer",
            "says",
            id='a clause with its "that"',
        ),
        pytest.param(
            "Guards beat two inmates, the lawyer said.",
            "lawyer",
            "says",
            id="the speaker behind the clause",
        ),
        pytest.param(
            "Guards beat two inmates, said the lawyer.",
            "lawyer",
            "says",
            id="the verb before its subject",
        ),
        pytest.param(
            "According to relatives, guards beat two inmates.",
            "relatives",
            "says",
            id="according to",
        ),
        pytest.param(
            "The men, relatives of inmates said, were beaten.",
            "relatives of inmates",
            "says",
            id="the speaker between commas",
        ),
        pytest.param(
            "Relatives claim that guards beat two inmates.", "Relatives", "claims", id="a claim"
        ),
        pytest.param(
            "Officials denied that guards beat two inmates.", "Officials", "denies", id="a denial"
        ),
        pytest.param(
            "A video showing a guard beating an inmate was posted.",
            "video",
            "says",
            id="a recording shows",
        ),
        pytest.param(
            "Guards beat two inmates in IK-6, the lawyer Anna Orlova said.",
            "Anna Orlova",
            "says",
            id="a name with its role",
        ),
        pytest.param(
            "Guards beat two inmates on Monday, a former inmate who asked not to be named said.",
            "former inmate",
            "says",
            id="a relative clause of the speaker",
        ),
        pytest.param(
            "Guards beat two men on Monday, the director, Oleg Pak, admitted.",
            "Oleg Pak",
            "says",
            id="a name set off behind its role",
        ),
        pytest.param(
            "Guards beat two men in IK-6, Anna Orlova, spokeswoman for the service, told AFP.",
            "Anna Orlova",
            "says",
            id="a role set off behind its name",
        ),
        pytest.param(
            "A woman who left IK-6 in May said guards beat two men.",
            "woman who left IK-6",
            "says",
            id="a relative clause before the verb",
        ),
        pytest.param(
            "According to papers seen by the experts, guards beat two men.",
            "experts",
            "says",
            id="a participle that says whose view",
        ),
        pytest.param(
            "Relatives demanded to know why guards beat two men.",
            "Relatives",
            "asks",
            id="asked, not said",
        ),
        pytest.param(
            "“Guards beat two men,” said Anna Orlova, a worker there.",
            "Anna Orlova",
            "says",
            id="a role behind the name",
        ),
        pytest.param(
            "Russia insisted that guards beat two men.",
            "Russia",
            "claims",
            id="a state that insists",
        ),
    ],
)
def test_the_source_and_the_force_of_a_statement(
    annotator: Annotator, text: str, source: str, force: str
) -> None:
    doc = annotated(annotator, text)
    beaten = doc.text.index("beat")
    found = [
        (doc.text[a.source.start : a.source.end], a.force)
        for a in said(doc)
        if a.source and a.start <= beaten < a.end
    ]
    assert (source, force) in found


def test_he_said_is_the_speaker_in_force(annotator: Annotator) -> None:
    text = (
        "Ivan Petrov told journalists that guards beat two inmates. "
        "He said that the guards raped one of the inmates."
    )
    doc = annotated(annotator, text)
    assert [doc.text[a.source.start : a.source.end] for a in said(doc) if a.source] == [
        "Ivan Petrov",
        "Ivan Petrov",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Guards beat two inmates.",
        "The jury found the guard guilty of beating inmates.",  # a verdict, no report
    ],
)
def test_what_nobody_says_is_no_statement_on_the_event(annotator: Annotator, text: str) -> None:
    doc = annotated(annotator, text)
    sources = [
        doc.text[s.start : s.end]
        for span in doc.spans["events"]
        for event in span._.event
        if event.type != "torture_or_ill_treatment" or "jury" not in text
        for s in event.sources
    ]
    assert sources == []


def test_decisions_are_in_the_trail(annotator: Annotator) -> None:
    doc = annotated(annotator, "The lawyer said that guards beat two inmates.")
    assert ("source.say", "kept") in {
        (d.rule, d.outcome) for d in doc._.decisions if d.field == "attributions"
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "She accounts to the guards who detained two inmates.",
            id="a word of saying as a verb governs the whole sentence: nothing is said",
        ),
        pytest.param("According to guards who beat two inmates.", id="a phrase and nothing else"),
        pytest.param(
            "Word comes from the guards who beat two inmates.", id="an origin and nothing else"
        ),
    ],
)
def test_a_cue_that_leaves_nothing_said_is_no_attribution(annotator: Annotator, text: str) -> None:
    assert all(a.start < a.end for a in said(annotated(annotator, text)))


def test_all_sentences_are_read_where_asked_for(annotator: Annotator) -> None:
    text = "It rained. The mayor, Ivan Petrov, praised the weather and said that it would last."
    every = annotator.full.create_pipe("attributions", name="every", config={"sentences": "all"})
    doc = annotated(annotator, text)
    found = {a.source_printed for a in said(every(doc)) if a.source}
    assert found == {"Ivan Petrov"}


def test_an_unknown_choice_of_sentences_is_refused(annotator: Annotator) -> None:
    with pytest.raises(ValueError, match="it may be relevant, all"):
        annotator.full.create_pipe("attributions", config={"sentences": "some"})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The court rejected the appeal of Ivan Petrov, who was beaten by guards in IK-6.",
            id="an appeal is rejected, not the beating",
        ),
        pytest.param(
            "The judge dismissed the suit of an inmate who was beaten by guards in the jail.",
            id="a suit is dismissed",
        ),
    ],
)
def test_a_denial_ends_before_a_relative_clause(annotator: Annotator, text: str) -> None:
    doc = annotated(annotator, text)
    beaten = doc.text.index("beaten")
    assert [a for a in said(doc) if a.force == "denies" and a.start <= beaten < a.end] == []


def test_the_word_beside_the_cue_is_told_beside_its_antecedent(annotator: Annotator) -> None:
    doc = annotated(annotator, "Ivan Petrov is a lawyer. Guards beat two inmates, he said.")
    [found] = [a for a in said(doc) if a.source]
    assert doc.text[found.source.start : found.source.end] == "Ivan Petrov"
    assert found.source_at is not None
    assert doc.text[slice(*found.source_at)] == "he"


def test_what_is_told_of_a_source_is_not_told_by_it(annotator: Annotator) -> None:
    text = (
        "Inmates were beaten in IK-6 on Friday, according to Zaw Lin, a former prisoner who was "
        "released from IK-6 in the amnesty of January 4."
    )
    sources = {event.type: event.sources for event in annotated(annotator, text)._.events}
    assert sources["torture_or_ill_treatment"] == ("Zaw Lin",)
    assert sources["release_or_amnesty"] == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Ivan Orlov died in a hospital to which he was brought too late, as his friends in "
            "IK-6 believe.",
            id="a comment on a relative clause",
        ),
        pytest.param(
            "A source believes that they were taken to IK-6, where Ivan Orlov died in October.",
            id="what is known of a place",
        ),
        pytest.param(
            "After Ivan Orlov died in IK-6 on Monday, the lawyer wrote to the prosecutor.",
            id="what the narrator tells before what somebody writes",
        ),
        pytest.param(
            "Ivan Orlov died in IK-6 on Monday. Two men may lose their sight, doctors say.",
            id="a sentence that says something of its own",
        ),
    ],
)
def test_who_speaks_of_something_else_is_no_source(annotator: Annotator, text: str) -> None:
    deaths = [e for e in annotated(annotator, text)._.events if e.type == "death_in_custody"]
    assert [event.sources for event in deaths] == [()]


def test_a_speaker_is_called_as_before(annotator: Annotator) -> None:
    text = (
        "Guards beat two men in IK-6, local activists said. A third man was beaten in IK-6 on "
        "Monday, the activists said."
    )
    sources = {name for event in annotated(annotator, text)._.events for name in event.sources}
    assert sources == {"local activists"}


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        pytest.param(
            "Two inmates died in IK-6, according to the ministry, the prosecutor's office and "
            "Human Rights Watch.",
            ("ministry", "prosecutor's office", "Human Rights Watch"),
            id="a list of bodies",
        ),
        pytest.param(
            "Amnesty International said that inmates were starved in IK-6. The report adds that "
            "two inmates died in IK-6 on Monday.",
            ("Amnesty International",),
            id="the report of the last speaker",
        ),
    ],
)
def test_all_who_say_it_are_sources(
    annotator: Annotator, text: str, sources: tuple[str, ...]
) -> None:
    deaths = [e for e in annotated(annotator, text)._.events if e.type == "death_in_custody"]
    assert [event.sources for event in deaths] == [sources]
