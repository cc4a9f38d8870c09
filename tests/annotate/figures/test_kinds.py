"""What a number counts, by kind, each with its near misses."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

import custody_records.annotate.factories  # noqa: F401 - registers
from custody_records.annotate.pipeline import Annotator
from tests.resolved import resolved

Read = Callable[[str], Doc]
Counted = list[tuple[float, float | None, str]]

KINDS = [
    pytest.param(
        "It was made for 420 women and houses 615.",
        [(420, None, "women"), (615, None, "women")],
        id="a verb behind and is no second noun",
    ),
    pytest.param(
        "It hires 300 nurses and buys two vans.",
        [(300, None, "nurses"), (2, None, "vans")],
        id="... nor one before another number in words",
    ),
    pytest.param(
        "The block, where detainees sleep in shifts, holds 240.",
        [(240, None, "detainees")],
        id="a capacity takes the people of its sentence",
    ),
    pytest.param("Soldiers fired at us, and five were killed.", [], id="no unit from the agent"),
    pytest.param(
        "Soldiers were ambushed, and five were killed.",
        [(5, None, "Soldiers")],
        id="... but from those it befell",
    ),
    pytest.param(
        "Inmates rioted, and five were killed.", [(5, None, "Inmates")], id="who are no officers"
    ),
    pytest.param(
        "Escapes rose to 31 from 24 a year earlier.",
        [(31, None, "Escapes"), (24, None, "Escapes")],
        id="what rose is counted, and compared",
    ),
    pytest.param(
        "Deaths in custody fell from 40 to 25.",
        [(40, None, "Deaths"), (25, None, "Deaths")],
        id="from and to are two numbers and no range",
    ),
    pytest.param(
        "Officials said complaints had risen to 77.",
        [(77, None, "complaints")],
        id="not those who say that it rose",
    ),
    pytest.param("Overcrowding fell to 40 percent.", [], id="a share that fell"),
    pytest.param(
        "There were 900 inmates in 2010. The number fell to 610 in 2014.",
        [(900, None, "inmates"), (610, None, "inmates")],
        id="a number that points to the sentence before",
    ),
    pytest.param(
        "From 15 to 20 thousand people came.", [(15_000, 20_000, "people")], id="one scale for both"
    ),
    pytest.param("21 700 convicts are held.", [(21_700, None, "convicts")], id="thousands apart"),
    pytest.param("The rate is 8.2 per 1,000 inmates.", [], id="base of a rate"),
    pytest.param("There are 7 guards for every 90 inmates.", [], id="both sides of a ratio"),
    pytest.param("Nine of 10 convicts return.", [], id="a share of ten"),
    pytest.param(
        "Nine out of 52 convicts returned.",
        [(9, None, "convicts"), (52, None, "convicts")],
        id="... but some of a counted whole",
    ),
    pytest.param("She is a mother of four and went on.", [], id="somebody's children"),
    pytest.param("In September 12 people", [], id="what may be a day"),
    pytest.param("412 shares", [], id="what a page counts of itself"),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_what_is_counted(read: Read, text: str, expected: Counted) -> None:
    assert [(f.value, f.max, f.unit) for f in resolved(read(text), "figures")] == expected


PREDICATES = [
    pytest.param("Six guards were convicted by a court in Kerem.", "convicted", id="no agent"),
    pytest.param("Six guards were in hospital.", "in hospital", id="no auxiliary"),
    pytest.param("Police detained 28 people in the square.", "detained", id="the verb before"),
    pytest.param(
        "He was kicked by three warders on the stairs.", "kicked", id="whose agent they are"
    ),
    pytest.param("Six guards died after the fire.", "died", id="up to what follows"),
    pytest.param("There are six guards.", None, id="nothing is said"),
]


@pytest.mark.parametrize(("text", "predicate"), PREDICATES)
def test_what_is_said_of_them(read: Read, text: str, predicate: str | None) -> None:
    (figure,) = resolved(read(text), "figures")
    assert figure.predicate == predicate


TIMES = [
    pytest.param("Six guards were convicted in May 2020.", (6, "convicted"), id="no time"),
    pytest.param("Six guards left last week.", (6, "left"), id="no bare time"),
    pytest.param("Deaths: 85 men in 2022.", (85, "in 2022"), id="where nothing else is said"),
    pytest.param("In September 4,120 people were held.", (4120, "held"), id="no day of a month"),
]


@pytest.fixture(scope="module")
def timed() -> Read:
    nlp = spacy.blank("en")
    for name in ("news_sentences", "timex", "figures"):
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_beside_a_time(timed: Read, text: str, expected: tuple[float, str]) -> None:
    (figure,) = resolved(timed(text), "figures")
    assert (figure.value, figure.predicate) == expected


def test_a_number_right_behind_a_day_counts(annotator: Annotator) -> None:
    (doc,) = annotator.full.pipe(["On 22 September 18 men were killed in the prison."])
    assert [(figure.value, figure.unit) for figure in resolved(doc, "figures")] == [(18, "men")]
