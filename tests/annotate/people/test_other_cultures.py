"""Names and roles that are built otherwise than "title, given name, family name"."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.annotate.people.test_people import people

NAMES = [
    pytest.param(
        "In the dock stood Ngugi wa Kamau and Khalid Sheikh Mahmud.",
        ["Ngugi wa Kamau", "Khalid Sheikh Mahmud"],
        id="a Kenyan particle, and a title inside a name",
    ),
    pytest.param(
        "The inmate Sheikh Omar Salim and Alhaji Musa Ibrahim were freed.",
        ["Omar Salim", "Musa Ibrahim"],
        id="a form of address before a whole name",
    ),
    pytest.param(
        "In Kosovo an inmate called Andrei G. died in May.",
        ["Andrei G."],
        id="a family name that is withheld",
    ),
    pytest.param(
        "Their lawyer, Daw Hla Hla Aye, and U Kyaw Zin were freed.",
        ["Hla Hla Aye", "Kyaw Zin"],
        id="Burmese forms of address are no part of a name",
    ),
    pytest.param(
        "Paing Soe Htet and Phone Myat Kyaw were freed.",
        ["Paing Soe Htet", "Phone Myat Kyaw"],
        id="a Burmese name begins with any of its elements",
    ),
    pytest.param(
        "Akim Tarasov, 34, died in the colony.",
        ["Akim Tarasov"],
        id="a title with an age is a name",
    ),
    pytest.param(
        "Emir Kustova, an inmate, was beaten.", ["Emir Kustova"], id="a title before an inmate"
    ),
    pytest.param(
        "Three inmates — Akim Ozerov, Gani Rasulov and Shamil Nurov — were held.",
        ["Akim Ozerov", "Gani Rasulov", "Shamil Nurov"],
        id="a title in a list of whole names",
    ),
    pytest.param(
        "Nay Myo Htun and Than Than Htay knew Win Pa Pa Lwin. May Thu Zar did not.",
        ["Nay Myo Htun", "Than Than Htay", "Win Pa Pa Lwin", "May Thu Zar"],
        id="Burmese elements that are other words, too",
    ),
    pytest.param(
        "May and June were hot in the women's ward.", [], id="months, and no Burmese names"
    ),
    pytest.param(
        "Guards handed Prince Okafor to the court. So were Sultan Iskakov and Emir Salimov.",
        ["Prince Okafor", "Sultan Iskakov", "Emir Salimov"],
        id="a title of royalty before a family name is a given name",
    ),
    pytest.param(
        "Hope Banda, Earl Dixon and Blessing Zulu left. A Pole, Frank English, was not let in.",
        ["Hope Banda", "Earl Dixon", "Blessing Zulu", "Frank English"],
        id="words that are given names, adjectives that are family names",
    ),
    pytest.param(
        "Sunita, who uses one name, was moved to a jail on Simon Bolivar Street.",
        ["Sunita"],
        id="a name that stands alone by what is said of it, and a street",
    ),
    pytest.param(
        "Three teenagers, Emir Celik, Sultan Demir and Ali Kara, were searched at the gate.",
        ["Emir Celik", "Sultan Demir", "Ali Kara"],
        id="Turkish given names that are titles, in a list",
    ),
    pytest.param(
        "Turk Kemal Arslan, Serb Milan Jovi and inmate German Titov knew an Avar and a Karen.",
        ["Kemal Arslan", "Milan Jovi", "German Titov"],
        id="inhabitants before names, adjectives as names, and no names",
    ),
    pytest.param(
        "Prince Harry spoke. Sultan Murad and Emir Hamad did not.",
        ["Harry", "Murad", "Hamad"],
        id="before a given name it is a title",
    ),
    pytest.param(
        "Emir Hadzi, a mechanic from Osh, knew Akim Musa, a 27-year-old welder.",
        ["Emir Hadzi", "Akim Musa"],
        id="a title before somebody's work, and where he is from",
    ),
    pytest.param(
        "The EU recalled its consul, Frenchwoman Anne Petit.",
        ["Anne Petit"],
        id="a nationality noun",
    ),
    pytest.param(
        "Later Ana ‘Lía’ Ruiz was held.", ["Ana ‘Lía’ Ruiz"], id="a nickname in single quotes"
    ),
    pytest.param(
        "Prince Yaw Mensah, a welder aged 40, knew Prince Salem bin Nayef, a minister.",
        ["Prince Yaw Mensah", "Salem bin Nayef"],
        id="a title of royalty before two names and somebody's work",
    ),
    pytest.param(
        "Sunday Balogun and Monday Okafor were freed. On Friday Petrov was not.",
        ["Sunday Balogun", "Monday Okafor", "Petrov"],
        id="days that open a sentence or go on a list before a family name",
    ),
    pytest.param(
        "Guards beat Will Moyo and To Thi Lan. Do Hai Yen wept. So Petrov left, too.",
        ["Will Moyo", "To Thi Lan", "Do Hai Yen", "Petrov"],
        id="function words in capitals within a sentence, or where no question is asked",
    ),
    pytest.param(
        "Will Moyo be freed? An Chol-su was. An Ivanov family lives there.",
        ["Moyo", "An Chol-su", "Ivanov"],
        id="a question, and an article before a vowel",
    ),
    pytest.param(
        "Holland Dube and Jordan Moyo fled.",
        ["Holland Dube", "Jordan Moyo"],
        id="countries before family names",
    ),
    pytest.param(
        "A street is named for Farid Karimov. A son, named after Igor Petrov, died.",
        ["Igor Petrov"],
        id="who only names a street is nobody of the story",
    ),
    pytest.param(
        "A driver known as Solofo said so. The camp known as Karlag was near.",
        ["Solofo"],
        id="by what somebody in a role is known",
    ),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(annotator: Annotator, text: str, names: list[str]) -> None:
    assert list(people(annotator, text)) == names


ROLES = [
    pytest.param(
        "In chains came head of customs Anton Lisov and Omar Petrov. "
        "The head of the writers' guild Ivan Lipov spoke.",
        {
            "Anton Lisov": ("head of customs",),
            "Omar Petrov": (),
            "Ivan Lipov": ("head of the writers' guild",),
        },
        id="an office of small words, behind a verb or a possessive",
    ),
    pytest.param(
        "The minister of health Ivan Petrenko, singer and actor Olga Sidorenko were freed.",
        {"Ivan Petrenko": ("minister of health",), "Olga Sidorenko": ("singer", "actor")},
        id="an office in lower case, and the roles of the next name",
    ),
    pytest.param(
        "Former parliament speaker Nurbek Asanov was detained.",
        {"Nurbek Asanov": ("former parliament speaker",)},
        id="a body in lower case inside a role",
    ),
    pytest.param(
        "The EU recalled its ambassador, German Markus Lederer, after a visit.",
        {"Markus Lederer": ("ambassador",)},
        id="a role before an adjective of the name",
    ),
    pytest.param(
        "Among them were Said Rahimov, a founding member of the banned party, and others.",
        {"Said Rahimov": ("founding member of the banned party",)},
        id="a participle that belongs to the role",
    ),
    pytest.param(
        "Police held lawyer and Spaniard Luis Ortega with the prisoners of war Ivan Petrov and "
        "Oleg Sidorov. Sudan Today deputy editor Omar Ali left.",
        {
            "Luis Ortega": ("lawyer",),
            "Ivan Petrov": ("prisoner of war",),
            "Oleg Sidorov": ("prisoner of war",),
            "Omar Ali": ("Sudan Today deputy editor",),
        },
        id="a nation behind a role, a standing with its 'of', an outlet of two words",
    ),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_roles(annotator: Annotator, text: str, roles: dict[str, tuple[str, ...]]) -> None:
    assert {name: reading.roles for name, reading in people(annotator, text).items()} == roles
