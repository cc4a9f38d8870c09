"""The head of a page in the manners of many sites: what is its title, author, day and dateline."""

import pytest

from custody_records.articles.read import from_text

STORY = (
    "Four inmates of the central prison were taken to hospital on Monday after a fire in the remand"
    " block, the prison service said.\n\nRelatives who came to the gate said that they were told"
    " nothing for two days.\n\nThe service said that an inquiry had been opened by the ministry."
)

# (what it shows, lines above the story, title, author, published, dateline).
HEADS = [
    (
        "a masthead with its motto",
        "Northern Register\nYour county newspaper since 1889\nFour inmates hurt in jail fire\n\n"
        "By Amber Stokes, Staff Writer\nPublished: March 4, 2024 at 3:10 PM CST\n\nMINOT, N.D. — ",
        ("Four inmates hurt in jail fire", "Amber Stokes", "2024-03-04", "MINOT, N.D."),
    ),
    (
        "the outlet below the headline, then place and day",
        "Four hurt in Kabinda prison\n\nThe Lomami Sentinel, Mbuji-Mayi\n\n"
        "Feature by Fabrice Mutombo\nKabinda, 3 May 2021\n\n",
        ("Four hurt in Kabinda prison", "Fabrice Mutombo", "2021-05-03", None),
    ),
    (
        "place in capitals and day on a line of their own",
        "Four hurt in Kabinda prison\n\nFeature by Fabrice Mutombo\nKABINDA, 3 May 2021\n\n",
        ("Four hurt in Kabinda prison", "Fabrice Mutombo", "2021-05-03", "KABINDA"),
    ),
    (
        "an edition above the headline, a place as a sentence",
        "Le Fil de Lomami – English edition\n\nFour hurt in Kabinda prison\n\nKABINDA. ",
        ("Four hurt in Kabinda prison", None, None, "KABINDA"),
    ),
    (
        "a path of sections",
        "Marmara Dispatch\nEdirne > General News\nFour burnt in prison, bar sends lawyers\n\n",
        ("Four burnt in prison, bar sends lawyers", None, None, None),
    ),
    (
        "day between sections and author",
        "PRISONS TODAY & TOMORROW\n\nOmbudsman: four burnt, doors stayed shut\n\n"
        "NEWS / 11 Feb 2021 / by Nino Kvaratskhelia\n\n",
        ("Ombudsman: four burnt, doors stayed shut", "Nino Kvaratskhelia", "2021-02-11", None),
    ),
    (
        "a section above an interview",
        "The Sunday Examiner — Long Read\n\nIN CONVERSATION\n'They left us': a survivor speaks\n\n"
        "Interviewed by Lerato Dube\nSunday, 5 February 2023\n\n",
        ("'They left us': a survivor speaks", "Lerato Dube", "2023-02-05", None),
    ),
    (
        "a headline of whole sentences",
        "THE BORDER MONITOR\nInvestigations\n\nThey called for water. Nobody came.\n\n"
        "In one county jail, records show, alarms had been off for a year.\n\n"
        "By Luis Prado and Kate Moss-Lee\nSeptember 22, 2022\n\n",
        ("They called for water. Nobody came.", "Luis Prado and Kate Moss-Lee", "2022-09-22", None),
    ),
    (
        "menus and an appeal",
        "MANILA CHRONICLER\nHome | Nation\nDark mode | Log in\nSubscribe for £2 a month\n\n"
        "LIVE: Fire at city jail, hostages freed\n\nBy Joel Manansala\n\n",
        ("LIVE: Fire at city jail, hostages freed", "Joel Manansala", None, None),
    ),
    (
        "a name alone above a dateline",
        "The Lomami Sentinel\n\nFour hurt in Kabinda prison\n\nFabrice Mutombo\n\nKABINDA: ",
        ("Four hurt in Kabinda prison", "Fabrice Mutombo", None, "KABINDA"),
    ),
    (
        "author, outlet and day of a change",
        "Four hurt in the prison\n\nAmelia Nhaca | EXN | Updated: 5 May 2021, 10:20\n\n",
        ("Four hurt in the prison", "Amelia Nhaca", "2021-05-05", None),
    ),
    (
        "a name with the day",
        "Four hurt in the prison\nGovernor blames a heater\nMarcela Ibarra, 17 July 2022\n\n",
        ("Four hurt in the prison", "Marcela Ibarra", "2022-07-17", None),
    ),
    (
        "place before a byline",
        "Four hurt in the prison\n\nSocorro – By Marcela Ibarra for Red Andina. 17 July 2022\n\n",
        ("Four hurt in the prison", "Marcela Ibarra", "2022-07-17", "Socorro"),
    ),
    (
        "an Arabic name behind a day",
        "Four hurt in the prison\n\n28/07/2022 — Haider al-Obaidi\n\nBAGHDAD—",
        ("Four hurt in the prison", "Haider al-Obaidi", "2022-07-28", "BAGHDAD"),
    ),
    (
        "our reporter behind a day",
        "Four hurt in the prison\n\nPublished: 18.09.2023 | From our reporter Anke Drews\n\n",
        ("Four hurt in the prison", "Anke Drews", "2023-09-18", None),
    ),
    (
        "name, office and day in lines",
        "Four hurt in the prison\n\nRobert Penhaligon\nChief Property Editor\n10 June 2025\n\n",
        ("Four hurt in the prison", "Robert Penhaligon", "2025-06-10", None),
    ),
    (
        "place and day in capitals",
        "Four hurt in the prison\n\nBy R. Sivakumar\nGEORGE TOWN, 8 August 2023\n\n",
        ("Four hurt in the prison", "R. Sivakumar", "2023-08-08", "GEORGE TOWN"),
    ),
    (
        "a day that two countries read differently, by the month before it in the story",
        "Four hurt in the prison\n\nIssued: 03/09/2025\n\nOn Sunday, 31 August, it burned: ",
        ("Four hurt in the prison", None, "2025-09-03", None),
    ),
    (
        "a day opens the story",
        "Four hurt in the prison\n\n5 June 2024 – ",
        ("Four hurt in the prison", None, "2024-06-05", None),
    ),
    (
        "a range of days in the title",
        "Bulletin 12: 3 to 9 June 2024\n\nGulf Detention Monitor | Published 10 June 2024\n\n",
        ("Bulletin 12: 3 to 9 June 2024", None, "2024-06-10", None),
    ),
    (
        "a correspondent without a name",
        "Four hurt in the prison\n\nFrom our correspondent in Nairobi, 14 June 2024\n\n",
        ("Four hurt in the prison", None, "2024-06-14", None),
    ),
    (
        "a year of two figures",
        "Four hurt in the prison\n\n14/06/24\n\n",
        ("Four hurt in the prison", None, "2024-06-14", None),
    ),
    (
        "an author at a standfirst's end, a French day",
        "Four hurt in the prison\n\nStories of the week, compiled by Ada Bo.\n\n14 juin 2024\n\n",
        ("Four hurt in the prison", "Ada Bo", "2024-06-14", None),
    ),
    ("a dateline and no headline", "PATNA: ", (None, None, None, "PATNA")),
    # --- what looks like a head and is none
    (
        "a short headline is no name",
        "The men of block C\n\n",
        ("The men of block C", None, None, None),
    ),
    (
        "a headline in title case is no name",
        "Deaths Mount In Northern Jails\n\nRelatives say that the authorities hide the toll\n\n",
        ("Deaths Mount In Northern Jails", None, None, None),
    ),
    (
        "a place of the story is no author",
        "What we know of the fire in the prison\n\nCentral Prison\n\n",
        ("What we know of the fire in the prison", None, None, None),
    ),
    (
        "a town with a day is no author",
        "What we know of the fire in the prison\n\nBuenos Aires, 6 May 2026\n\n",
        ("What we know of the fire in the prison", None, "2026-05-06", None),
    ),
]

FEET = [
    ("a day below an appeal", "Sign up for our newsletter\n7 September 2023", None, "2023-09-07"),
    (
        "a signature with outlet and day",
        "— Ana Costa, Maputo Wire, 5 June 2024",
        "Ana Costa",
        "2024-06-05",
    ),
    (
        "a note behind the author",
        "Interview: Oskar Lindqvist. It has been shortened for clarity.",
        "Oskar Lindqvist",
        None,
    ),
    (
        "what the last line tells of the author",
        "Lucía Ferrer is a columnist. Write to her: opinion@faro.example",
        "Lucía Ferrer",
        None,
    ),
    (
        "a sentence with a day is none",
        "On 3 May 2021 the last fire had killed two of the wardens.",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("head", "expected"), [pytest.param(*row, id=why) for why, *row in HEADS])
def test_the_head_tells_title_author_day_and_dateline(
    head: str, expected: tuple[str | None, ...]
) -> None:
    info = from_text(head + STORY).info
    assert (info.title, info.author, info.published, info.dateline) == expected


@pytest.mark.parametrize(
    ("foot", "author", "published"), [pytest.param(*row, id=why) for why, *row in FEET]
)
def test_the_foot_tells_author_and_day(
    foot: str, author: str | None, published: str | None
) -> None:
    info = from_text(f"Fire at the prison\n\n{STORY}\n\n{foot}").info
    assert (info.author, info.published) == (author, published)


def test_days_of_a_chronicle_are_not_the_pages() -> None:
    days = "\n\n".join(f"{n} May 2021\n\n{STORY}" for n in (3, 5, 9))
    assert from_text(f"Chronology of a fire\n\n{days}").info.published is None


def test_turns_of_an_interview_are_no_datelines() -> None:
    turns = "\n\n".join(f"NKOSI: {line}" for line in STORY.split("\n\n"))
    assert from_text(f"Fire at the prison\n\n{turns}").info.dateline is None


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param("Prosecutors inspected SIZO-1 on 17 September 2019.", True, id="a sentence"),
        pytest.param("Задержан 07.11.20 г. в аэропорту.", True, id="a short sentence"),
        pytest.param("Опубликован 07.11.20 г. в рубрике.", False, id="a label"),
        pytest.param("Published on 17 September 2019.", False, id="a label"),
        pytest.param("Almaty Herald, 17 September 2019", False, id="an outlet and its day"),
    ],
)
def test_a_short_sentence_that_ends_in_a_day_is_no_date_line(line: str, kept: bool) -> None:
    assert (line in from_text(f"Fire at the prison\n\n{line}\n\n{STORY}").body) is kept
