"""Russian facilities: their codes, towns and kinds, and what only sounds like one."""

import pytest
from spacy.language import Language

from custody_records.records.assemble import entries
from tests.annotate.russian.read import annotated

FACILITIES = [
    pytest.param("Он в ИК-44 в Кемеровской области.", "IK-44", "Кемеровская область", id="behind"),
    pytest.param(
        "Он умер в поселке Долинка Карагандинской области, в тюрьме АК 159/7.",
        "AK-159/7",
        "Долинка",
        id="before, the settlement rather than the region",
    ),
    pytest.param("Его держат в СИЗО-1 Бишкека.", "SIZO-1", "Бишкек", id="genitive"),
    pytest.param("Он сидит в ИК-17 (Шклов).", "IK-17", "Шклов", id="in brackets"),
    pytest.param("Он в СИЗО-3 Нижнего Тагила.", "SIZO-3", "Нижний Тагил", id="of two words"),
    pytest.param(
        "В ИК-9 под Вологдой умер осуждённый. ИК-9 в посёлке Сосновка закрыли.",
        "IK-9",
        "Сосновка",
        id="in it, wherever it is near",
    ),
    pytest.param("Его увезли в колонию ЛБ-Э/12 в Сейди.", "LB-E/12", "Сейди", id="Turkmen letters"),
    pytest.param("В колонии N 6 в Копейске бунт.", "IK-6", "Копейск", id="a Latin N"),
    pytest.param("Его этапировали в красноярскую ИК-31.", "IK-31", None, id="an adjective is none"),
    pytest.param(
        "Он умер в шкловской ИК-17. В Шклове ждала мать.",
        "IK-17",
        "Шклов",
        id="an adjective of a town of the text",
    ),
    pytest.param(
        "Скорая уехала в посёлок Заречный. Там, в исправительной колонии № 3, пожар.",
        "IK-3",
        "Заречный",
        id="there",
    ),
    pytest.param("В женской ИК-5 нет воды.", "IK-5", None, id="no town's adjective"),
    pytest.param("В советские годы в ИК-3 было лучше.", "IK-3", None, id="of another noun"),
    pytest.param(
        "Его вывезли в Крым, в симферопольское СИЗО-2.",
        "SIZO-2",
        None,
        id="its own adjective before the place where it is",
    ),
    pytest.param(
        "В колонии № 8 в Ак-Жере достроили корпус.", "IK-8", "Ак-Жер", id="a place nobody knows"
    ),
    pytest.param(
        "Мать ездит в колонию под Навои. В УЯ 64/29 бунт, в УЯ 64/71 тихо.",
        "UYa-64/29",
        "Навои",
        id="what the opening says of the first",
    ),
    pytest.param(
        "Двое, отбывающие срок в Усть-Каменогорске, снова в суде. Бунт был в ОВ-156/3.",
        "OV-156/3",
        "Усть-Каменогорск",
        id="a known facility in a place of the text where somebody is held",
    ),
    pytest.param(
        "В Минске задержан адвокат. Его увезли в СИЗО-1, известный как «Володарка».",
        "SIZO-1",
        None,
        id="known or not, that place is the arrest's",
    ),
]


@pytest.mark.parametrize(("text", "code", "place"), FACILITIES)
def test_facilities_have_their_place(
    russian: Language, text: str, code: str, place: str | None
) -> None:
    facility, *_ = entries(annotated(russian, text))["facilities"]
    assert (facility.code, facility.place) == (code, place)


KINDS = [
    pytest.param("Она сидит в женской ИК-4.", "womens_colony", id="an adjective before the code"),
    pytest.param(
        "Бунт в учреждении №28 (максимальной безопасности) ДУИС.",
        "correctional_colony",
        id="a level of security behind",
    ),
    pytest.param("Он в учреждении полной безопасности ЕЦ-166/5.", "prison", id="a level before"),
    pytest.param(
        "Осмотрели АК-159/7 — женскую колонию строгого режима.", "womens_colony", id="apposition"
    ),
    pytest.param("Бунт был в АК-159/7. Эту колонию закроют.", "correctional_colony", id="эту"),
    pytest.param("Бунт был в АК-159/7. Колонии переполнены.", None, id="colonies in general"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_facilities_have_their_kind(russian: Language, text: str, kind: str | None) -> None:
    facility, *_ = entries(annotated(russian, text))["facilities"]
    assert facility.kind == kind


@pytest.mark.parametrize("text", ["Приехал «Красный Крест».", "Он из посёлка Крестный."])
def test_what_sounds_like_a_prison_is_none(russian: Language, text: str) -> None:
    assert entries(annotated(russian, text))["facilities"] == []
