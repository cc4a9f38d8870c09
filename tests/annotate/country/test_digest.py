"""Which country a paragraph is about, in a digest of several countries."""

import pytest

from custody_records.annotate.country.digest import of_paragraphs
from custody_records.annotate.country.evidence import CountryCues
from custody_records.annotate.country.rules import load_countries
from custody_records.rulebook import rules_dir


@pytest.fixture(scope="module")
def cues() -> CountryCues:
    return CountryCues(load_countries(rules_dir()), signs=True)


# (text, country of the article, countries of its paragraphs that tell one, why)
DIGESTS = [
    (
        "In brief\nJAPAN. A man died.\nHis kin sued.\n■ KENYA / Kisumu. Two fled.",
        "IN",
        ["JP", "KE"],
        "heads with a full stop or a place",
    ),
    ("KENYA\n» Two men fled.\nJAPAN\n» One man died.", None, ["KE", "JP"], "heads by themselves"),
    ("Kenya: Free them\nTwo men in Japan fled.", "KE", [], "one head is a title's"),
    ("Two fled in Bishkek.\nOne died in Dushanbe.", None, ["KG", "TJ"], "no one country"),
    ("Two fled in Bishkek.\nOne died in Dushanbe.", "KG", [], "the article has one"),
    ("Japan and Kenya agreed.", None, [], "a paragraph of two"),
]


@pytest.mark.parametrize(("text", "country", "told", "why"), DIGESTS, ids=[d[3] for d in DIGESTS])
def test_paragraphs_of_a_digest(
    cues: CountryCues, text: str, country: str | None, told: list[str], why: str
) -> None:
    assert [span.country for span in of_paragraphs(text, country, cues)] == told
