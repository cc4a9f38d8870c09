import pytest

from custody_records.outputs.romanized import likely_key, romanized

SAME = [
    pytest.param("Тургумбаев", "Turgumbaev", id="е behind a vowel, spelled e"),
    pytest.param("Тургумбаев", "Turgumbayev", id="е behind a vowel, spelled ye"),
    pytest.param("Ерлан Тургумбаев", "Erlan Turgumbayev", id="е at the beginning"),
    pytest.param("Бауыржан Қалымов", "Bauyrzhan Qalymov", id="Kazakh letters"),
    pytest.param("Касым-Жомарт Токаев", "Qasym-Zhomart Toqaev", id="Kazakh spelling in Latin"),
    pytest.param("Сергей Щербаков", "Sergei Shcherbakov", id="й and щ"),
]


@pytest.mark.parametrize(("russian", "latin"), SAME)
def test_spellings_of_one_name_share_a_key(russian: str, latin: str) -> None:
    assert likely_key(russian) == likely_key(latin)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Петров", "Петрова", id="a man and a woman"),
        pytest.param("Иванов", "Ivanenko", id="another surname"),
    ],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert likely_key(one) != likely_key(other)


def test_a_latin_name_is_not_romanized() -> None:
    assert romanized("Yerlan Turgumbaev") is None
    assert romanized("Шамиль Ярославлев") == "Shamil Yaroslavlev"
