"""Numbers with the noun that they count, and numbers that count nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annotate.figures.conftest import Expected, Read, figures
from tests.resolved import resolved

# Text, figures as (value, max, qualifier, unit), and why the reading is the right one.
COUNTED: list[tuple[str, Expected, str]] = [
    (
        "Two prisoners lost their lives and more than 80 people were hurt.",
        [(2, None, None, "prisoners"), (80, None, "at_least", "people")],
        "the phrase ends with its first plural noun",
    ),
    (
        "Six more law enforcement officers were taken to hospital.",
        [(6, None, None, "law enforcement officers")],
        "'more' is no part of the unit",
    ),
    (
        "Three Russian human rights activists were fined.",
        [(3, None, None, "Russian human rights activists")],
        "a plural inside a compound is not its head",
    ),
    (
        "They were held in 78 prisons and penitentiaries.",
        [(78, None, None, "prisons and penitentiaries")],
        "two bare plurals are counted together",
    ),
    (
        "She sued 13 officers and then-Commissioner Jeff Dunn.",
        [(13, None, None, "officers")],
        "a title and a name are not counted along",
    ),
    (
        "They held 11 current and former employees of Temirov Live.",
        [(11, None, None, "current and former employees of Temirov Live")],
        "a name inside the phrase stays whole",
    ),
    (
        "He was sentenced under six articles.",
        [(6, None, None, "articles")],
        "what one is sentenced under is no upper bound",
    ),
    (
        "It is one of 26 state prisons.",
        [(26, None, None, "state prisons")],
        "the whole is counted, the one of it is not",
    ),
    (
        "Jail gets 2,000 more suspects\n\nThey moved 2,000 more suspects to the jail.",
        [(2000, None, None, "suspects")],
        "the lead retells its title",
    ),
    (
        "Two guards and several inmates died.",
        [(2, None, None, "guards")],
        "what has a quantity of its own is not counted along",
    ),
    (
        "Over 200 complaints of torture have been made.",
        [(200, None, "at_least", "complaints of torture")],
        "the 'of ...' tells what kind of thing is counted",
    ),
    (
        "Five inmates were killed and 17 others were hurt.",
        [(5, None, None, "inmates"), (17, None, None, "others")],
        "others stand as printed",
    ),
    (
        "She has eight children and sells fish balls.",
        [(8, None, None, "children")],
        "a verb that looks like a plural",
    ),
    (
        "The administration said two inmates had cut themselves. It did not name the two men.",
        [(2, None, None, "inmates")],
        "the same people under two nouns are one figure",
    ),
    (
        "Two inmates are in hospital. Two guards died.",
        [(2, None, None, "inmates"), (2, None, None, "guards")],
        "equal numbers of different people stay apart",
    ),
    (
        "The riot may have claimed 50 lives or more.",
        [(50, None, "at_least", "lives")],
        "a bound may follow",
    ),
    (
        "Police held 10-15 people.",
        [(10, 15, None, "people")],
        "a range",
    ),
    (
        "At least 116 dead in Ecuador prison riot\n\nA battle has killed at least 116 people.",
        [(116, None, "at_least", "dead")],
        "the dead of the title are the people of the lead",
    ),
    (
        "Three agents held\n\nPolice seized three officers there.\n\nThree boys watched.",
        [(3, None, None, "officers"), (3, None, None, "boys")],
        "a lead tells who those of its title are",
    ),
    (
        "There were 18 of us in the cell.",
        [(18, None, None, "us")],
        "those who tell it, by their pronoun",
    ),
    (
        "Seven Pamiris and 20 Iraqis were deported.",
        [(7, None, None, "Pamiris"), (20, None, None, "Iraqis")],
        "peoples' names in -is are plurals",
    ),
    (
        "One police officer was killed.",
        [(1, None, None, "police officer")],
        "'one' before a noun for a human being counts",
    ),
    (
        "Reports\nAlmaty\n6\nAtyrau\n3\nUralsk\n2\n",
        [(6, None, None, "reports"), (3, None, None, "reports"), (2, None, None, "reports")],
        "a table's numbers take their unit from its header",
    ),
    (
        "Letters received: 63\n\nIll prisoners on our list: 1,564, of them 591 in danger\n",
        [
            (63, None, None, "Letters"),
            (1564, None, None, "Ill prisoners"),
            (591, None, None, "Ill prisoners"),
        ],
        "a line's label, and the part of its number",
    ),
    (
        "Facility / Places / Inmates\nKabwe / 400 / 1,731\nLusaka / 350 / 1,388\n",
        [
            (400, None, None, "places"),
            (1731, None, None, "inmates"),
            (350, None, None, "places"),
            (1388, None, None, "inmates"),
        ],
        "a table's columns have their units in its header",
    ),
]

NOT_COUNTED = [
    ("Views: 633\n\nBail of 2 billion tomans", "a page's own count; a sum"),
    ("The hearing of 12/14/2020 was put off", "slashes of a day make no table"),
    ("Boys came. Nobody under 18 was hurt; men over 60 were let go.", "ages"),
    ("Men came. A prisoner of 20 was found dead.", "the age of one"),
    ("The bail is 340 million crowns; they lost by seven wickets.", "a sum; a score"),
    ("One in five told us so; one in five prisoners had no chair.", "a share"),
    ("One of the nine was released with one arm broken.", "no count of people"),
    ("Dozens of people, hundreds even, took part.", "no number"),
    ("It is a two-story building under 24-hour watch.", "a compound counts nothing by itself"),
    ("He was given 17 years, Ivan 14 and Pavel 13; he served 76 months.", "terms"),
    ("In 2002 human rights activists learned of it.", "a year before a plural noun"),
    ("A 26-year-old, aged 26, at the age of 26.", "ages"),
    ("Forum 18 reports and the Group of Seven leaders and Channel 4 journalists.", "names"),
    ("1. Lawyers complain.\n2. Doctors complain.", "numbers of a list"),
    ("The judge, Viktor Ten, described the guards.", "a surname that is a number word"),
    ("All men between 18 and 27 are liable to call-up.", "a range of ages"),
    ("The frost reaches 30 degrees, 100 kilometers (62 miles) away.", "measures"),
    ("It fined him three times.", "how often"),
    ("Four in ten have not been sentenced, one out of every five is ill.", "ratios"),
    ("Write to 48 Gray's Inn Road, London.", "an address"),
]


@pytest.mark.parametrize(("text", "expected", "why"), COUNTED, ids=[c[2] for c in COUNTED])
def test_counted_things(read: Read, text: str, expected: Expected, why: str) -> None:
    assert sorted(map(str, figures(read(text)))) == sorted(map(str, expected)), why


@pytest.mark.parametrize(("text", "why"), NOT_COUNTED, ids=[c[1] for c in NOT_COUNTED])
def test_numbers_that_count_nothing(read: Read, text: str, why: str) -> None:
    assert figures(read(text)) == [], why


def test_every_number_leaves_its_reason_on_the_trail(read: Read) -> None:
    doc = read("Nine inmates got nine years under Article 9.")
    outcomes = [(d.rule, d.outcome, d.by) for d in doc._.decisions]
    assert outcomes == [
        ("figure.counted", "kept", None),
        ("figure.not.time", "claimed", None),
        ("figure.not.label", "claimed", None),
    ]


def test_a_predicate_is_what_is_said_of_the_counted(read: Read) -> None:
    [figure] = resolved(
        read("Five prison employees were placed in pretrial detention, he said."), "figures"
    )
    assert figure.predicate == "placed in pretrial detention"
    [figure] = resolved(read("Police detained 28 people in the north."), "figures")
    assert figure.predicate == "detained"
    first, _ = resolved(
        read("The jail has 1,513 men in cells built for fewer than 1,000."), "figures"
    )
    assert first.predicate == "in cells built for fewer than 1,000"
    [figure] = resolved(read("He wrote to four employees of the jail."), "figures")
    assert figure.predicate is None


@given(
    st.lists(
        st.sampled_from(
            [
                "two",
                "12",
                "guards",
                "of them",
                "the",
                "were killed",
                ",",
                ".",
                "\n",
                "more than",
                "Almaty",
                "6",
                "years",
                "№",
                "\x00",
                "one",
                "hundred",
                "-",
                "“",
                "all",
            ]
        ),
        max_size=30,
    )
)
def test_any_text_gives_valid_figures(read: Read, words: list[str]) -> None:
    doc = read(" ".join(words))
    for figure in resolved(doc, "figures"):
        assert figure.unit
        assert all(doc.text[m.start : m.end] == m.text for m in figure.mentions)
