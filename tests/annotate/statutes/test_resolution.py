"""Which instrument a citation is of, when the name does not stand beside it."""

from datetime import date

import pytest

from tests.annotate.statutes.conftest import Read

CC, ICCPR = "Criminal Code", "International Covenant on Civil and Political Rights"
CAT = "Convention against Torture"

CASES: list[tuple[str, str, list[tuple[str | None, str | None]]]] = [
    (
        "the same code is the last one named",
        "Article 50 of the Criminal Code applies. He got five years under articles 174 and 400 "
        "of the same code.",
        [(CC, "50"), (CC, "174"), (CC, "400")],
    ),
    (
        "an article cited with its code elsewhere keeps it",
        "Article 411 of the Criminal Code is used often.\n\nThe Covenant on Civil and Political "
        "Rights forbids it.\n\n29 people were tried under Article 411.",
        [(CC, "411"), (ICCPR, None), (CC, "411")],
    ),
    (
        "an instrument named in the sentence before",
        "The Convention against Torture demands more. Under Article 14, victims have redress.",
        [(CAT, None), (CAT, "14")],
    ),
    (
        "a treaty has no article 174",
        "He was tried under Article 405 of the Criminal Code. The Convention against Torture was "
        "named in court, but Article 174 was applied.",
        [(CC, "405"), (CAT, None), (CC, "174")],
    ),
    (
        "citations joined by and share the code behind them",
        "under Part 1 of Art. 130 (incitement) and Part 1 of Art. 293 (riots) of the Criminal Code",
        [(CC, "130"), (CC, "293")],
    ),
    (
        "a list under its heading",
        "The charges rest on these articles of the Criminal Code:\n\n"
        "• part 1 of art. 165;\n• part 3 of art. 168.",
        [(CC, None), (CC, "165"), (CC, "168")],
    ),
    (
        "rules are of instruments that have rules",
        "Rule 44 of the Mandela Rules defines it. Rule 43 bans it.",
        [
            ("Standard Minimum Rules for the Treatment of Prisoners", "44"),
            ("Standard Minimum Rules for the Treatment of Prisoners", "43"),
        ],
    ),
    ("nothing tells of what: recorded, not dropped", "charged under Article 405", [(None, "405")]),
    (
        "the Convention is the one that the Committee watches over",
        "The Committee against Torture recalled articles 12 and 13 of the Convention.",
        [(CAT, "12"), (CAT, "13")],
    ),
    (
        "a part goes on with its article",
        "Under Article 411, part 1, it is a year. Part 2 allows two.",
        [(None, "411"), (None, "411")],
    ),
    (
        "the latter is the last article",
        "articles 174 and 405; part 2 of the latter",
        [(None, "174"), (None, "405"), (None, "405")],
    ),
    (
        "acts of India have sections, its constitution articles",
        "Bail under Section 43D of the Unlawful Activities (Prevention) Act. Article 21 was cited.",
        [("Unlawful Activities (Prevention) Act", "43D"), ("Constitution", "21")],
    ),
    (
        "articles with an index make a range of their own",
        "Articles 205-205.2 and 280 of the Criminal Code",
        [(CC, "205"), (CC, "205.1"), (CC, "205.2"), (CC, "280")],
    ),
    (
        "a list goes on behind a part",
        "Articles 159 part 3, 244-1 part 3 (a), 244-2 and 161 of the Criminal Code",
        [(CC, "159"), (CC, "244-1"), (CC, "244-2"), (CC, "161")],
    ),
    (
        "a section of a stadium is of no law, though one was cited before",
        "Under Section 9 of the Imprisonment Code he was moved.\n\nThe team sat in Section 31.",
        [("Imprisonment Code", "9")],
    ),
    ("a code in small letters is none alone", "a new criminal code was adopted", []),
    ("the bare law is none", "The law was amended. The code is strict.", []),
    (
        "paragraphs of a report are none",
        "see paragraph 12 of the report, section 3 of the camp",
        [],
    ),
]


@pytest.mark.parametrize(("why", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_resolution(
    why: str, text: str, expected: list[tuple[str | None, str | None]], read: Read
) -> None:
    assert [(r.instrument, r.article) for r in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "country", "jurisdiction"),
    [
        pytest.param(
            "Article 5 of the Criminal Code of Ukraine", "RU", "UA", id="a country behind the code"
        ),
        pytest.param("Article 5 of the Criminal Code", "RU", "RU", id="the country of the article"),
        pytest.param("Article 5 of the Criminal Code", None, None, id="no country at all"),
        pytest.param(
            "Article 5 of Kazakhstan's Criminal Code", "RU", "KZ", id="a country before the code"
        ),
        pytest.param(
            "Article 5 of the Criminal Code of Abkhazia",
            "RU",
            None,
            id="a country without codes here",
        ),
        pytest.param("Article 5 of the ICCPR", "RU", "UN", id="a treaty"),
        pytest.param(
            "He fled. In Kazakhstan, Article 5 of the Criminal Code is used",
            "UZ",
            "KZ",
            id="a country that opens the sentence",
        ),
        pytest.param(
            "In Kazakhstan he was safe. Article 5 of the Criminal Code is used",
            "UZ",
            "UZ",
            id="a country of the sentence before",
        ),
        pytest.param("Article 23 of the Basic Law", "HK", "HK", id="a basic law"),
        pytest.param("Article 5 ECHR", "RU", "CoE", id="a treaty of the Council of Europe"),
    ],
)
def test_whose_instrument_it_is(
    text: str, country: str | None, jurisdiction: str | None, read: Read
) -> None:
    assert [r.jurisdiction for r in read(text, country)] == [jurisdiction]


@pytest.mark.parametrize(
    ("day", "version"),
    [
        pytest.param(
            date(2014, 12, 31), "kz.criminal_code.1997", id="the last day of the old code"
        ),
        pytest.param(date(2015, 1, 1), "kz.criminal_code.2014", id="the first day of the new code"),
        pytest.param(None, "kz.criminal_code.2014", id="no day"),
    ],
)
def test_the_date_picks_the_version(day: date | None, version: str, read: Read) -> None:
    found = read("Article 141-1 of the Criminal Code", "KZ", day)
    assert [r.version for r in found] == [version]


def test_the_penal_code_of_kazakhstan_is_its_criminal_code(read: Read) -> None:
    assert [r.instrument for r in read("Article 5 of the Penal Code", "KZ")] == ["Criminal Code"]
    assert [r.instrument for r in read("Article 5 of the Penal Code", "EG")] == ["Penal Code"]
