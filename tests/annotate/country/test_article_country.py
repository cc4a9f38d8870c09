"""Which country an article is about."""

import pytest
import spacy

from custody_records.annotate.country.article_country import ArticleCountry
from custody_records.rulebook import rules_dir

# (title and opening, address, country, why)
CASES = [
    ("Prison riot in Khujand\n\nTwenty inmates died.", None, "TJ", "a city tells its country"),
    (
        "Kyrgyzstan: activist dies\n\n(Berlin) The ethnic Uzbek was held in Bishkek.",
        None,
        "KG",
        "an NGO's seat and an ethnic adjective are outweighed by the headline",
    ),
    ("Inmates of UK-161/3 protest", None, None, "letters of a code are no United Kingdom"),
    ("Let us go, they say. Us too.", None, None, "the pronoun is not the United States"),
    (
        "Inmate dies\n\nThe colony near Almaty is closed.",
        "https://example.org/news/kazakhstan/inmate-dies",
        "KZ",
        "the address adds to a weak cue",
    ),
    ("Inmate dies\n\nHe was 43.", "https://example.kz/1", None, "an address alone is too little"),
    ("В колонии под Бишкеком вспыхнул бунт\n\nОб этом сообщили в ГСИН.", None, "KG", "Cyrillic"),
    (
        "Индивидуальные жалобы\n\nТого осуждённого перевели, герман оркестр.",
        None,
        None,
        "stems of country names do not begin other Russian words",
    ),
    ("", None, None, "an empty text is about nothing"),
    (
        "Prison riot in Khujand\n\nTwenty died.",
        "http://[",
        "TJ",
        "a malformed address tells nothing",
    ),
    (
        "Prison riot in Khujand\n\nTwenty died.",
        "http://[::1]:x/",
        "TJ",
        "a malformed port tells nothing",
    ),
]


@pytest.fixture(scope="module")
def component() -> ArticleCountry:
    return ArticleCountry(rules_dir())


@pytest.mark.parametrize(("text", "url", "expected", "why"), CASES, ids=[c[3] for c in CASES])
def test_country(
    component: ArticleCountry, text: str, url: str | None, expected: str | None, why: str
) -> None:
    doc = spacy.blank("en").make_doc(text)
    doc._.url = url
    assert component(doc)._.country == expected, why


def test_a_country_that_is_told_from_outside_stays(component: ArticleCountry) -> None:
    doc = spacy.blank("en").make_doc("Prison riot in Khujand, Tajikistan")
    doc._.country = "RU"
    assert component(doc)._.country == "RU"
