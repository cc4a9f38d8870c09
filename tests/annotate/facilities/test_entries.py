"""What the mentions of an article say together of each of its facilities."""

import pytest

from tests.annotate.facilities.conftest import Annotate, Read

# (text, country of the article, expected entries as "code|name|kind|place|country|aliases", why)
CASES = [
    (
        "The city was quiet.\n\nHe lay in a prison hospital in Olmos.\n\nThree inmates of Pinar "
        "Prison were beaten.",
        "AR",
        ["|Pinar Prison|prison||AR|"],
        "a hospital told before is another house than the prison",
    ),
    (
        "He was moved from Penitentiary Establishment N8 in Tbilisi to medical facility N18.",
        "GE",
        ["No. 8||prison|Tbilisi|GE|", "No. 18||medical||GE|"],
        "a number with N behind its noun",
    ),
    (
        "Relatives of inmates waited at the gate of Institution No. 45, the former AP-162/3.",
        "KZ",
        ["No. 45||||KZ|AP-162/3"],
        "the former code",
    ),
    (
        "In Gori, meanwhile, a man ended a hunger strike on February 10 in N2 penitentiary.",
        "GE",
        ["No. 2||prison|Gori|GE|"],
        "the town opens the sentence, before a word that goes on",
    ),
    (
        "Inmates of LA-155/14 rioted. The ЛА 155/14 colony near Almaty is closed.",
        "KZ",
        ["LA-155/14||correctional_colony|Almaty|KZ|"],
        "two spellings of one code are one facility; what each mention says is put together",
    ),
    (
        "He was moved from institution No. 28 (formerly RU-170/3) to the prison in Oral.",
        "KZ",
        ["No. 28|||Oral|KZ|RU-170/3"],
        "an old number in brackets is an alias",
    ),
    (
        "He is held in Prison No. 1 in Dushanbe (YaS 3/1).",
        "TJ",
        ["YaS-3/1||prison|Dushanbe|TJ|T-1"],
        "the code in brackets behind the place is the proper one, noun and number an alias",
    ),
    (
        "He was in the Kurdakhani detention centre (Baku Investigative Prison No. 1).",
        "AZ",
        ["SIZO-1|Kurdakhani|pretrial_detention_centre|Baku|AZ|"],
        "a bracket says a name again by number, though a town stands before it",
    ),
    (
        "Most are in the Terrorism Confinement Center (CECOT) in Tecoluca.",
        "SV",
        ["|Terrorism Confinement Center|prison|Tecoluca|SV|CECOT"],
        "letters in brackets are an alias",
    ),
    (
        "The colony Polar Owl keeps men who serve life; it is IK-18 in the lists.",
        "RU",
        ["IK-18|Polar Owl|correctional_colony||RU|"],
        "a known name and its code in one text are one, whatever stands between",
    ),
    (
        "The Polar Owl is full. In penal colony No. 18 in Omsk nobody complains.",
        "RU",
        ["|Polar Owl|correctional_colony||RU|", "IK-18||correctional_colony|Omsk|RU|"],
        "a code of another town is not that of the name",
    ),
    (
        "Three officers of the colony then called LA-155/8 beat him.\n\nSince 2022 the colony "
        "bears the name Institution No. 10.",
        "KZ",
        ["No. 10||correctional_colony||KZ|LA-155/8"],
        "what the colony is called now is its code",
    ),
    (
        "Conditions are bad in colonies 64/46 in Navoi and 64/36 in Karshi.",
        "UZ",
        [
            "UYa-64/46||correctional_colony|Navoi|UZ|",
            "UYa-64/36||correctional_colony|Karshi|UZ|",
        ],
        "a list of bare codes with their towns",
    ),
    (
        "Three convicts died in Agra Central Jail in January.",
        "IN",
        ["|Agra Central Jail|prison||IN|"],
        "the town in a jail's own name is no place that the article gives for it",
    ),
    (
        "The prison in Arkalyk, known among convicts as Krytka, was renamed Institution No. 41.",
        "KZ",
        ["No. 41|Krytka|prison|Arkalyk|KZ|"],
        "what was renamed is one facility",
    ),
    (
        "She was moved to Tihar Jail No. 6 in Delhi.",
        "IN",
        ["|Tihar|prison|Delhi|IN|"],
        "a numbered part of a complex is the complex",
    ),
    (
        "They were held in Kresty-2 and later in Institution Nos. 10 and 72, inmates say.",
        "RU",
        ["|Kresty-2||||RU|".replace("||||", "|||"), "No. 10||||RU|", "No. 72||||RU|"],
        "Kresty-2 is not Kresty; Nos. makes a list",
    ),
    (
        'He died in the IK-3 "Polar Wolf" colony in Kharp. Polar Wolf is above the Arctic Circle.',
        "RU",
        ["IK-3|Polar Wolf|correctional_colony|Kharp|RU|"],
        "a quoted name behind a code is the facility's",
    ),
    (
        "Ukrainian prisoners are held in pre-trial detention center No. 2 in Taganrog.",
        "UA",
        ["SIZO-2||pretrial_detention_centre|Taganrog|RU|"],
        "the country is that of the place, not of the story",
    ),
    (
        "She is serving ten years in Evin. Inmates of Evin prison are on hunger strike.",
        "IR",
        ["|Evin|prison||IR|"],
        "people are held in a prison as in a town: its own name tells no place",
    ),
    (
        "Inspectors found rats at HMP Wandsworth and at Isfahan Central Prison.",
        None,
        ["|HMP Wandsworth|prison||GB|", "|Isfahan Central Prison|prison||IR|"],
        "a city leads the name of a prison, an abbreviation is none",
    ),
    (
        "They were taken to the Terrorism Confinement Center in Tecoluca, 46 miles from the "
        "capital. The prison, known as CECOT, is new. CECOT is full.",
        "SV",
        ["|Terrorism Confinement Center|prison|Tecoluca|SV|CECOT"],
        "the next sentence gives the prison its other name",
    ),
    (
        "They left Mariona prison. Another prison, known as CECOT, is new.",
        "SV",
        ["|Mariona|prison||SV|", "|CECOT|prison||SV|"],
        "a prison with the indefinite article is another one",
    ),
    (
        "A guard at Alabama's Donaldson prison was charged. He worked at the William E. Donaldson "
        "Correctional Facility in Bessemer.",
        "US",
        ["|William E. Donaldson Correctional Facility|prison|Bessemer|US|Donaldson"],
        "a surname alone is short for the whole name, a town says more than a state",
    ),
    (
        "He was moved to Evin Mini-Maximum Security Prison. Two inmates at Evin fell ill.",
        "IR",
        ["|Evin Mini-Maximum Security Prison|prison||IR|Evin"],
        "a name without its noun begins the whole name",
    ),
    (
        "Men at Larkstone Prison and at New Larkstone Prison complained.",
        "PH",
        ["|Larkstone Prison|prison||PH|", "|New Larkstone Prison|prison||PH|"],
        "the new prison is not the old one",
    ),
    (
        "Evin Prison is in Tehran. In Evin, prisoners went on hunger strike; Evin is full.",
        "IR",
        ["|Evin Prison|prison|Tehran|IR|"],
        "the fullest form of a name, whichever comes first",
    ),
    (
        "He was sent from IK-2 in Vladimir region to IK-2 in Perm region; IK-2 is a harsh place.",
        "RU",
        [
            "IK-2||correctional_colony|Vladimir region|RU|",
            "IK-2||correctional_colony|Perm region|RU|",
        ],
        "one number in two regions is two institutions; a bare mention is of the last",
    ),
    (
        "Relatives at a penal colony in Arshaly wait. At the ETs-166/5 prison nobody answers.",
        "KZ",
        ["ETs-166/5||correctional_colony|Arshaly|KZ|"],
        "what the opening says of the institution holds for the first that is named",
    ),
    (
        "A penal colony is no school. Zone 40, a high-security prison close to the village of "
        "Dolinka, burned; at the nearby Zone 41 facility inmates starved.",
        "KZ",
        ["|Zone 40|prison|Dolinka|KZ|", "|Zone 41|||KZ|"],
        "a second facility takes nothing from the first one's surroundings",
    ),
    (
        "In Kapshagai's LA-155/8, /12 and /14 colonies, inmates rioted.",
        "KZ",
        [
            "LA-155/8||correctional_colony|Kapshagai|KZ|",
            "LA-155/12||correctional_colony|Kapshagai|KZ|",
            "LA-155/14||correctional_colony|Kapshagai|KZ|",
        ],
        "a list shares what is said of it",
    ),
    (
        "Two inmates escaped from the Clinton Correctional Facility in Dannemora, New York.",
        "US",
        ["|Clinton Correctional Facility|prison|Dannemora|US|"],
        "outside the colony countries a correctional facility is a prison",
    ),
    (
        "Penal colony No. 4 in Homel holds women; SIZO-1 in Minsk does not.",
        None,
        [
            "IK-4||correctional_colony|Homel|BY|",
            "SIZO-1||pretrial_detention_centre|Minsk|BY|",
        ],
        "the place tells the country where the article does not",
    ),
    (
        "Kazakh inmates were sent to penal colony No. 10 in Mordovia and to colony No. 55.",
        "KZ",
        [
            "IK-10||correctional_colony|Mordovia|RU|",
            "No. 55||correctional_colony||KZ|",
        ],
        "a number has its type where the facility's own country prints types",
    ),
    (
        "The prison in Almaty and the Almaty prison are full; so is a detention centre in Astana.",
        "KZ",
        [],
        "a jail known only by its town is no facility",
    ),
]


def shown(read: Read, text: str, country: str | None) -> list[str]:
    return [
        "|".join(
            [
                *(value or "" for value in (f.code, f.name, f.kind, f.place, f.country)),
                ", ".join(f.aliases),
            ]
        )
        for f in read(text, country)
    ]


@pytest.mark.parametrize(
    ("text", "country", "expected", "why"), CASES, ids=[case[3] for case in CASES]
)
def test_entry(read: Read, text: str, country: str | None, expected: list[str], why: str) -> None:
    assert shown(read, text, country) == expected, why


# (text, country, expected places of the facilities in text order, why)
PLACED = [
    (
        "14 March, Semey. Two officers of institution No. 33 were tried.\n\n"
        "21 March, Atyrau. Convicts in institution No. 10 cut their arms.",
        "KZ",
        ["Semey", "Atyrau"],
        "an entry of a chronicle tells its place at its head",
    ),
    (
        "A man died in Blackmoor Prison. The inquest heard that staff at the jail near "
        "Alloa slept.",
        "GB",
        ["Alloa"],
        "the jail near a town is the one named last",
    ),
    (
        "Boys were beaten at Kestrel Grove Youth Detention Centre. The riot at Kestrel Grove, "
        "outside Darwin, began in May.",
        "AU",
        ["Darwin"],
        "the town stands behind the name in short",
    ),
    (
        "MANAUS, Brazil – Wives wait outside the Igara Penal Complex.",
        "BR",
        [""],
        "a dateline is of the reporter",
    ),
    (
        "Eleven women were moved to Bishkek, to women's colony No. 2, on Monday.",
        "KG",
        ["Bishkek"],
        "the town is told before the number",
    ),
    ("They drove to Bishkek, Obo Prison behind them.", "KG", [""], "a name may be another's"),
    (
        "He died in Yerwada Central Prison. The Pune jail, built for 2,449 men, holds 6,900.",
        "IN",
        ["Pune"],
        "the town owns the one jail of the story",
    ),
    (
        "He left Tuol Central Prison, Kandal province, on Monday.",
        "KH",
        ["Kandal province"],
        "a region behind a comma",
    ),
]


@pytest.mark.parametrize(("text", "country", "places", "why"), PLACED, ids=[x[3] for x in PLACED])
def test_places_that_the_layout_tells(
    read: Read, text: str, country: str, places: list[str], why: str
) -> None:
    assert [facility.place or "" for facility in read(text, country)] == places, why


# (text, country, id of the row that the first entry links to or None, why)
LINKS = [
    ("prison LA-155/8", "KZ", "kz-la-155-8", "a Kazakh code is one place"),
    ("penal colony IK-2", "RU", None, "every Russian region has an IK-2"),
    ("penal colony IK-2 in Pokrov", "RU", "ru-ik-2-vladimir", "the town decides"),
    ("FKU IK-2 of the UFSIN for Vladimir region", "RU", "ru-ik-2-vladimir", "so does the region"),
    ("penal colony IK-2 in Omsk", "RU", None, "another town's IK-2 is not in the gazetteer"),
    ("women's penal colony No. 4", "BY", "by-ik-4", "Belarus counts its colonies once"),
    ("women's penal colony No. 4", None, None, "no country, no link"),
    ("the Butyrka prison", None, "ru-sizo-2-moscow", "a name is enough"),
]


@pytest.mark.parametrize(("text", "country", "expected", "why"), LINKS, ids=[x[3] for x in LINKS])
def test_link(read: Read, text: str, country: str | None, expected: str | None, why: str) -> None:
    link = read(text, country)[0].link
    assert (link.id if link else None) == expected, why


def test_an_entry_says_which_rules_made_it(read: Read) -> None:
    (facility,) = read("prison LA-155/8", "KZ")
    made = [(one.by, one.id) for one in facility.provenance]
    assert made == [("rule", "facility.family.la"), ("gazetteer", "kz-la-155-8")]


def test_the_trail_tells_what_was_claimed_refused_and_lost(annotate: Annotate) -> None:
    text = "Cell No. 3 of the prison: an AK-47 rifle. Born in Zhaslyk, held in Evin Prison."
    decisions = {
        (text[d.start : d.end], d.outcome): d.by
        for d in annotate(text, None)._.decisions
        if d.field == "facilities"
    }
    assert ("Cell No. 3", "claimed") in decisions
    assert ("AK-47", "claimed") in decisions
    assert decisions["Zhaslyk", "refused"].startswith("the name is a")
    assert decisions["Evin Prison", "lost"] == "facility.name.gazetteer"
    assert ("Evin Prison", "kept") in decisions
