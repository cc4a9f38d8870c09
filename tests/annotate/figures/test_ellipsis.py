"""Numbers that take the noun they count from elsewhere: parts, tallies, capacities, ellipses."""

import pytest

from tests.annotate.figures.conftest import Expected, Read, figures

# Text, figures as (value, max, qualifier, unit), and why the reading is the right one.
ELLIPTICAL: list[tuple[str, Expected, str]] = [
    (
        "Lawyers put the number of remand prisoners at 3-4 thousand.",
        [(3000, 4000, None, "remand prisoners")],
        "a range whose unit the text tells",
    ),
    (
        "Cell fires fell from 41 to 29 within a year.",
        [(41, None, None, "Cell fires"), (29, None, None, "Cell fires")],
        "what a change leads to is counted, too",
    ),
    (
        "The staff was cut from 240 to 180 officers, his term was cut from 12 to 8 years.",
        [(240, None, None, "officers"), (180, None, None, "officers")],
        "the noun stands with the number that it changed to",
    ),
    (
        "A total of 1985 prisoners were there.",
        [(1985, None, None, "prisoners")],
        "a total is of no year",
    ),
    (
        "The jail took in 400 men in May and 2 thousand in June.",
        [(400, None, None, "men"), (2000, None, None, "men")],
        "two thousand is no year",
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
        "The clashes left 12 people dead and 40 wounded.",
        [(12, None, None, "people"), (40, None, None, "people")],
        "both are people where the text says so",
    ),
    (
        "Of 200 inmates many were ill. Twenty to thirty of them died.",
        [(200, None, None, "inmates"), (20, 30, None, "inmates")],
        "a range of those named before",
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
        "Fourteen prison employees have been disciplined; seven have been fired.",
        [(14, None, None, "prison employees"), (7, None, None, "prison employees")],
        "a verb right after the number: the unit is the one before",
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
        "48 men fled. Eleven were shot by warders and police reservists there, 17 recaptured.",
        [(48, None, None, "men"), (11, None, None, "men"), (17, None, None, "men")],
        "those behind 'by' are not counted",
    ),
    (
        "Five guards were tried. A judge told reporters that two of the five were cleared.",
        [(5, None, None, "guards"), (2, None, None, "guards")],
        "a number of the whole tells whom a part is of",
    ),
    (
        "Officers met. Cells built for 20 had 61 prisoners on Sunday.",
        [(20, None, None, "prisoners"), (61, None, None, "prisoners")],
        "who is meant for so many places stands behind",
    ),
    (
        "Some 37 suspensions are in force, against 52 a year ago.",
        [(37, None, "about", "suspensions"), (52, None, None, "suspensions")],
        "what is compared is of one kind",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), ELLIPTICAL, ids=[c[2] for c in ELLIPTICAL])
def test_the_noun_stands_elsewhere(read: Read, text: str, expected: Expected, why: str) -> None:
    assert sorted(map(str, figures(read(text)))) == sorted(map(str, expected)), why
