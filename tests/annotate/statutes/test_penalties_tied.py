"""Penalties over clauses, sentences and paragraphs: whose they are."""

import pytest

from tests.annotate.statutes.conftest import Read

Told = tuple[str, str | None, tuple[str, ...]]

# (text, (article, offence, penalties "kind min-max unit") of each article)
CASES: list[object] = [
    pytest.param(
        "A jury convicted him of murder under Section 8 of the Penal Code and of theft under "
        "Section 9 of the Penal Code. He faces up to life in prison on the first count and up to "
        "five years on the second.",
        [("8", "murder", ("life None-None None",)), ("9", "theft", ("imprisonment None-5 year",))],
        id="of two counts, by their place",
    ),
    pytest.param(
        "The court found two officers guilty of torture (Article 146 of the Criminal Code). "
        "Serik Abenov was given five years in prison, Timur Lee four.",
        [("146", "torture", ("imprisonment 5-5 year", "imprisonment 4-4 year"))],
        id="the unit is left out for the second",
    ),
    pytest.param(
        "A prison officer who carried phones past the gates has been jailed for three years.\n\n"
        "Kerry Dunmore, 29, wept.\n\nThe mother-of-two had pleaded guilty in August to theft, "
        "contrary to section 9 of the Theft Act 1968.",
        [("9", "theft", ("imprisonment 3-3 year",))],
        id="a lead that leaves out the name",
    ),
    pytest.param(
        "Three judges quashed the death sentence of a man convicted in 2009 of robbery contrary to "
        "Section 296 of the Penal Code.",
        [("296", "robbery", ())],
        id="nothing tied: a sentence that was quashed",
    ),
    pytest.param(
        "Article 53 of the Penal Code gives prisoners one visit a month.",
        [("53", None, ())],
        id="nothing tied: a rate",
    ),
    pytest.param(
        "He is charged under Sections 111 and 113 of the Penal Code and Section 2 of the Terrorism "
        "Act 2000, which carries the death penalty.",
        [("111", None, ()), ("113", None, ()), ("2", None, ("death None-None None",))],
        id="a relative clause tells of the last",
    ),
    pytest.param(
        "The court found two officers guilty of torture (Article 146 of the Criminal Code). "
        "Serik Abenov was given five years in prison. Timur Lee got four years.",
        [("146", "torture", ("imprisonment 5-5 year", "imprisonment 4-4 year"))],
        id="after a verdict: one by one",
    ),
    pytest.param(
        "Two officers are investigated for torture (Article 146 of the Criminal Code). Serik "
        "Abenov was given five years in prison.",
        [("146", "torture", ())],
        id="nothing tied: no verdict before",
    ),
    pytest.param(
        "A Federal High Court sitting in Abuja has sentenced a former clerk, Inspector Musa "
        "Bello, to five years' imprisonment over an escape.\n\nThe judge held that Bello "
        "took money from a family. He was convicted under Section 29 of the Prison Service "
        "Act 2011 and Section 98 of the Criminal Code, the latter for official corruption. "
        "The terms are to run concurrently.",
        [
            ("29", None, ("imprisonment 5-5 year",)),
            ("98", "official corruption", ("imprisonment 5-5 year",)),
        ],
        id="nothing tied: A Federal High Court sitting in Abuja",
    ),
    pytest.param(
        "A court in Dakar has sentenced Modou Fall to three years in prison. In another "
        "case, Awa Diop was freed. She was convicted under Article 80 of the Penal Code.",
        [("80", None, ())],
        id="nothing tied: A court in Dakar has sentenced Modou",
    ),
    pytest.param(
        "The court jailed Ivan Belov for seven years and Petr Orlov for three years. Belov "
        "admitted it. He was convicted under Article 80 of the Penal Code.",
        [("80", None, ())],
        id="nothing tied: The court jailed Ivan Belov for seven",
    ),
    pytest.param(
        "He was sentenced to ten years' rigorous imprisonment under Section 307 of the IPC "
        "and fined Rs 10,000.",
        [("307", None, ("imprisonment 10-10 year", "fine 10000-10000 rupee"))],
        id="nothing tied: He was sentenced to ten years' rigorous",
    ),
    pytest.param(
        "The court fined her N200,000 under Section 24 of the Cybercrimes Act.",
        [("24", None, ("fine 200000-200000 naira",))],
        id="nothing tied: The court fined her N200,000 under Section",
    ),
    pytest.param(
        "Under section 132 of the Penal Code he was fined KSh50,000 or, in default, six "
        "months in jail.",
        [("132", None, ("fine 50000-50000 shilling", "imprisonment 6-6 month"))],
        id="nothing tied: Under section 132 of the Penal Code",
    ),
    pytest.param(
        "Article 353 of the Penal Code provides for a fine of 5,000 to 10,000 dirhams.",
        [("353", None, ("fine 5000-10000 dirham",))],
        id="nothing tied: Article 353 of the Penal Code provides",
    ),
    pytest.param(
        "Under section 5 of the Act an offender is liable to a fine not exceeding $10,000 or "
        "imprisonment for a term not exceeding five years or both.",
        [("5", None, ("fine None-10000 dollar", "imprisonment None-5 year"))],
        id="nothing tied: Under section 5 of the Act an",
    ),
    pytest.param(
        "Section 22 of the Penal Code carries a sentence of not less than seven years.",
        [("22", None, ("imprisonment 7-None year",))],
        id="nothing tied: Section 22 of the Penal Code carries",
    ),
    pytest.param(
        "Section 22 of the Penal Code carries a mandatory minimum of 10 years in prison.",
        [("22", None, ("imprisonment 10-None year",))],
        id="nothing tied: Section 22 of the Penal Code carries (2)",
    ),
    pytest.param(
        "He was given a suspended sentence of two years under Article 113 of the Penal Code.",
        [("113", None, ("imprisonment 2-2 year",))],
        id="nothing tied: He was given a suspended sentence of",
    ),
    pytest.param(
        "He was sentenced to death by hanging under Section 302 of the Penal Code.",
        [("302", None, ("death None-None None",))],
        id="nothing tied: He was sentenced to death by hanging",
    ),
    pytest.param(
        "Three men were sentenced to hang under Section 302 of the Penal Code.",
        [("302", None, ("death None-None None",))],
        id="nothing tied: Three men were sentenced to hang under",
    ),
    pytest.param(
        "He could be sentenced to life under Section 302 of the Penal Code.",
        [("302", None, ("life None-None None",))],
        id="nothing tied: He could be sentenced to life under",
    ),
    pytest.param(
        "He was convicted under Article 309 of the Penal Code and given aggravated life "
        "imprisonment.",
        [("309", None, ("life None-None None",))],
        id="nothing tied: He was convicted under Article 309 of",
    ),
    pytest.param(
        "Article 136 provides for imprisonment from one to three years.",
        [("136", None, ("imprisonment 1-3 year",))],
        id="nothing tied: Article 136 provides for imprisonment from o",
    ),
    pytest.param(
        "The charge, under Article 136, carries between one and three years behind bars.",
        [("136", None, ("imprisonment 1-3 year",))],
        id="nothing tied: The charge, under Article 136, carries betwe",
    ),
    pytest.param(
        "He got 18 months under Article 136 and another six months under Article 140 of the Code.",
        [("136", None, ("imprisonment 18-18 month",)), ("140", None, ("imprisonment 6-6 month",))],
        id="nothing tied: He got 18 months under Article 136",
    ),
    pytest.param(
        "He was convicted under Article 136. The judge handed down an eight-year term.",
        [("136", None, ("imprisonment 8-8 year",))],
        id="nothing tied: He was convicted under Article 136. The",
    ),
    pytest.param(
        "He was convicted under Article 136. The court ordered him to serve 240 hours of "
        "community service.",
        [("136", None, ("community_service 240-240 hour",))],
        id="nothing tied: He was convicted under Article 136. The (2)",
    ),
    pytest.param(
        "He faces up to 14 years if convicted under Article 136 of the Criminal Code.",
        [("136", None, ("imprisonment None-14 year",))],
        id="nothing tied: He faces up to 14 years if",
    ),
    pytest.param(
        "A conviction under Article 136 brings a maximum of 14 years.",
        [("136", None, ("imprisonment None-14 year",))],
        id="nothing tied: A conviction under Article 136 brings a",
    ),
    pytest.param(
        "The offence under Article 136 is punishable with imprisonment for up to 14 years.",
        [("136", None, ("imprisonment None-14 year",))],
        id="nothing tied: The offence under Article 136 is punishable",
    ),
    pytest.param(
        "Article 136 punishes torture. It provides for a prison term of five to ten years, "
        "and of ten to 15 years if the victim dies.",
        [("136", "torture", ("imprisonment 5-10 year", "imprisonment 10-15 year"))],
        id="behind: punishes (2)",
    ),
    pytest.param(
        "He was held under Article 136. Four months later he died.",
        [("136", None, ())],
        id="nothing tied: He was held under Article 136. Four",
    ),
    pytest.param(
        "He was charged under Article 136. His mother, who travelled two days, was turned away.",
        [("136", None, ())],
        id="nothing tied: He was charged under Article 136. His",
    ),
    pytest.param(
        "He was charged under Article 136. He has been in jail for two years.",
        [("136", None, ())],
        id="nothing tied: He was charged under Article 136. He",
    ),
    pytest.param(
        "He was charged under Article 136 after spending 20 years in the police.",
        [("136", None, ())],
        id="nothing tied: He was charged under Article 136 after",
    ),
    pytest.param(
        "The lawyer, who was jailed for three years in 2015, cited Article 136 of the "
        "Criminal Code.",
        [("136", None, ())],
        id="nothing tied: The lawyer, who was jailed for three",
    ),
    pytest.param(
        "He was sentenced to 10 years under Article 114 of the Penal Code. The appeals court "
        "reduced the sentence to six years.",
        [("114", None, ("imprisonment 10-10 year", "imprisonment 6-6 year"))],
        id="nothing tied: He was sentenced to 10 years under",
    ),
    pytest.param(
        "He is serving a 12-year sentence under Article 275.",
        [("275", None, ("imprisonment 12-12 year",))],
        id="nothing tied: He is serving a 12-year sentence under",
    ),
    pytest.param(
        "Police booked Sita Devi under Section 309 of the Code. She was sent to judicial "
        "custody for 14 days.",
        [("309", None, ())],
        id="nothing tied: Police booked Sita Devi under Section 309",
    ),
    pytest.param(
        "They were jailed for 15 days each under Article 19.3 of the Code of Administrative "
        "Offences, disobeying a police officer.",
        [("19.3", "disobeying a police officer", ("arrest 15-15 day",))],
        id="behind: of the Code of Administrative Offences",
    ),
    pytest.param(
        "A court in Brest fined him 960 rubles under Article 24.23 of the Code of "
        "Administrative Offences (violating the rules of mass events).",
        [("24.23", "violating the rules of mass events", ("fine 960-960 ruble",))],
        id="behind: of the Code of Administrative Offences (2)",
    ),
    pytest.param(
        "He was charged under Article 136 of the Criminal Code. Two guards in another prison "
        "were sentenced to five years.",
        [("136", None, ())],
        id="nothing tied: He was charged under Article 136 of",
    ),
    pytest.param(
        "He was charged under Article 136 of the Criminal Code. The prosecutor asked for "
        "nine years.",
        [("136", None, ())],
        id="nothing tied: He was charged under Article 136 of (2)",
    ),
    pytest.param(
        "The penalty for torture under Article 136 is five years in prison, but guard Ali "
        "Omar got only a fine.",
        [("136", "torture", ("imprisonment 5-5 year", "fine None-None None"))],
        id="before: under (23)",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_penalty_is_tied(text: str, expected: list[Told], read: Read) -> None:
    found = [
        (r.article, r.offence, tuple(f"{p.kind} {p.min}-{p.max} {p.unit}" for p in r.penalties))
        for r in read(text)
        if r.article
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("He was jailed for six years under the Terrorism Act 2000.", ["imprisonment"]),
        ("Under the Terrorism Act 2000 suspects can be held for up to 14 days.", []),
    ],
    ids=["imposed", "nothing imposed"],
)
def test_penalty_under_a_law_by_its_name_alone(text: str, kinds: list[str], read: Read) -> None:
    assert [penalty.kind for law in read(text) for penalty in law.penalties] == kinds
