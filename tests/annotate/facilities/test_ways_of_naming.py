"""How the press of many countries names places of detention, and what only looks like a name."""

import pytest

from tests.annotate.facilities.conftest import Read

# (text, country of the article, expected entries as "code|name|kind|place")
WARDS = [
    pytest.param(
        "Reza, held in Ward 15 of Urmia Prison, died.",
        "IR",
        ["|Urmia Prison|prison|"],
        id="a ward is the prison's",
    ),
    pytest.param(
        "He had been in Block 3 of Karaj Central Prison.",
        "IR",
        ["|Karaj Central Prison|prison|"],
        id="a block is the prison's",
    ),
    pytest.param(
        "Two inmates of the Hospital Unit of Attica Prison were hurt.",
        "US",
        ["|Attica Prison|prison|"],
        id="a unit in capitals is the prison's",
    ),
    pytest.param(
        "Women in the Mother and Child Wing of Greensborough Prison protested.",
        "GB",
        ["|Greensborough Prison|prison|"],
        id="a wing in capitals is the prison's",
    ),
    pytest.param(
        "He lay in the Medical Ward of HMP Larkstone.",
        "GB",
        ["|HMP Larkstone|prison|"],
        id="a ward of a prison with initials",
    ),
]
LOWER_CASE = [
    pytest.param(
        "Guards at the Corrado Vassalli prison in Santa Maria del Colle beat every man.",
        "IT",
        ["|Corrado Vassalli|prison|Santa Maria del Colle"],
        id="a person's name before a lower-case prison",
    ),
    pytest.param(
        "Two women died at the Bianchi e Moretti jail in Turin.",
        "IT",
        ["|Bianchi e Moretti|prison|Turin"],
        id="two names joined by e",
    ),
    pytest.param(
        "Riots broke out in the La Peñita prison in Guayaquil.",
        "EC",
        ["|La Peñita|prison|Guayaquil"],
        id="a Spanish article belongs to the name",
    ),
    pytest.param(
        "He was moved to La Peñita, a maximum-security prison in Guayaquil.",
        "EC",
        ["|La Peñita|prison|Guayaquil"],
        id="a name explained behind a comma",
    ),
    pytest.param(
        "He was moved to Sednoya – a military prison north of Damascus – in May.",
        "SY",
        ["|Sednoya|prison|Damascus"],
        id="a name explained behind a dash",
    ),
    pytest.param(
        "They were driven to the Ye Kyi Oo interrogation centre, where he died.",
        "MM",
        ["|Ye Kyi Oo|other|"],
        id="an interrogation centre",
    ),
    pytest.param(
        "Inmates of the Chelyabinsk prison protested.", "RU", [], id="a town's own prison"
    ),
    pytest.param(
        "He died in the Islamic State prison in Raqqa.", "SY", [], id="a prison of a body"
    ),
    pytest.param(
        "Ivan Petrov was beaten. The Petrov prison in Perm is not known for it.",
        "RU",
        [],
        id="a prison called after the prisoner of the story",
    ),
    pytest.param(
        "The High Court prison in Lagos, a State Security prison in Abuja",
        "NG",
        [],
        id="bodies' prisons",
    ),
]
FOREIGN_NOUNS = [
    pytest.param(
        "The riot at the Penal de Ciudad Vieja left three dead.",
        "GT",
        ["|Penal de Ciudad Vieja|prison|"],
        id="Penal de",
    ),
    pytest.param(
        "He is held in the Centro Penitenciario La Loma.",
        "ES",
        ["|Centro Penitenciario La Loma|prison|"],
        id="Centro Penitenciario",
    ),
    pytest.param(
        "She was in the Cárcel de Las Flores.", "CL", ["|Cárcel de Las Flores|prison|"], id="Cárcel"
    ),
    pytest.param("He hanged himself in JVA Burgdorf.", "DE", ["|JVA Burgdorf|prison|"], id="JVA"),
    pytest.param(
        "He is at the Maison d'arrêt de Beaulieu.",
        "FR",
        ["|Maison d'arrêt de Beaulieu|pretrial_detention_centre|"],
        id="maison d'arrêt",
    ),
    pytest.param(
        "Inmates of Lapas Cilandur said so.", "ID", ["|Lapas Cilandur|prison|"], id="Lapas"
    ),
]
TITLED = [
    pytest.param(
        "Nawaz was in Kot Rahim Jail in Lahore.",
        "PK",
        ["|Kot Rahim Jail|prison|Lahore"],
        id="Pakistani jails",
    ),
    pytest.param(
        "He was taken from Mandaue City Jail to Tolliver County Jail.",
        "PH",
        ["|Mandaue City Jail|prison|", "|Tolliver County Jail|prison|"],
        id="jails in capitals are names",
    ),
    pytest.param(
        "Three died at Kuje Medium Security Custodial Centre.",
        "NG",
        ["|Kuje Medium Security Custodial Centre|prison|"],
        id="Nigerian custodial centres",
    ),
    pytest.param(
        "He was held at Evergreen State Prison and the Baxter Detention Center.",
        "US",
        ["|Evergreen State Prison|prison|", "|Baxter Detention Center|pretrial_detention_centre|"],
        id="American state prisons and detention centers",
    ),
    pytest.param(
        "Pavlodar Labour Camp AP-162/2 is strict. Conditions in Pavlodar Labour Camp are bad.",
        "KZ",
        ["AP-162/2|Pavlodar Labour Camp|correctional_colony|Pavlodar"],
        id="a name with its code behind it",
    ),
    pytest.param(
        "He fell from a window of Tuberculosis Hospital No. 4 in Omsk, the prison service said.",
        "RU",
        ["|Tuberculosis Hospital No. 4|medical|Omsk"],
        id="a hospital of the prison system by number",
    ),
    pytest.param(
        "He was taken to the “Hospital for Convicts” and then to the Central Prison Hospital.",
        "AM",
        ["|Hospital for Convicts|medical|", "|Central Prison Hospital|medical|"],
        id="a hospital for convicts",
    ),
    pytest.param("They were at Hospital No. 4 in Omsk.", "RU", [], id="a town's hospital"),
]
NUMBERS = [
    pytest.param(
        "He was moved from Prison No. 5 to Jail No. 3.",
        "VN",
        ["No. 5||prison|", "No. 3||prison|"],
        id="Asian prisons by number",
    ),
    pytest.param(
        "He is in Jail No. 4 of the Tihar prison complex. Tihar Jail No. 6 is for women.",
        "IN",
        ["|Tihar|prison|"],
        id="a numbered jail within a named complex is the complex",
    ),
    pytest.param(
        "He is in KIN-11, a colony near Zarafshan.",
        "UZ",
        ["IK-11||correctional_colony|Zarafshan"],
        id="KIN of Uzbekistan",
    ),
    pytest.param(
        "Convicts were beaten in SIZO-6, OTB-1 and IK-9.",
        "RU",
        ["SIZO-6||pretrial_detention_centre|", "OTB-1||medical|", "IK-9||correctional_colony|"],
        id="letters and numbers in a list",
    ),
    pytest.param(
        "The colonies LA-155/8, LA-155/12-s and LA-155/14 are closed.",
        "KZ",
        [
            "LA-155/8||correctional_colony|",
            "LA-155/12||correctional_colony|",
            "LA-155/14||correctional_colony|",
        ],
        id="codes with an ending in a list",
    ),
]
PLACES = [
    pytest.param(
        "He was taken to Kot Rahim Jail, Lahore, on Monday.",
        "PK",
        ["|Kot Rahim Jail|prison|Lahore"],
        id="the town behind a comma",
    ),
    pytest.param(
        "Prisoners from Perm were held in Taganrog's SIZO-2.",
        "UA",
        ["SIZO-2||pretrial_detention_centre|Taganrog"],
        id="the town that owns it, of another country",
    ),
    pytest.param(
        "Prisoners in Insein Prison, Obo Prison and Kyaiksoe Prison were moved.",
        "MM",
        ["|Insein Prison|prison|", "|Obo Prison|prison|", "|Kyaiksoe Prison|prison|"],
        id="the prison before is no place of the next",
    ),
    pytest.param(
        "He is held in La Modelo prison in Tipitapa.",
        "NI",
        ["|La Modelo|prison|Tipitapa"],
        id="of namesakes that of the story's country",
    ),
    pytest.param(
        "She ended her fast in Hanoi, in Detention Centre No. 2, on Monday.",
        "VN",
        ["SIZO-2||pretrial_detention_centre|Hanoi"],
        id="the town stands before",
    ),
    pytest.param(
        "In Perm, inmates of colony IK-9 went on strike.",
        "RU",
        ["IK-9||correctional_colony|Perm"],
        id="the town opens the sentence",
    ),
    pytest.param(
        "In Moscow, the ombudsman spoke of colony IK-9 in Perm.",
        "RU",
        ["IK-9||correctional_colony|Perm"],
        id="the nearer place wins",
    ),
    pytest.param(
        "In Moscow, the lawyer said that he was in colony IK-9.",
        "RU",
        ["IK-9||correctional_colony|"],
        id="where somebody speaks is not where the colony is",
    ),
    pytest.param(
        "She got a year in a penal colony. She was moved to prison No. 1 in Hrodna.",
        "BY",
        ["T-1||prison|Hrodna"],
        id="a prison by its number is no colony",
    ),
    pytest.param(
        "In Perm, a mechanic, 40, was put for six months in Larkin Prison.",
        "RU",
        ["|Larkin Prison|prison|Perm"],
        id="a town of the country opens the sentence, behind commas",
    ),
    pytest.param(
        "In Larkholm, a mechanic, 40, was put for six months in Larkin Prison.",
        "RU",
        ["|Larkin Prison|prison|"],
        id="an unknown name opens the sentence, behind commas",
    ),
    pytest.param(
        "A riot broke out at a jail in Perm. It began in Larkin Prison.",
        "RU",
        ["|Larkin Prison|prison|Perm"],
        id="the opening speaks of it as a jail in a town",
    ),
    pytest.param(
        "He was beaten in Larkin Prison. He was later moved to the prison in Perm.",
        "RU",
        ["|Larkin Prison|prison|"],
        id="the jail in a town is another than that of a name",
    ),
    pytest.param(
        "* PERM – Smoke stood over Larkin Prison.\n\n* OMSK – A convict died in IK-7.",
        "RU",
        ["|Larkin Prison|prison|Perm", "IK-7||correctional_colony|Omsk"],
        id="briefs in capitals and a dash",
    ),
]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [*WARDS, *LOWER_CASE, *FOREIGN_NOUNS, *TITLED, *NUMBERS, *PLACES],
)
def test_what_is_named(text: str, country: str, expected: list[str], read: Read) -> None:
    found = [
        "|".join(x or "" for x in (f.code, f.name, f.kind, f.place)) for f in read(text, country)
    ]
    assert found == expected
