"""Whose law is cited, where the article's country is not the answer, and where it is."""

import pytest

from tests.annotate.statutes.conftest import Read

# (the article's country, text, jurisdiction)
CASES = [
    pytest.param(
        "KZ",
        "A court in Tashkent sentenced the activist to three years under Article 159 of "
        "the Criminal Code.",
        "UZ",
        id="a court in a city abroad",
    ),
    pytest.param(
        "KZ",
        "An Uzbek court sentenced the activist under Article 159 of the Criminal Code.",
        "UZ",
        id="a foreign court",
    ),
    pytest.param(
        "KZ",
        "Russia's Investigative Committee charged him under Article 207.3 of the Criminal Code.",
        "RU",
        id="a body of another country",
    ),
    pytest.param(
        "KZ",
        "Russian prosecutors charged him under Article 207.3 of the Criminal Code.",
        "RU",
        id="foreign prosecutors",
    ),
    pytest.param(
        "KZ",
        "Police in Bishkek opened a case under Article 278 of the Criminal Code.",
        "KG",
        id="police in a city abroad",
    ),
    pytest.param(
        "KZ",
        "The Kyrgyz lawyer was jailed in Almaty under Article 174 of the Criminal Code.",
        "KZ",
        id="a foreign lawyer is no court",
    ),
    pytest.param(
        "KZ",
        "He fled to Russia after he was charged under Article 174 of the Criminal Code.",
        "KZ",
        id="where he fled is not whose law",
    ),
    pytest.param(
        "KZ",
        "He was charged under Article 174 of the Criminal Code. Poland refused to extradite him.",
        "KZ",
        id="a later sentence tells nothing",
    ),
    pytest.param(
        "BY",
        "His lawyers in Warsaw said he was charged under Article 342 of the Criminal Code.",
        "BY",
        id="lawyers in another city are no court",
    ),
    pytest.param(
        "BY",
        "Police in Smolensk, in Russia, seized him under Article 108 of the Criminal "
        "Procedure Code.",
        "RU",
        id="a city and its country",
    ),
    pytest.param(
        "IN",
        "A Pakistani court sentenced the fisherman under Section 3 of the Foreigners Act.",
        "PK",
        id="a foreign court and an act",
    ),
    pytest.param(
        "IN",
        "He was booked under Section 14 of the Foreigners Act in Punjab.",
        "IN",
        id="a region of the article's own",
    ),
    pytest.param(
        "US",
        "Egyptian authorities charged the student under Article 86 of the Penal Code.",
        "EG",
        id="foreign authorities",
    ),
    pytest.param(
        "US",
        "In Egypt, he was charged under Article 86 of the Penal Code.",
        "EG",
        id="a sentence set in a country",
    ),
    pytest.param(
        "US",
        "In Cairo, a state security court jailed him under Article 86 of the Penal Code.",
        "EG",
        id="a sentence set in a city",
    ),
    pytest.param(
        "GB",
        "He was jailed in Dubai under Article 374 of the Penal Code, his MP said.",
        "AE",
        id="tried in a city abroad",
    ),
    pytest.param(
        None, "He was charged under Article 174 of the Criminal Code.", None, id="nothing tells"
    ),
    pytest.param(
        None,
        "Russia and Ukraine exchanged 100 men. One had been jailed under Article 275 of "
        "the Criminal Code.",
        None,
        id="two countries and neither acts",
    ),
    pytest.param(
        None,
        "A Ukrainian court jailed him under Article 438 of the Criminal Code; Russia "
        "wanted him back.",
        "UA",
        id="a court told where the article has no country",
    ),
    pytest.param(
        "UA",
        "The occupying authorities in Crimea sentenced him under Article 205.5 of the "
        "Russian Criminal Code.",
        "RU",
        id="the code's own country",
    ),
    pytest.param(
        "UA",
        "A Russian court in Rostov-on-Don jailed the prisoner of war under Article 205.4 "
        "of the Criminal Code.",
        "RU",
        id="a foreign court in a city",
    ),
    pytest.param(
        "TR",
        "The European Court of Human Rights found a violation of Article 5 of the Convention.",
        "CoE",
        id="a treaty",
    ),
    pytest.param(
        "TR", "Article 90 of the Constitution gives treaties force.", "TR", id="a constitution"
    ),
    pytest.param(
        "CN",
        "A Hong Kong court jailed him under Article 29 of the National Security Law.",
        "HK",
        id="a territory's court",
    ),
    pytest.param(
        "VN",
        "She was sentenced under Article 117 of Vietnam's Criminal Code.",
        "VN",
        id="the possessor of the code",
    ),
    pytest.param(
        "TH",
        "Cambodian prosecutors charged him under Article 453 of the Criminal Code after "
        "Thailand sent him back.",
        "KH",
        id="foreign prosecutors, the home country named behind",
    ),
    pytest.param(
        "KZ",
        "The Kazakh court rejected the request of Russia to hand him over under Article "
        "280.3 of the Criminal Code of Russia.",
        "RU",
        id="the country behind the code wins",
    ),
    pytest.param(
        "KZ",
        "The Astana City Court convicted him under Article 405 of the Criminal Code, and "
        "the Russian embassy protested.",
        "KZ",
        id="an embassy behind",
    ),
    pytest.param(
        "GE",
        "He was charged under Article 353 of the Criminal Code, said the lawyer of the "
        "Azerbaijani journalist.",
        "GE",
        id="a foreign journalist's lawyer",
    ),
    pytest.param(
        "GE",
        "A court in Baku sentenced the journalist, abducted in Tbilisi, to six years "
        "under Article 206 of the Criminal Code.",
        "AZ",
        id="the court's city and not where he was abducted",
    ),
    pytest.param(
        "TJ",
        "In Russia, he had been fined under Article 18.8 of the Code of Administrative Offences.",
        "RU",
        id="a decimal article",
    ),
]


@pytest.mark.parametrize(("country", "text", "expected"), CASES)
def test_jurisdiction(country: str | None, text: str, expected: str | None, read: Read) -> None:
    assert [reading.jurisdiction for reading in read(text, country)] == [expected]
