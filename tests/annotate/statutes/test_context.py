"""Penalties and offences: whose they are, over several sentences, lists and acquittals."""

import pytest

from tests.annotate.statutes.conftest import Read

# (text, expected "article: kind min-max unit, ..." of each article with penalties)
PENALTIES = [
    pytest.param(
        "The court found him guilty under Article 361 and cleared him of the charge under Article "
        "424 of the Criminal Code. He was sentenced to four years.",
        {"361": ["imprisonment 4-4 year"], "424": []},
        id="cleared of the second",
    ),
    pytest.param(
        "The judge acquitted her under Articles 130 and 293 but convicted her under Article 342 of "
        "the Criminal Code. She got five years in a colony.",
        {"130": [], "293": [], "342": ["imprisonment 5-5 year"]},
        id="cleared of the first two",
    ),
    pytest.param(
        "He was convicted under Article 369 of the Criminal Code; a charge under Article 368 was "
        "dropped. He was sentenced to two years in prison.",
        {"369": ["imprisonment 2-2 year"], "368": []},
        id="a charge dropped, told behind",
    ),
    pytest.param(
        "Prosecutors dropped the charges under Article 174 and he got one year in prison under"
        " Article 378 of the Criminal Code.",
        {"174": [], "378": ["imprisonment 1-1 year"]},
        id="charges dropped, told before",
    ),
    pytest.param(
        "The court convicted both under Article 117 of the Criminal Code. She received eight years’"
        " imprisonment and three years’ probation, he five years. On 16 August the High Court "
        "upheld her sentence; his was reduced to four years.",
        {
            "117": [
                "imprisonment 8-8 year",
                "restriction 3-3 year",
                "imprisonment 5-5 year",
                "imprisonment 4-4 year",
            ]
        },
        id="three sentences of one article, an ellipsis",
    ),
    pytest.param(
        "He got 84 months for civil rights violations (18 U.S.C. § 242), which can bring up to 10 "
        "years, and 60 months for falsifying records (18 U.S.C. § 1519).",
        {
            "242": ["imprisonment 84-84 month", "imprisonment None-10 year"],
            "1519": ["imprisonment 60-60 month"],
        },
        id="each term for the offence behind it",
    ),
    pytest.param(
        "He was given five years under Article 174 and three years under Article 405 of the "
        "Criminal Code.",
        {"174": ["imprisonment 5-5 year"], "405": ["imprisonment 3-3 year"]},
        id="each term under the article behind it",
    ),
    pytest.param(
        "Section 50(j) of the Counter-Terrorism Law provides for ten years to life.",
        {"50": ["life None-None None", "imprisonment 10-None year"]},
        id="ten years to life",
    ),
    pytest.param(
        "Article 613 of the Criminal Code, which for an official means five to 12 years.",
        {"613": ["imprisonment 5-12 year"]},
        id="what a rule means for somebody",
    ),
    pytest.param(
        "The court sentenced him to six years in prison. The verdict refers to these norms:\n\n"
        "• Paragraph “a” of Article 165 of the Criminal Code;\n• Article 139 of the Criminal Code.",
        {"165": ["imprisonment 6-6 year"], "139": ["imprisonment 6-6 year"]},
        id="the articles of a verdict in a list below it",
    ),
    pytest.param(
        "He got 76 months and 15 days in prison under 18 U.S.C. § 2339B.",
        {"2339B": ["imprisonment 76-76 month"]},
        id="days beside months",
    ),
    pytest.param(
        "He was sentenced to 7 years, 6 months in prison under Article 314 of the Penal Code.",
        {"314": ["imprisonment 7.5-7.5 year"]},
        id="months behind a comma",
    ),
    pytest.param(
        "They are serving three years each under Section 505(a) of the Penal Code.",
        {"505": ["imprisonment 3-3 year"]},
        id="a term that is being served",
    ),
    pytest.param(
        "He was charged under Article 174 of the Criminal Code. In Perm, another man got five "
        "years in prison.",
        {"174": []},
        id="another man's sentence",
    ),
]
OFFENCES = [
    pytest.param(
        "Section 505(a) of the Penal Code makes it a crime to print or spread any ‘rumour, letter "
        "or leaflet’.",
        None,
        id="a clause is no name",
    ),
    pytest.param(
        "Article 99 of the Criminal Code then in force (murder).", "murder", id="then in force"
    ),
    pytest.param(
        "opened a case on the riot under Article 181 of the Criminal Code, hostage-taking, and "
        "other articles",
        "hostage-taking",
        id="the apposition and not what the case is on",
    ),
    pytest.param(
        "He is wanted for illegal border crossing under Article 322 of the Criminal Code.",
        "illegal border crossing",
        id="wanted for",
    ),
    pytest.param(
        "He was jailed for three years under Article 322 of the Criminal Code.",
        None,
        id="a term is no offence",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PENALTIES)
def test_penalties(text: str, expected: dict[str, list[str]], read: Read) -> None:
    found: dict[str, list[str]] = {}
    for reading in read(text):
        told = [f"{p.kind} {p.min}-{p.max} {p.unit}" for p in reading.penalties]
        if reading.article:
            found.setdefault(reading.article, []).extend(told)
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), OFFENCES)
def test_offence(text: str, expected: str | None, read: Read) -> None:
    assert next((r.offence for r in read(text) if r.article), None) == expected
