"""The language of a text, and which are told without the model of all languages."""

import sys

import pytest

from custody_records.articles.language import language_of

ENGLISH = (
    "The prison in the north of the country was closed in May, and the men who had been held there "
    "were taken to a colony by the sea. Their families said that it was far from the town and that "
    "the roads are not open in winter."
)
RUSSIAN = (
    "Осуждённых из колонии на севере области перевели в другой регион, и об этом их родным не "
    "сообщили. По словам адвоката, он узнал о переводе из письма, которое пришло после праздников, "
    "а в управлении ему ответили, что о здоровье всех заключённых заботятся врачи и что жалоб от "
    "них не было."
)
OTHERS = {
    "uk": (
        "Засуджених з колонії на півночі області перевели до іншого регіону, і про це їхнім рідним "
        "не повідомили. За словами адвоката, він дізнався про переведення з листа, який прийшов "
        "після свят, а в управлінні йому відповіли, що про здоров'я всіх ув'язнених дбають лікарі "
        "і що скарг від них не було."
    ),
    "bg": (
        "Осъдените от затвора в северната част на областта бяха преместени в друг регион и за това "
        "на близките им не беше съобщено. По думите на адвоката той е научил за преместването от "
        "писмо, което е дошло след празниците, а в управлението са му отговорили, че за здравето "
        "на всички затворници се грижат лекари и че оплаквания от тях не е имало."
    ),
    "kk": (
        "Облыстың солтүстігіндегі колонияда отырған сотталғандар басқа өңірге ауыстырылды, бірақ "
        "бұл туралы туыстарына хабарланған жоқ. Адвокаттың айтуынша, ол ауыстыру туралы мерекеден "
        "кейін келген хаттан білген, ал басқармада оған барлық қамаудағылардың денсаулығына "
        "дәрігерлер қарайтынын және олардан шағым түспегенін айтқан, деп жазды ол."
    ),
}


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (RUSSIAN, "ru")])
def test_a_text_in_a_language_that_is_read_is_told_without_the_model(
    text: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)  # an import of it would fail
    assert language_of(text) == code


@pytest.mark.parametrize("code", OTHERS)
def test_a_neighbour_is_not_taken_for_russian(code: str) -> None:
    assert language_of(OTHERS[code]) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Суд отказал в защите арестанту.", "ru", id="every letter is Russian"),
        pytest.param("Затворник избяга от затвора в Пазарджик", "bg", id="far from Russian"),
        pytest.param("Суд відмовив у захисті", "uk", id="a letter that Russian lacks"),
    ],
)
def test_a_short_text_that_looks_like_a_neighbours_is_of_the_language_that_is_read(
    text: str, code: str
) -> None:
    assert language_of(text) == code


def test_the_names_of_a_short_text_do_not_tell_its_language() -> None:
    assert language_of("Two cellmates, Spaniard Iker Lasa and Turk Emre Kaya, fell ill.") == "en"
    assert language_of("Der Häftling starb im Gefängnis von Celle.") == "de"


def test_a_text_too_short_to_tell_has_the_declared_language() -> None:
    assert language_of("Ура!", "ru-RU") == "ru"
    assert language_of("12", None) == "und"
