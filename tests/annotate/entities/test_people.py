"""Mentions gathered into human beings: one entry each, under the fullest name printed."""

import pytest

from custody_records.annotate.entities.rules import EntityRules
from custody_records.annotate.entities.spelling import Spelling
from custody_records.annotate.pipeline import Annotator
from custody_records.rulebook import rules_dir
from tests.resolved import resolved

CASES = [
    pytest.param(
        "Vladimir Kozlov came. V. Kozlov spoke. Kozlov’s wife left. Mr Kozlov sat.",
        {"Vladimir Kozlov": 4},
        id="surname alone, initial, possessive and title are the same person",
    ),
    pytest.param(
        "Abdukhalil Abduzhabbarov fell ill. Abdukhalil Abdukhamidovich Abduzhabbarov is an imam.",
        {"Abdukhalil Abdukhamidovich Abduzhabbarov": 2},
        id="a patronymic makes the fullest form",
    ),
    pytest.param(
        "Sakhetmurad Annamamedov and Mukhammedmurad Annamamedov were tried.",
        {"Sakhetmurad Annamamedov": 1, "Mukhammedmurad Annamamedov": 1},
        id="two of one surname stay apart",
    ),
    pytest.param(
        "Qairat Toqaev spoke first. Kairat Tokaev left.",
        {"Qairat Toqaev": 2},
        id="transliteration variants within one article",
    ),
    pytest.param(
        "Sunil Petrov alias Boris Tajpurin was killed. Tajpurin died at once.",
        {"Sunil Petrov": 3},
        id="an alias is the same person under the name, and what it ends in is, too",
    ),
    pytest.param(
        "Juan Carlos Guaranda Moreira was held. Friends of Guaranda wept.",
        {"Juan Carlos Guaranda Moreira": 2},
        id="the father's name in Spanish, the family name before a patronymic",
    ),
    pytest.param(
        "Ana María Rojas Vega was moved. Ana María wept. María Vega was freed.",
        {"Ana María Rojas Vega": 3},
        id="two given names are the same person",
    ),
    pytest.param(
        "Khalid Idigov died.\n\nHis father, Ruslan Idigov, wept.\n\nIdigov had been beaten.",
        {"Khalid Idigov": 2, "Ruslan Idigov": 1},
        id="a bare surname is not the relative of whom an earlier paragraph has spoken",
    ),
    pytest.param(
        "Khalid Idigov died.\n\nHis father, Ruslan Idigov, wept. Idigov had been told nothing.",
        {"Khalid Idigov": 1, "Ruslan Idigov": 2},
        id="a bare surname is not the relative of whom an earlier paragraph has spoken",
    ),
    pytest.param(
        "Azimjon Askarov died. Khadicha Askarova wept.",
        {"Azimjon Askarov": 1, "Khadicha Askarova": 1},
        id="a woman's form of a surname is another person",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_people(annotator: Annotator, text: str, expected: dict[str, int]) -> None:
    doc = annotator.full.make_doc(text)
    for _, component in annotator.full.pipeline:
        doc = component(doc)
    assert {p.name: len(p.mentions) for p in resolved(doc, "people")} == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Qasym", "Kasym", True, id="Q and K"),
        pytest.param("Oleksiy", "Oleksii", True, id="iy and ii"),
        pytest.param("Zhanybek", "Janybek", True, id="Zh and J"),
        pytest.param("Askarov", "Askarova", False, id="a woman's ending"),
        pytest.param("Erlan", "Eldar", False, id="another name"),
    ],
)
def test_sound(one: str, other: str, same: bool) -> None:
    sound = Spelling(EntityRules(rules_dir()).spellings).sound
    assert (sound(one) == sound(other)) is same
