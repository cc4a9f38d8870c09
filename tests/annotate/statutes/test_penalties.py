"""Penalties as structure: what a rule provides and what a court imposed, and what is neither."""

import pytest

from tests.annotate.statutes.conftest import Read

IMPRISONMENT = "imprisonment"
CASES: list[tuple[str, list[tuple[object, ...]]]] = [
    pytest.param(
        "Article 146 carries up to seven years in a penal colony.",
        [(IMPRISONMENT, None, 7, "year")],
        id="up to",
    ),
    pytest.param(
        "Article 274 provides for punishment in the form of fines or imprisonment for a term of "
        "one to five years.",
        [("fine", None, None, None), (IMPRISONMENT, 1, 5, "year")],
        id="a choice of kinds",
    ),
    pytest.param(
        "He got 18 months' imprisonment under Article 219.",
        [(IMPRISONMENT, 18, 18, "month")],
        id="months",
    ),
    pytest.param(
        "Under Article 5 he got seven and a half years in jail.",
        [(IMPRISONMENT, 7.5, 7.5, "year")],
        id="a half",
    ),
    pytest.param(
        "Article 5 is punishable by at least ten years in prison.",
        [(IMPRISONMENT, 10, None, "year")],
        id="at least",
    ),
    pytest.param(
        "Article 5 means six months to five years in prison.",
        [(IMPRISONMENT, 6, 60, "month")],
        id="months to years",
    ),
    pytest.param(
        "He was given a two-year term under Article 219.",
        [(IMPRISONMENT, 2, 2, "year")],
        id="an adjective",
    ),
    pytest.param(
        "Under Article 405 he got five years of restricted freedom.",
        [("restriction", 5, 5, "year")],
        id="restricted freedom",
    ),
    pytest.param(
        "Article 5 carries 200 hours of community service.",
        [("community_service", 200, 200, "hour")],
        id="community service",
    ),
    pytest.param(
        "He got 15 days' administrative arrest under Article 488.",
        [("arrest", 15, 15, "day")],
        id="administrative arrest",
    ),
    pytest.param(
        "Article 99 provides for life imprisonment.", [("life", None, None, None)], id="life"
    ),
    pytest.param(
        "He was fined 150,000 rubles under Article 20.2.",
        [("fine", 150000, 150000, "ruble")],
        id="a fine",
    ),
    pytest.param(
        "Under Article 405 he was banned from public activity for five years.",
        [("other", 5, 5, "year")],
        id="a ban",
    ),
    pytest.param(
        "He was charged under Article 221. The court gave him three more years.",
        [(IMPRISONMENT, 3, 3, "year")],
        id="added years",
    ),
    pytest.param(
        "По ст. 282.2 его приговорили к 5 годам лишения свободы.",
        [(IMPRISONMENT, 5, 5, "year")],
        id="Russian",
    ),
    pytest.param(
        "The maximum punishment under Article 189 is ten years.",
        [(IMPRISONMENT, None, 10, "year")],
        id="the maximum",
    ),
    pytest.param(
        "He is serving eleven and a half years in prison under Article 159.",
        [(IMPRISONMENT, 11.5, 11.5, "year")],
        id="is being served",
    ),
    pytest.param(
        "He got two years of “home chemistry” under Article 342.",
        [("restriction", 2, 2, "year")],
        id="a local word for restriction",
    ),
    pytest.param(
        "The fine ran to 20 base units under Article 24.23.",
        [("fine", 20, 20, "base unit")],
        id="base unit",
    ),
    pytest.param(
        "The court gave police three weeks to reply under Section 13 of the Arms Act.",
        [],
        id="a time to reply",
    ),
    pytest.param(
        "A court sentenced six officers to three to four years in prison. They were convicted "
        "under Article 146.",
        [(IMPRISONMENT, 3, 4, "year")],
        id="officers who were sentenced",
    ),
    pytest.param(
        "He spent four years in prison for theft. He was convicted under Article 146.",
        [],
        id="served for something else",
    ),
    pytest.param(
        "The prosecutor asked for nine years in prison under Article 275.", [], id="asked for"
    ),
    pytest.param(
        "He was convicted under Article 259, of which five years he has already served.",
        [],
        id="served already",
    ),
    pytest.param("He spent two months in pre-trial detention under Article 272.", [], id="remand"),
    pytest.param(
        "The case under Article 146 was closed two years later.", [], id="a time that passed"
    ),
    pytest.param(
        "He was held under Article 131 of the Criminal Procedure Code for 48 hours.",
        [],
        id="a time of detention",
    ),
    pytest.param(
        "Article 9 of the ICCPR was broken when he was given five years in prison.",
        [],
        id="a treaty",
    ),
    pytest.param(
        "He was sentenced to five years in prison for theft.", [], id="no article of the crime"
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_penalties(text: str, expected: list[tuple[object, ...]], read: Read) -> None:
    found = [p for reading in read(text) for p in reading.penalties]
    assert [(p.kind, p.min, p.max, p.unit) for p in found] == expected


def test_a_sentence_stands_under_each_of_its_articles(read: Read) -> None:
    found = read("He got six years in prison under Articles 130 and 293 of the Criminal Code.")
    assert [[p.max for p in reading.penalties] for reading in found] == [[6], [6]]


def test_each_item_of_a_list_has_its_own(read: Read) -> None:
    found = read(
        "– Article 339 of the Criminal Code, under which the court may give up to 3 years in "
        "prison;\n– Article 369 of the Criminal Code (insult);\n"
    )
    assert [[p.max for p in reading.penalties] for reading in found] == [[3], []]
