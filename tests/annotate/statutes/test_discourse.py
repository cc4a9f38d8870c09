"""Numbers that lean on what the text said before: bare ones, lists behind a colon, tables, Id."""

import pytest

from tests.annotate.statutes.conftest import Read

CC = "Criminal Code"
# (text, country, expected distinct rules as "instrument|article|part|point" in text order)
BARE_NUMBERS = [
    pytest.param(
        "He is tried under three articles of the Criminal Code, 174, 274 and 400.",
        "KZ",
        ["Criminal Code|174", "Criminal Code|274", "Criminal Code|400"],
        id="numbers told behind the instrument",
    ),
    pytest.param(
        "They are held under two articles: 130 and 293 of the Criminal Code.",
        "BY",
        ["Criminal Code|130", "Criminal Code|293"],
        id="numbers told behind a colon",
    ),
    pytest.param(
        "Most of them were jailed under Article 342 of the Criminal Code. In 2021 342 was joined "
        "by another article, 369-1.",
        "BY",
        ["Criminal Code|342", "Criminal Code|369-1"],
        id="another article, its number in apposition",
    ),
    pytest.param(
        "He faces Article 174 of the Criminal Code. Another article is 405 of the same Code.",
        "KZ",
        ["Criminal Code|174", "Criminal Code|405"],
        id="another article is",
    ),
    pytest.param(
        "Article 174 of the Criminal Code is used most. Before that there was a similar article, "
        "164, of the old Code.",
        "KZ",
        ["Criminal Code|174", "Criminal Code|164"],
        id="a similar article in apposition",
    ),
    pytest.param(
        "Two articles of the Criminal Code are used, namely 130 and 293.",
        "BY",
        ["Criminal Code|130", "Criminal Code|293"],
        id="namely",
    ),
    pytest.param(
        "Article 174 of the Criminal Code bans incitement. 174, though, is looked on as political, "
        "and under 174 hundreds were tried.",
        "KZ",
        ["Criminal Code|174"],
        id="the number alone of an article named before",
    ),
    pytest.param(
        "Under Article 5 of the Criminal Code he got 174 days. The article, 20 pages long, is.",
        "KZ",
        ["Criminal Code|5"],
        id="a number of days or pages is none",
    ),
    pytest.param(
        "She wrote two articles, 300 pages and a book.", "KZ", [], id="articles of the press"
    ),
    pytest.param(
        "His articles of 2019 and 2020 were read in court.", "KZ", [], id="articles of a year"
    ),
    pytest.param(
        "Article 205 of the Criminal Code was applied to 205 people.",
        "RU",
        ["Criminal Code|205"],
        id="as many people as the article's number",
    ),
]
TABLES = [
    pytest.param(
        "What article 174 of the Criminal Code provides for\n\n"
        "Part 1 | Incitement | two to seven years\n\nPart 2 | By a group | five to ten years\n",
        "KZ",
        ["Criminal Code|174", "Criminal Code|174|1", "Criminal Code|174|2"],
        id="rows that begin with a part are of the heading's article",
    ),
    pytest.param(
        "The charges under the Criminal Code\n\nArticle 130 | Incitement\n\nArticle 293 | Riots\n",
        "BY",
        ["Criminal Code|130", "Criminal Code|293"],
        id="rows that begin with an article are of the heading's code",
    ),
    pytest.param(
        "Article 174 of the Criminal Code was applied.\n\nPart 2 of the film was shown.",
        "KZ",
        ["Criminal Code|174"],
        id="part 2 of a film is none",
    ),
]
SHAPES = [
    pytest.param("under TCK 257/2", "TR", ["Penal Code|257|2"], id="Turkish part behind a slash"),
    pytest.param(
        "under Article 324/2 of the Criminal Code", "KG", [f"{CC}|324|2"], id="Kyrgyz slash"
    ),
    pytest.param(
        "under Sections 302,307,147 of the Indian Penal Code",
        "IN",
        ["Penal Code|302", "Penal Code|307", "Penal Code|147"],
        id="a list without spaces",
    ),
    pytest.param(
        "under Section 302/149 IPC",
        "IN",
        ["Penal Code|302", "Penal Code|149"],
        id="sections joined by a slash",
    ),
    pytest.param("under Section - 273 of the IPC", "IN", ["Penal Code|273"], id="a loose dash"),
    pytest.param("under Article № 174 of the Criminal Code", "KZ", [f"{CC}|174"], id="number sign"),
    pytest.param("under Article No. 174 of the Criminal Code", "KZ", [f"{CC}|174"], id="No."),
    pytest.param("по ст. № 174 УК РК", "KZ", [f"{CC}|174"], id="Russian number sign"),
    pytest.param(
        "the 130th and 293rd articles of the Criminal Code",
        "BY",
        [f"{CC}|130", f"{CC}|293"],
        id="ordinals before the noun",
    ),
    pytest.param(
        "the first and second parts of Article 405 of the Criminal Code",
        "KZ",
        [f"{CC}|405|1", f"{CC}|405|2"],
        id="ordinals of parts",
    ),
    pytest.param(
        "under Section 401-§1 of the penal code", "MM", ["Penal Code|401|1"], id="dash and sign"
    ),
    pytest.param(
        "under Section 77-(2) of the Penal Code", "MM", ["Penal Code|77|2"], id="dash and bracket"
    ),
    pytest.param(
        "under Section 66-(d) of the Penal Code", "MM", ["Penal Code|66||d"], id="dash and letter"
    ),
    pytest.param(
        "under §§ 129, 130 StGB", "DE", [f"{CC}|129", f"{CC}|130"], id="signs before a German code"
    ),
    pytest.param("under § 147 of the Criminal Code", "CZ", [f"{CC}|147"], id="sign before a code"),
    pytest.param(
        "They cite 42 U.S.C. § 1983. Id. § 1988(b).",
        "US",
        ["United States Code|1983", "United States Code|1988|b"],
        id="Id. is the code cited last",
    ),
    pytest.param(
        "They sued under 42 U.S.C. § 1997e. They said § 1997e(e) did not bar it.",
        "US",
        ["United States Code|1997e", "United States Code|1997e|e"],
        id="a bare sign behind a cited code",
    ),
    pytest.param(
        "section 3582 of title 18, United States Code",
        "US",
        ["United States Code|3582"],
        id="a title told in words",
    ),
    pytest.param(
        "Paragraph “a” of Article 165-3 of the Criminal Code",
        "UZ",
        [f"{CC}|165-3||a"],
        id="a letter is a point though it is called a paragraph",
    ),
    pytest.param(
        "under Section 505(a) of the Penal Code", "MM", ["Penal Code|505||a"], id="letter: point"
    ),
    pytest.param(
        "under section 26(2)(e) of the Computer Act 1990",
        "GB",
        ["Computer Act 1990|26|2|e"],
        id="bracketed part and point",
    ),
    pytest.param(
        "18 U.S.C. § 3553(a)(1)",
        "US",
        ["United States Code|3553|a|1"],
        id="American subsections are letters",
    ),
    pytest.param("Article 35-ter of the Prison Act", "IT", ["Prison Act|35-ter"], id="Latin index"),
    pytest.param("Article 416 bis of the Criminal Code", "IT", [f"{CC}|416 bis"], id="Latin apart"),
    pytest.param(
        "Article 613-bis, paragraph 2, of the Criminal Code", "IT", [f"{CC}|613-bis|2"], id="part"
    ),
]
INSTRUMENTS = [
    pytest.param("under Section 302 IPC", "IN", ["Penal Code|302"], id="IPC"),
    pytest.param(
        "under Section 164 of the Cr.P.C.", "IN", ["Criminal Procedure Code|164"], id="Cr.P.C."
    ),
    pytest.param(
        "under Section 7 of the IBC", "IN", ["Insolvency and Bankruptcy Code|7"], id="IBC"
    ),
    pytest.param(
        "booked under Section 3 of TADA",
        "IN",
        ["Terrorist and Disruptive Activities (Prevention) Act|3"],
        id="TADA",
    ),
    pytest.param(
        "under Section 13 of the UAPA", "IN", ["Unlawful Activities (Prevention) Act|13"], id="UAPA"
    ),
    pytest.param(
        "Article 370 of the Comprehensive Organic Criminal Code",
        "EC",
        [f"{CC}|370"],
        id="organic codes of Latin America",
    ),
    pytest.param(
        "Article 5 of Decree 2153 of 1989", "CO", ["Decree 2153 of 1989|5"], id="decree and year"
    ),
    pytest.param("Legislative Decree No. 1180", "PE", ["Legislative Decree No. 1180"], id="decree"),
    pytest.param("Executive Decree 754 was signed", "EC", ["Executive Decree 754"], id="no sign"),
    pytest.param(
        "the Finance Bill, 2021 and the Digital Security Bill",
        "BD",
        ["Finance Bill, 2021", "Digital Security Bill"],
        id="bills",
    ),
    pytest.param(
        "stopped under Schedule 7 of the Terrorism Act 2000",
        "GB",
        ["Terrorism Act 2000|Schedule 7"],
        id="schedules of an act",
    ),
    pytest.param(
        "the Fifth Schedule to the Constitution", "IN", ["Constitution|Fifth Schedule"], id="fifth"
    ),
    pytest.param(
        "Article 3 ECHR and Article 6 § 1 of the Convention",
        "TR",
        ["European Convention on Human Rights|3", "European Convention on Human Rights|6|1"],
        id="ECHR",
    ),
    pytest.param(
        "Regulation 46 of the Prisons Regulations 2010",
        "GB",
        ["Prisons Regulations 2010|46"],
        id="regulations",
    ),
    pytest.param(
        "Section 5, Article II of Republic Act 9165",
        "PH",
        ["Republic Act No. 9165|II|5"],
        id="Philippine acts without No.",
    ),
    pytest.param(
        "under the Organic Law against Organized Crime, Article 37",
        "VE",
        ["Organic Law against Organized Crime|37"],
        id="an article is no word of a title",
    ),
    pytest.param(
        "Article 194 of Law N° 68/2018", "RW", ["Law No. 68/2018|194"], id="French number sign"
    ),
    pytest.param(
        "Article 55 of Law 23-98 on the organisation of prisons gives it",
        "MA",
        ["Law 23-98 on the organisation of prisons|55"],
        id="a law with its number and what it is on",
    ),
    pytest.param(
        "Article 4 of the Anti-Terrorism Law No. 13 of 2005",
        "IQ",
        ["Anti-Terrorism Law No. 13 of 2005|4"],
        id="a titled law with its number",
    ),
    pytest.param(
        "article 87 bis 4 of the Penal Code", "DZ", ["Penal Code|87 bis 4"], id="a number after bis"
    ),
    pytest.param(
        "under Article 87 bis 4 years ago", "DZ", ["|87 bis"], id="no number of years after bis"
    ),
    pytest.param(
        "Article 18 of our Constitution", "RS", ["Constitution|18"], id="our constitution"
    ),
    pytest.param("Rule 39 of the Rules of Court", "TR", ["Rules of Court|39"], id="rules of court"),
    pytest.param("ILO Convention No. 29", "MM", ["ILO Convention 29"], id="a numbered convention"),
    pytest.param("Article 117 of the 2015 Criminal Code", "VN", [f"{CC}|117"], id="printed name"),
    pytest.param("Article 5 of the Penal Code", "KZ", [f"{CC}|5"], id="Kazakhstan's is criminal"),
    pytest.param(
        "A letter on Section 65B of the Evidence Act to newspaper editors.",
        "IN",
        ["Evidence Act|65B"],
        id="an act that a newspaper gets a letter about",
    ),
    pytest.param("The Criminal Code Reform Group met inmates.", "KZ", [], id="a group"),
    pytest.param("The Constitution Defence League wrote.", "KZ", [], id="a league"),
    pytest.param("The Convention Against Torture Initiative wrote.", "KZ", [], id="an initiative"),
    pytest.param("The Penal Code Commission drafted it.", "KZ", [], id="a commission"),
]


def keys(readings: list) -> list[str]:
    """Return the distinct rules of readings in text order, as "instrument|article|part|point".

    An instrument that is cited with an article does not count alone, as in a record.
    """
    cited = {r.instrument for r in readings if r.article}
    told = [r for r in readings if r.article or r.instrument not in cited]
    rows = ["|".join(x or "" for x in (r.instrument, r.article, r.part, r.point)) for r in told]
    return list(dict.fromkeys(row.rstrip("|") for row in rows))


@pytest.mark.parametrize(
    ("text", "country", "expected"), [*BARE_NUMBERS, *TABLES, *SHAPES, *INSTRUMENTS]
)
def test_what_is_cited(text: str, country: str, expected: list[str], read: Read) -> None:
    assert keys(read(text, country)) == expected
