"""Roles and ages around a name, and what is none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.people import ages
from pipeline.annotate.people.reading import PersonReading
from pipeline.annotate.pipeline import Annotator


def people(annotator: Annotator, text: str) -> dict[str, PersonReading]:
    doc = annotator.full.make_doc(text)
    for _, component in annotator.full.pipeline:
        doc = component(doc)
    return {span._.person.name: span._.person for span in doc.spans["people"]}


ROLES = [
    # A title before the name, with its modifiers; nationality and judgement are no part of it.
    ("Jailed Kyrgyz opposition politician Ravshan Jeenbekov spoke.", ["opposition politician"]),
    # A role keeps its "of ..." and the named body.
    (
        "He met Bakhyt Toregozhina, head of the Ar.Rukh.Khak foundation.",
        ["head of the Ar.Rukh.Khak foundation"],
    ),
    # The owner in the possessive is not of the role.
    (
        "So said Mihra Rittmann, Human Rights Watch’s senior researcher on Central Asia.",
        ["senior researcher on Central Asia"],
    ),
    # An apposition before the name.
    ("The warden, Major Bauyrzhan Qalymov, told reporters.", ["warden", "Major"]),
    ("His wife, Aliya Turusbekova, came.", ["wife"]),
    # Two roles joined by "and".
    ("Alnur Ilyashev, civil activist and blogger, was convicted.", ["civil activist", "blogger"]),
    # A role with its "of ..." right before the name.
    ("Minister of Internal Affairs Pulat Bobojonov said so.", ["Minister of Internal Affairs"]),
    # An office and a rank are two; a rank of two words, abbreviated or not, is one.
    ("The prison's Deputy Head Major Ulugbek Rashidov refused.", ["Deputy Head", "Major"]),
    (
        "So said military spokesperson Maj. Gen. Zaw Min Tun.",
        ["military spokesperson", "Maj. Gen."],
    ),
    ("Prosecutor General Andriy Kostin said so.", ["Prosecutor General"]),
    ("On Monday, police Major John Carter left.", ["police Major"]),
    # What an office is for, in brackets.
    ("On Monday Director General (Prisons) Sandeep Goel left.", ["Director General (Prisons)"]),
    # Prefixed with "then-".
    ("She sued then-Corrections Commissioner Jeff Dunn.", ["then-Corrections Commissioner"]),
    # An age inside the apposition is no part of the role.
    ("Hesham el-Haddad, a 56-year-old businessman, died.", ["businessman"]),
    ("Ko Bo Kyi, its joint secretary, said so.", ["joint secretary"]),
    (
        "Charlie Taylor, His Majesty's Chief Inspector of Prisons, wrote it.",
        ["Chief Inspector of Prisons"],
    ),
    # Courtesy is no role.
    ("On Monday Mr. Bakhtiyor Jumaev came.", []),
    # The next name's title is not a role of this one.
    ("They met Viktor Ten, lawyer Snezhanna Kim and others.", []),
    # In "the letter to the president, Kozlov wrote" the president is another.
    ("In a letter to the president, Vladimir Kozlov wrote nothing.", []),
    # The mother is not her son.
    ("The mother of Aidos Meldekhanov came.", []),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_roles_of_the_first_person(annotator: Annotator, text: str, roles: list[str]) -> None:
    found = people(annotator, text)
    assert found, "no person was found"
    assert list(next(iter(found.values())).roles) == roles


AGES = [
    ("Sayat Adilbekuly, 30, takes photographs.", 30),
    ("Hesham el-Haddad, a 56-year-old businessman, died.", 56),
    ("Aidos Kozlov, a 24-year-long opponent, died.", None),
    ("They beat Azamat Batyrbayev (36) again.", 36),
    ("Twenty-six-year-old prisoner Dmitry Artyushenko has been moved.", 26),
    ("Azimjon Askarov died in prison at the age of 69.", 69),
    # Others' ages, counts and dates are none.
    ("Villagers of the 36-year-old have asked President Kassym-Jomart Tokayev.", None),
    ("Vladimir Kozlov, 26 inmates and a guard were hurt.", None),
    ("Vladimir Kozlov left on July 5.", None),
]


@pytest.mark.parametrize(("text", "age"), AGES)
def test_age(annotator: Annotator, text: str, age: int | None) -> None:
    (person,) = people(annotator, text).values()
    assert person.age == age


@given(st.text(alphabet="0123456789 ,()aged-year old.\n", max_size=60), st.integers(0, 60))
def test_an_age_is_plausible_whatever_the_text(text: str, position: int) -> None:
    start = min(position, len(text))
    age, end = ages.after(text, start)
    assert end >= start
    assert age is None or 3 <= age <= 115
