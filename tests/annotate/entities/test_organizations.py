"""Mentions gathered into bodies: acronym and full name are one, levels of a service are two."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.resolved import resolved

CASES = [
    pytest.param(
        "The National Institute of Anthropology and Folklore (INAF) was closed.",
        {"National Institute of Anthropology and Folklore": 2},
        id="an acronym in the order of another language",
    ),
    pytest.param(
        "The League for the Defense of Human Rights (Lidefa) came.\n\nLidefa said so.",
        {"League for the Defense of Human Rights": 3},
        id="a short name in brackets that is no acronym",
    ),
    pytest.param(
        "The Open Dialogue Foundation (ODF) wrote. ODF waits.",
        {"Open Dialogue Foundation": 3},
        id="the acronym in brackets stands for the name wherever it comes again",
    ),
    pytest.param(
        "It told the Penitentiary Department (QAZhD). The QAZhD said no.",
        {"Penitentiary Department": 3},
        id="the acronym in brackets stands for the name wherever it comes again",
    ),
    pytest.param(
        "Amnesty International asked. Amnesty waits.",
        {"Amnesty International": 2},
        id="known by other names",
    ),
    pytest.param(
        "The Supreme Court of Russia ruled. The Supreme Court said so.",
        {"Supreme Court of Russia": 2},
        id="the country only makes the name fuller; a region makes another body",
    ),
    pytest.param(
        "The Ministry of Internal Affairs said so. "
        "The Ministry of Internal Affairs of the Republic of Karakalpakstan did not.",
        {
            "Ministry of Internal Affairs": 1,
            "Ministry of Internal Affairs of the Republic of Karakalpakstan": 1,
        },
        id="the country only makes the name fuller; a region makes another body",
    ),
    pytest.param(
        "The Permanent Committee for Human Rights, or CDH, wrote. CDH waits.",
        {"Permanent Committee for Human Rights": 3},
        id='"or" before an acronym; the acronym of the whole for its branch',
    ),
    pytest.param(
        "The Independent Commission of Inquiry, BURIN, opened a file. BURIN waits.",
        {"Independent Commission of Inquiry": 3},
        id="an acronym between commas, whatever its letters",
    ),
    pytest.param(
        "The American Civil Liberties Union of Kentucky sued. The ACLU won.",
        {"American Civil Liberties Union of Kentucky": 2},
        id='"or" before an acronym; the acronym of the whole for its branch',
    ),
    pytest.param(
        "A lawyer of the Viasna Human Rights Centre came. The founder of Viasna did not.",
        {"Viasna Human Rights Centre": 2},
        id="the name without the kind of body",
    ),
    pytest.param(
        "The ministry denied it. The court and the police said nothing.",
        {},
        id="generic nouns are nobody",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_organizations(annotator: Annotator, text: str, expected: dict[str, int]) -> None:
    doc = annotator.full.make_doc(text)
    for _, component in annotator.full.pipeline:
        doc = component(doc)
    assert {o.name: len(o.mentions) for o in resolved(doc, "organizations")} == expected
