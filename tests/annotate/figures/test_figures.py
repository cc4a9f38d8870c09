from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from tests.resolved import resolved

Read = Callable[[str], Doc]
Expected = list[tuple[float, float | None, str | None, str]]

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
        "The riots left 53 dead and over 700 injured.",
        [(53, None, None, "dead"), (700, None, "at_least", "injured")],
        "the injured are not the dead",
    ),
    (
        "At least 233 people died, including 32 under the age of 18 and five in Osh.",
        [(233, None, "at_least", "people"), (32, None, None, "people"), (5, None, None, "people")],
        "a part is of the same people",
    ),
    (
        "There were 31 cases of self-mutilation (24 in 2018).",
        [
            (31, None, None, "cases of self-mutilation"),
            (24, None, None, "cases of self-mutilation"),
        ],
        "what a bracket compares is of the same kind",
    ),
    (
        "In 2022, 71 inmates died; a year earlier, 85.",
        [(71, None, None, "inmates"), (85, None, None, "inmates")],
        "so is another year's number",
    ),
    (
        "Some 1,200 people are kept there; there were 1,350 in 2021.",
        [(1200, None, "about", "people"), (1350, None, None, "people")],
        "what there was is what there is",
    ),
    (
        "The number of prisoners fell from 94,000 in 1996 to 34,000, that of staff rose to 17,000.",
        [
            (94000, None, None, "prisoners"),
            (34000, None, None, "prisoners"),
            (17000, None, None, "staff"),
        ],
        "each tally is of what stands before it, and no year opens a range",
    ),
    (
        "Of 14,847 arrested, 11,759 are held; 76, including two children, are on death row.",
        [
            (14847, None, None, "arrested"),
            (11759, None, None, "arrested"),
            (76, None, None, "arrested"),
            (2, None, None, "children"),
        ],
        "an aside does not part a number from its verb",
    ),
    (
        "Of 130 officers, 41 were new.",
        [(130, None, None, "officers"), (41, None, None, "officers")],
        "a preposition at the beginning of a sentence is no name",
    ),
    (
        "Fourteen of the dead were women and four were babies.",
        [(14, None, None, "dead"), (4, None, None, "dead")],
        "what they were is not what is counted",
    ),
    (
        "He was sentenced under six articles.",
        [(6, None, None, "articles")],
        "what one is sentenced under is no upper bound",
    ),
    (
        "In 2012 the system held 24,000 inmates; it now has about 9,300.",
        [(24000, None, None, "inmates"), (9300, None, "about", "inmates")],
        "what it has now is what it held",
    ),
    (
        "The colony holds 1,720 inmates; another 40 sleep in the chapel.",
        [(1720, None, None, "inmates"), (40, None, None, "inmates")],
        "others of the same kind, whatever they do",
    ),
    (
        "It is one of 26 state prisons.",
        [(26, None, None, "state prisons")],
        "the whole is counted, the one of it is not",
    ),
    (
        "The clashes left 12 people dead and 40 wounded.",
        [(12, None, None, "people"), (40, None, None, "people")],
        "both are people where the text says so",
    ),
    (
        "Jail gets 2,000 more suspects\n\nThey moved 2,000 more suspects to the jail.",
        [(2000, None, None, "suspects")],
        "the lead retells its title",
    ),
    (
        "Of 200 inmates many were ill. Twenty to thirty of them died.",
        [(200, None, None, "inmates"), (20, 30, None, "inmates")],
        "a range of those named before",
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
        "Two of the 40 video and audio recordings show torture.",
        [
            (2, None, None, "video and audio recordings"),
            (40, None, None, "video and audio recordings"),
        ],
        "a part and its whole are two figures",
    ),
    (
        "About 94,000 people were held, and over 20,000 of them had yet to be tried.",
        [(94000, None, "about", "people"), (20000, None, "at_least", "people")],
        "'of them' takes its unit from the whole",
    ),
    (
        "In all, 15 people, three of them police officers, died.",
        [(15, None, None, "people"), (3, None, None, "police officers")],
        "'of them' with a noun of its own",
    ),
    (
        "The jail, built for 118, had 203 people in it on Friday.",
        [(118, None, None, "people"), (203, None, None, "people")],
        "the noun of a capacity stands behind with the number held",
    ),
    (
        "The colony was built for 700 prisoners. It now holds more than 1,150.",
        [(700, None, None, "prisoners"), (1150, None, "at_least", "prisoners")],
        "a capacity in the sentence before",
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
        "Fourteen prison employees have been disciplined; seven have been fired.",
        [(14, None, None, "prison employees"), (7, None, None, "prison employees")],
        "a verb right after the number: the unit is the one before",
    ),
    (
        "Eleven people were killed, among them four children, and 25 wounded.",
        [(11, None, None, "people"), (4, None, None, "children"), (25, None, None, "people")],
        "an ellipsis does not stand for what was only named as a part",
    ),
    (
        "There were two incidents in Akmola region and two more in Kostanay region.",
        [(2, None, None, "incidents"), (2, None, None, "incidents")],
        "'two more' are others",
    ),
    (
        "Twelve guards were held. All 12 had been taken hostage; the twelve are free.",
        [(12, None, None, "guards")],
        "'all 12' and 'the twelve' point back",
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
        "The cases bring to ten the number of protests reported since June.",
        [(10, None, None, "protests")],
        "a tally names its unit after 'the number of'",
    ),
    (
        "The number of political prisoners in Belarus has reached 1,517.",
        [(1517, None, None, "political prisoners")],
        "a tally names its unit before the verb",
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
        "Of the 45 detained, 12 have been charged and 23 of the accused freed.",
        [
            (45, None, None, "detained"),
            (12, None, None, "detained"),
            (23, None, None, "accused"),
        ],
        "a participle stands for people",
    ),
    (
        "It holds nearly 38,000 inmates in 65 facilities built for about 30,000.",
        [
            (38000, None, "about", "inmates"),
            (65, None, None, "facilities"),
            (30000, None, "about", "inmates"),
        ],
        "a capacity counts people, not the facilities named last",
    ),
    (
        "Four men are in Krasnoyarsk and two in Minusinsk.",
        [(4, None, None, "men"), (2, None, None, "men")],
        "a list that leaves out noun and verb",
    ),
    (
        "At least 116 dead in Ecuador prison riot\n\nA battle has killed at least 116 people.",
        [(116, None, "at_least", "dead")],
        "the dead of the title are the people of the lead",
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
        "Police recognised 1,203 people as prisoners; 168 of them are women.",
        [(1203, None, None, "people"), (168, None, None, "women")],
        "what the part of a group is",
    ),
    (
        "There were 40 deaths in jails last year, 15 of them suspected suicides.",
        [(40, None, None, "deaths"), (15, None, None, "suspected suicides")],
        "what the part of the deaths is",
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
    (
        "48 men fled. Eleven were shot by warders and police reservists there, 17 recaptured.",
        [(48, None, None, "men"), (11, None, None, "men"), (17, None, None, "men")],
        "those behind 'by' are not counted",
    ),
]

NOT_COUNTED = [
    ("Views: 633\n\nBail of 2 billion tomans", "a page's own count; a sum"),
    ("The hearing of 12/14/2020 was put off", "slashes of a day make no table"),
    ("There were 18 of us in the cell.", "nothing tells who they are"),
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


def figures(doc: Doc) -> Expected:
    return [(f.value, f.max, f.qualifier, f.unit) for f in resolved(doc, "figures")]


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
