"""The linker: whom it links, what it leaves to the rules, and what it sees."""

from collections.abc import Iterator

import numpy as np
import pytest

from custody_records.annotate.events.linking.component import LinkedEvents
from custody_records.annotate.events.linking.context import Context
from custody_records.annotate.events.linking.features import Features
from custody_records.annotate.events.linking.weights import LinkerWeights, names
from custody_records.annotate.events.weights import Weights
from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.read import annotated, events, only

TOLD = "Ivan Petrov is held in colony IK-6. Oleg Orlov is his lawyer. Guards beat {whom} on Monday."


INFERRED = "Colony IK-6 is in the north. On Monday guards beat two inmates."


def weights(bias: int, **of_features: int) -> LinkerWeights:
    """Return weights of features ("subject_here" is "here" in the role of a subject)."""
    table = np.array(list(of_features.values()), np.int16).reshape(-1, 1)
    known = tuple(name.replace("_", "\t", 1).replace("_", " ") for name in of_features)
    whole = np.array([bias], np.int32)
    return LinkerWeights(Weights(("link",), known, table, whole, whole, table[:0]))


@pytest.fixture
def linker(annotator: Annotator) -> Iterator[LinkedEvents]:
    """The annotator's own linker, whose weights a test may set."""
    held: LinkedEvents = annotator.full.get_pipe("linked_events").component  # type: ignore[attr-defined]
    before = held.weights
    yield held
    held.weights = before


@pytest.mark.parametrize(
    ("whom", "expected"),
    [
        pytest.param("a prisoner", ["Ivan Petrov"], id="a-phrase-gives-way-to-who-is-likely"),
        pytest.param("Oleg Orlov", ["Oleg Orlov"], id="a-name-of-the-clause-stays"),
    ],
)
def test_a_likely_person_is_linked_where_the_rules_find_no_name(
    annotator: Annotator, linker: LinkedEvents, whom: str, expected: list[str]
) -> None:
    linker.weights = weights(-1000, subject_first=9000)
    doc, event = only(annotator, TOLD.format(whom=whom), "torture_or_ill_treatment")
    assert [doc._.entities[s.entity].canonical for s in event.subjects] == expected
    assert list(event.subjects_printed) == expected


def test_an_unlikely_person_is_not_linked(annotator: Annotator, linker: LinkedEvents) -> None:
    linker.weights = weights(-500)
    _, event = only(annotator, TOLD.format(whom="a prisoner"), "torture_or_ill_treatment")
    assert list(event.subjects_printed) == ["prisoner"]


@pytest.mark.parametrize(
    ("text", "bias", "tied"),
    [
        pytest.param(INFERRED, -1000, False, id="an-inferred-facility-that-is-unlikely"),
        pytest.param(INFERRED, 0, True, id="an-inferred-facility-that-is-likely"),
        pytest.param(
            "Guards beat two inmates in colony IK-6.",
            -1000,
            True,
            id="a-facility-that-the-clause-states-is-certain",
        ),
    ],
)
def test_an_unlikely_facility_is_left_out_and_the_log_says_so(
    annotator: Annotator, linker: LinkedEvents, text: str, bias: int, tied: bool
) -> None:
    linker.weights = weights(bias)
    doc, event = only(annotator, text, "torture_or_ill_treatment")
    assert (event.facility is not None) is tied
    assert any((d.by or "").startswith("linker.unlikely: ") for d in doc._.decisions) is not tied


@pytest.mark.parametrize(
    ("text", "role", "likely", "found"),
    [
        pytest.param(
            "The jail was quiet on 4 March 2019. Guards beat two inmates in colony IK-6.",
            "date",
            "last_sentences_2",
            "2019-03-04",
            id="a-day-where-the-rules-find-none",
        ),
        pytest.param(
            "Guards beat Ivan Petrov, who ran for mayor in 2016, in colony IK-6.",
            "date",
            "here",
            None,
            id="no-year-of-a-relative-clause",
        ),
        pytest.param(
            "Guards beat Ivan Petrov, the 1991 laureate, in colony IK-6.",
            "date",
            "here",
            None,
            id="no-year-of-a-description",
        ),
        pytest.param(
            "Guards beat two inmates in IK-6. Police arrested a teacher in the street on Monday.",
            "facility",
            "first",
            None,
            id="no-facility-where-the-rules-find-none",
        ),
    ],
)
def test_the_likeliest_day_is_linked_and_no_facility(
    annotator: Annotator,
    linker: LinkedEvents,
    text: str,
    role: str,
    likely: str,
    found: str | None,
) -> None:
    linker.weights = weights(-500, **{f"{role}_{likely}": 9000})
    doc = annotated(annotator, text)
    argument = getattr(events(doc)[-1], role)
    told = argument and doc._.entities[argument.entity].canonical
    assert told == found


@pytest.mark.parametrize(
    ("whom", "bias", "told"),
    [
        pytest.param("him", -2000, [], id="a-pronoun-s-person-who-is-unlikely"),
        pytest.param("him", -500, ["Ivan Petrov"], id="a-pronoun-s-person-who-is-not-unlikely"),
        pytest.param("a prisoner", -2000, ["prisoner"], id="a-phrase-of-the-sentence-stays"),
        pytest.param("Ivan Petrov", -2000, ["Ivan Petrov"], id="a-name-of-the-sentence-is-certain"),
    ],
)
def test_an_unlikely_subject_is_left_out_and_the_log_says_so(
    annotator: Annotator, linker: LinkedEvents, whom: str, bias: int, told: list[str]
) -> None:
    linker.weights = weights(bias)
    text = f"Ivan Petrov is held in colony IK-6. Guards in IK-6 beat {whom} on Monday."
    doc, event = only(annotator, text, "torture_or_ill_treatment")
    assert list(event.subjects_printed) == told
    assert any((d.by or "").startswith("linker.unlikely: ") for d in doc._.decisions) is not told


def test_whom_another_sentence_names_is_lent(annotator: Annotator) -> None:
    doc = annotated(annotator, "Ivan Petrov is held in IK-6. Guards beat him on Monday.")
    context = Context(doc, events(doc))
    beaten = next(e for e in context.events if e.reading.type == "torture_or_ill_treatment")
    assert beaten.is_lent
    petrov = next(e.id for e in doc._.entities if e.canonical == "Ivan Petrov")
    assert petrov in context.candidates(beaten, "subject")


def test_the_phrase_of_the_rules_is_a_candidate_with_features_of_its_own(
    annotator: Annotator,
) -> None:
    doc = annotated(annotator, TOLD.format(whom="a prisoner"))
    context = Context(doc, events(doc))
    index, event = next(
        (i, e) for i, e in enumerate(context.events) if e.reading.type == "torture_or_ill_treatment"
    )
    assert None in context.candidates(event, "subject")
    found = Features(context, index, "subject").of(None)
    assert {"phrase by phrase phrase", "phrase of 1 words", "phrase, people near"} <= set(found)
    assert "phrase behind a" in found


@pytest.mark.parametrize(
    ("text", "type_", "told"),
    [
        pytest.param(
            "The mother of Ivan Lukin was refused a visit to colony IK-12 on 4 March.",
            "denial_of_access",
            ["mother of Ivan Lukin"],
            id="whose-name-the-phrase-holds",
        ),
        pytest.param(
            "Police arrested two activists in Moscow on Monday, Ivan Petrov said.",
            "arrest_or_detention",
            ["activists"],
            id="who-tells-it",
        ),
        pytest.param(
            "Warder Oleg Lis beat a prisoner in colony IK-12 on 4 March.",
            "torture_or_ill_treatment",
            ["prisoner"],
            id="who-does-it",
        ),
    ],
)
def test_a_phrase_is_somebody_else_than_the_people_beside_it(
    annotator: Annotator, linker: LinkedEvents, text: str, type_: str, told: list[str]
) -> None:
    linker.weights = weights(9000)
    _, event = only(annotator, text, type_)
    assert list(event.subjects_printed) == told


def test_features_say_how_an_entity_stands_to_an_event_mention(annotator: Annotator) -> None:
    doc = annotated(annotator, TOLD.format(whom="a prisoner"))
    context = Context(doc, events(doc))
    index = next(
        i
        for i, event in enumerate(context.events)
        if event.reading.type == "torture_or_ill_treatment"
    )
    petrov = next(e.id for e in doc._.entities if e.canonical == "Ivan Petrov")
    found = Features(context, index, "subject").of(petrov)
    assert {"elsewhere", "earlier paragraphs 1", "earlier sentences 3", "first"} <= set(found)
    assert "rules other behind a" in found


def test_each_feature_is_learned_of_its_role_alone_and_with_the_type() -> None:
    assert list(names("subject", "transfer", ["here"])) == [
        "subject\there",
        "subject\there\ttransfer",
    ]


def test_a_score_is_the_sum_of_what_is_known_over_the_root_of_its_number() -> None:
    scored = weights(-500, subject_here=1000, subject_first=3000, facility_here=9000)
    assert scored.logit("subject", "transfer", ["here", "first", "unknown"]) == pytest.approx(
        4.0 / 2**0.5 - 0.5
    )


def test_the_reasons_are_what_says_most_for_and_against() -> None:
    scored = weights(0, subject_here=333, subject_first=-77, subject_kin=12, subject_age=-9)
    known = ["here", "first", "kin", "age", "unknown"]
    assert scored.reasons("subject", "trial", known) == (
        "for it 'here', 'kin', 'age'; against 'first', 'age', 'kin'"
    )


def test_a_score_is_that_of_the_table_it_was_learned_as() -> None:
    table = np.array([[333], [-77], [12]], np.int16)
    known = ("subject\there", "subject\tkin", "subject\tkin\ttrial")
    bias = np.array([-250], np.int32)
    learned = Weights(("link",), known, table, bias, bias, table[:0])
    seen = ["here", "kin", "unknown"]
    expected = learned.logits([learned.known(names("subject", "trial", seen))])[0, 0]
    assert LinkerWeights(learned).logit("subject", "trial", seen) == pytest.approx(expected)
