"""Organizations whole: with their tails, joined subjects, type words, numbers and countries."""

import pytest

from custody_records.annotate.organizations.reading import OrganizationReading
from custody_records.annotate.pipeline import Annotator


def organizations(annotator: Annotator, text: str) -> list[OrganizationReading]:
    doc = annotator.full.make_doc(text)
    for _, component in annotator.full.pipeline:
        doc = component(doc)
    return [span._.organization for span in doc.spans["organizations"]]


WHOLE = [
    pytest.param(
        "They wrote to the Will County Coroner's Office.",
        "Will County Coroner's Office",
        id="a county whose name is a function word",
    ),
    pytest.param(
        "The Directorate of Prisons and Detention Houses denied it.",
        "Directorate of Prisons and Detention Houses",
        id="subjects joined behind the head",
    ),
    pytest.param(
        "The Office of the High Commissioner for Human Rights wrote.",
        "Office of the High Commissioner for Human Rights",
        id="a body that is called after an office",
    ),
    pytest.param(
        "The League Against Torture in Kyrgyzstan wrote.",
        "League Against Torture in Kyrgyzstan",
        id="a preposition in capitals, and the country behind it",
    ),
    pytest.param(
        "The Penitentiary and Correction Service denied it.",
        "Penitentiary and Correction Service",
        id="two fields of work before the head",
    ),
    pytest.param(
        "They wrote to the In Defence of the Rights of Inmates Foundation, a group.",
        "In Defence of the Rights of Inmates Foundation",
        id="a cause before the head",
    ),
    pytest.param(
        "The Committee for the Protection of the Rights of Convicts and Detainees wrote.",
        "Committee for the Protection of the Rights of Convicts and Detainees",
        id="people joined behind the head",
    ),
    pytest.param(
        "The Green Party of the United States won.",
        "Green Party of the United States",
        id="a country of two words ends the name",
    ),
    pytest.param(
        "He was tried by Medeu District Court No. 2.",
        "Medeu District Court No. 2",
        id="the number of a court",
    ),
    pytest.param(
        "The Ministry of Labor, Employment and Social Protection declined.",
        "Ministry of Labor, Employment and Social Protection",
        id="a list of subjects",
    ),
    pytest.param(
        "The lawyer told the prosecutor general's office so.",
        "prosecutor general's office",
        id="the highest prosecutors in lower case",
    ),
    pytest.param(
        "He edits the weekly Jany Zaman there.",
        "Jany Zaman",
        id="the type word of a paper in front",
    ),
    pytest.param(
        "It was said by the Birlik Tan coalition.",
        "Birlik Tan coalition",
        id="the type word behind",
    ),
]


@pytest.mark.parametrize(("text", "name"), WHOLE)
def test_names_are_whole(annotator: Annotator, text: str, name: str) -> None:
    assert [reading.name for reading in organizations(annotator, text)] == [name]


WHOLE_JOINED = [
    "Bureau of Police Research and Development",
    "Ministry of Agriculture and Livestock",
    "Traffic and Patrols Directorate",
    "School of Oriental and African Studies",
    "Food and Agriculture Organization of the United Nations",
    "Punjab and Haryana High Court",
    "National Service of Integral Attention to Persons Deprived of Liberty",
    "Public Commission Without Torture",
    "Network for Truth and against Torture",
    "Centre for the Study of Famine and for the Support of Its Victims",
    "Federation of Nurses and Related Professions",
    "Covenant against Slavery Network",
    "Charter 97 Foundation",
    "Memorial Society–Perm",
]


@pytest.mark.parametrize("name", WHOLE_JOINED)
def test_joined_names_are_whole(annotator: Annotator, name: str) -> None:
    found = organizations(annotator, f"It was said by the {name} on Monday.")
    assert [reading.name for reading in found] == [name]


TWO = [
    pytest.param(
        "The Delta State Command of the Nigerian Correctional Service denied it.",
        ["Delta State Command", "Nigerian Correctional Service"],
        id="a command and its service",
    ),
    pytest.param(
        "The Ministry of Justice and Amnesty International met.",
        ["Ministry of Justice", "Amnesty International"],
        id="a body known by name behind 'and'",
    ),
]


@pytest.mark.parametrize(("text", "found"), TWO)
def test_two_bodies(annotator: Annotator, text: str, found: list[str]) -> None:
    assert [reading.name for reading in organizations(annotator, text)] == found


NONE = [
    pytest.param("The Committee meets on Monday.", id="a head by itself"),
    pytest.param("The chairman of the union Ivan Petrov was held.", id="a person behind his union"),
    pytest.param("He was held in a Central Police Station cell.", id="a building of the police"),
    pytest.param("Deputy Energy Minister Ivan Petrov came.", id="what a minister is for"),
    pytest.param("Under the Victory Amnesty, 40 inmates were freed.", id="an amnesty"),
    pytest.param("The UN Convention against Torture and the Constitution bind it.", id="treaties"),
    pytest.param("The State Party shall report.", id="a party to a treaty"),
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_organization(annotator: Annotator, text: str) -> None:
    assert organizations(annotator, text) == []


@pytest.mark.parametrize(
    ("text", "head", "tail"),
    [
        pytest.param("The Kazakh Red Crescent came.", "Kazakh", "", id="an adjective in front"),
        pytest.param("The Supreme Court of Russia ruled.", "", " of Russia", id="'of' a country"),
        pytest.param("The Supreme Court ruled.", "", "", id="neither"),
    ],
)
def test_the_country_in_a_name(annotator: Annotator, text: str, head: str, tail: str) -> None:
    (reading,) = organizations(annotator, text)
    assert (reading.country_head, reading.country_tail) == (head, tail)


def test_a_known_body_has_its_canonical_name(annotator: Annotator) -> None:
    (reading,) = organizations(annotator, "It was said by HRW on Monday.")
    assert (reading.name, reading.known) == ("HRW", "Human Rights Watch")
