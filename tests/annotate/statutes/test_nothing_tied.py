"""Offences, acts and terms that stand near an article and are not tied to it."""

import pytest

from tests.annotate.statutes.conftest import Read

Told = tuple[str, str | None, tuple[str, ...]]

# (text, (article, offence, penalties "kind min-max unit") of each article)
CASES: list[object] = [
    pytest.param(
        "Two of them face several charges under Article 174 of the Criminal Code.",
        [("174", None, ())],
        id="nothing tied: Two of them face several charges under",
    ),
    pytest.param(
        "He is on trial for various offences under the Penal Code, including Article 86.",
        [("86", None, ())],
        id="nothing tied: He is on trial for various offences",
    ),
    pytest.param(
        "He was arrested for a second time under Article 174 of the Criminal Code.",
        [("174", None, ())],
        id="nothing tied: He was arrested for a second time",
    ),
    pytest.param(
        "A man charged with theft told the court that guards invoked Article 82 of the Penal "
        "Enforcement Code.",
        [("82", None, ())],
        id="nothing tied: A man charged with theft told the",
    ),
    pytest.param(
        "He was cleared of torture under Article 126 of the Criminal Code; his deputy got "
        "four years for theft.",
        [("126", "torture", ())],
        id="before: under (21)",
    ),
    pytest.param(
        "The court acquitted him of murder under Section 302 of the Penal Code. His "
        "cellmate, Ali Khan, was sentenced to ten years in prison.",
        [("302", "murder", ())],
        id="before: under (22)",
    ),
    pytest.param(
        "He was charged with treason. Article 5 of the Constitution guarantees a fair trial.",
        [("5", None, ())],
        id="nothing tied: He was charged with treason. Article 5",
    ),
    pytest.param(
        "His lawyer, who is serving five years for fraud, cited Article 9 of the ICCPR.",
        [("9", None, ())],
        id="nothing tied: His lawyer, who is serving five years",
    ),
    pytest.param(
        "He was detained for three days under Section 151 of the Criminal Procedure Code.",
        [("151", None, ())],
        id="nothing tied: He was detained for three days under",
    ),
    pytest.param(
        "He was jailed for talking to the press, and his lawyer filed a motion under Article "
        "228 of the Criminal Code.",
        [("228", None, ())],
        id="nothing tied: He was jailed for talking to the",
    ),
    pytest.param(
        "He was moved to a punishment cell for an unbuttoned collar. In May a case was "
        "opened under Article 411 of the Criminal Code.",
        [("411", None, ())],
        id="nothing tied: He was moved to a punishment cell",
    ),
    pytest.param(
        "She thanked everyone for coming and asked for release under Article 147 of the "
        "Criminal Code.",
        [("147", None, ())],
        id="nothing tied: She thanked everyone for coming and asked",
    ),
    pytest.param(
        "Prosecutors asked for eight years in prison under Article 275 of the Criminal Code "
        "for treason.",
        [("275", "treason", ())],
        id="behind: of the Criminal Code for",
    ),
    pytest.param(
        "Article 21 guarantees the right to life. Ram was jailed for murder.",
        [("21", None, ())],
        id="nothing tied: Article 21 guarantees the right to life",
    ),
    pytest.param(
        "Guard Petrov, who beat the man, was charged under Article 286 of the Criminal Code. "
        "Guard Ivanov was jailed for five years in a separate case.",
        [("286", None, ())],
        id="nothing tied: Guard Petrov, who beat the man, was",
    ),
    pytest.param(
        "He was convicted under Article 286 of the Criminal Code. His brother was sentenced "
        "to five years for robbery.",
        [("286", None, ())],
        id="nothing tied: He was convicted under Article 286 of",
    ),
    pytest.param(
        "The latter, under Section 5 of the Arms Act, can appeal.",
        [("5", None, ())],
        id="nothing tied: The latter, under Section 5 of the",
    ),
    pytest.param(
        "People like him, under Article 17 of the Law on Amnesty, may be freed early.",
        [("17", None, ())],
        id="nothing tied: People like him, under Article 17 of",
    ),
    pytest.param(
        "Many prisoners, under Article 82 of the Penal Enforcement Code, carry out work "
        "without pay.",
        [("82", None, ())],
        id="nothing tied: Many prisoners, under Article 82 of the",
    ),
    pytest.param(
        "He was held for five days for violating curfew, his lawyer said, citing Section 5 "
        "of the Public Order Act.",
        [("5", None, ())],
        id="nothing tied: He was held for five days for",
    ),
    pytest.param(
        "The court heard his request for parole under Article 79 of the Criminal Code.",
        [("79", None, ())],
        id="nothing tied: The court heard his request for parole",
    ),
    pytest.param(
        "He filed a petition for bail under Section 439 of the CrPC.",
        [("439", None, ())],
        id="nothing tied: He filed a petition for bail under",
    ),
    pytest.param(
        "The lawyer said she would apply for compensation under Article 133 of the Criminal Code.",
        [("133", None, ())],
        id="nothing tied: The lawyer said she would apply for",
    ),
    pytest.param(
        "He was sent to hospital for examination under Article 203 of the Criminal Code.",
        [("203", None, ())],
        id="nothing tied: He was sent to hospital for examination",
    ),
    pytest.param(
        "The deputy called for amendments to Article 113 of the Criminal Code.",
        [("113", None, ())],
        id="nothing tied: The deputy called for amendments to Article",
    ),
    pytest.param(
        "Both were charged under Article 113 and, after paying for their defence, were freed.",
        [("113", None, ())],
        id="nothing tied: Both were charged under Article 113 and",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_nothing_is_tied(text: str, expected: list[Told], read: Read) -> None:
    found = [
        (r.article, r.offence, tuple(f"{p.kind} {p.min}-{p.max} {p.unit}" for p in r.penalties))
        for r in read(text)
        if r.article
    ]
    assert found == expected
