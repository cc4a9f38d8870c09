"""Russian dates, statutes, numbers and events: a sentence and what it tells."""

import pytest
from spacy.language import Language

from custody_records.records.assemble import entries
from tests.annotate.russian.read import annotated

DATES = [
    pytest.param("Он умер 3 мая 2018 года.", [("2018-05-03", None)], id="day, month and year"),
    pytest.param("Он умер двадцать первого марта.", [("2019-03-21", None)], id="a day in words"),
    pytest.param("В ночь на 4 марта начался бунт.", [("2019-03-04", None)], id="в ночь на"),
    pytest.param(
        "В ночь с 3 на 4 марта начался бунт.", [("2019-03-03", "2019-03-04")], id="в ночь с ... на"
    ),
    pytest.param(
        "С 3 по 7 марта они голодали.", [("2019-03-03", "2019-03-07")], id="a range of days"
    ),
    pytest.param(
        "9 и 10 апреля прошли обыски.",
        [("2019-04-09", None), ("2019-04-10", None)],
        id="a list of days",
    ),
    pytest.param("Письмо пришло 30.07.2018.", [("2018-07-30", None)], id="in figures"),
    pytest.param("Его избили в июле прошлого года.", [("2018-07", None)], id="прошлого года"),
    pytest.param("Его избили на прошлой неделе.", [("2019-W16", None)], id="на прошлой неделе"),
    pytest.param("Его избили неделю назад.", [("2019-04-17", None)], id="неделю назад"),
    pytest.param("Полгода назад его избили.", [("2018-10", None)], id="полгода назад"),
    pytest.param("Осенью 2016 года голодали.", [("2016-FA", None)], id="a season"),
    pytest.param(
        "3 апреля он умер. Днём раньше его избили.",
        [("2019-04-03", None), ("2019-04-02", None)],
        id="the day before the story's",
    ),
    pytest.param("22 декабря его нашли в петле.", [("2018-12-22", None)], id="the past is past"),
    pytest.param("15 мая суд рассмотрит дело.", [("2019-05-15", None)], id="a verb of the future"),
    pytest.param("Он пробыл там три года и два дня.", [], id="a length is no date"),
    pytest.param("Через два дня он умер.", [], id="после чего через два дня, nobody knows"),
    pytest.param("Накануне выборов его избили.", [], id="the eve of what has no day"),
    pytest.param(
        "Ночью с 30 марта на 1 апреля начался бунт.",
        [("2019-03-30", "2019-04-01")],
        id="a night of two months",
    ),
    pytest.param(
        "3 апреля он заболел. Через неделю он умер.",
        [("2019-04-03", None), ("2019-04-10", None)],
        id="через неделю goes on from the day told before",
    ),
    pytest.param(
        "В марте он был осуждён, а в мае его ждёт новый суд.",
        [("2019-03", None), ("2019-05", None)],
        id="the verb of its own clause",
    ),
    pytest.param("Марту Ковальчук увезли к кинотеатру «Октябрь».", [], id="months as names"),
]


@pytest.mark.parametrize(("text", "values"), DATES)
def test_dates(russian: Language, text: str, values: list[tuple[str, str | None]]) -> None:
    found = entries(annotated(russian, text))["dates"]
    assert [(entry.value, entry.end) for entry in found] == values


STATUTES = [
    pytest.param(
        "Его осудили по части второй статьи 146 УК РК.",
        [("Criminal Code", "146", "2", None)],
        id="часть вторая",
    ),
    pytest.param(
        "Дело завели по п. «а» ч. 3 ст. 286 УК РФ.",
        [("Criminal Code", "286", "3", "а")],
        id="point, part and article, shortened",
    ),
    pytest.param(
        "По статьям 174 и 405 УК РК ему дали 7 лет.",
        [("Criminal Code", "174", None, None), ("Criminal Code", "405", None, None)],
        id="two articles",
    ),
    pytest.param(
        "Ст. 321 УК РФ наказывает бунт; часть третья этой статьи грозит сроком.",
        [("Criminal Code", "321", None, None), ("Criminal Code", "321", "3", None)],
        id="a part of the article named before",
    ),
    pytest.param(
        "Этого требует статья 12 Конвенции против пыток.",
        [("Convention against Torture", "12", None, None)],
        id="a treaty in the genitive",
    ),
    pytest.param(
        "Его осудили по статье 167 УК (растрата), часть 3.",
        [("Criminal Code", "167", "3", None)],
        id="the part behind the offence",
    ),
    pytest.param(
        "Прокурор предъявил обвинение по статье 305-1 майору.",
        [("Criminal Code", "305-1", None, None)],
        id="the code of a charge",
    ),
    pytest.param(
        "Адвокат ссылается на статью 305-1.",
        [(None, "305-1", None, None)],
        id="nobody is charged, and no code told",
    ),
]


@pytest.mark.parametrize(("text", "keys"), STATUTES)
def test_statutes(russian: Language, text: str, keys: list[tuple[str | None, ...]]) -> None:
    found = entries(annotated(russian, text))["statutes"]
    assert [(s.instrument, s.article, s.part, s.point) for s in found] == keys


FIGURES = [
    pytest.param("Задержали 14 работников колонии.", [(14, None, None)], id="digits"),
    pytest.param("Избили семерых заключённых.", [(7, None, None)], id="collective, accusative"),
    pytest.param("Голодали около двух десятков осужденных.", [(20, None, "about")], id="tens"),
    pytest.param("Там полтора десятка арестантов.", [(15, None, None)], id="полтора"),
    pytest.param("Более 500 заключенных вышли.", [(500, None, "at_least")], id="a bound"),
    pytest.param("Ему дали 12 лет и 300 тысяч тенге штрафа.", [], id="years and money"),
    pytest.param("Его били пять раз.", [], id="times"),
    pytest.param(
        "Из 210 жалоб до суда дошло не больше 30.",
        [(210, None, None), (30, None, "at_most")],
        id="some of what is counted",
    ),
    pytest.param(
        "Там 150 женщин. Около 40 из них больны.",
        [(150, None, None), (40, None, "about")],
        id="of them",
    ),
    pytest.param("Сдали 9 корпусов из 14.", [(9, None, None), (14, None, None)], id="of all"),
    pytest.param("В 3 корпусе колонии жгли матрасы.", [], id="the third is no count"),
    pytest.param("Начальник 3 отряда молчит.", [], id="nor is the third's"),
    pytest.param("Закрыли три отряда.", [(3, None, None)], id="squads are counted in words"),
    pytest.param("В колонии 80 камер.", [(80, None, None)], id="no number of the colony"),
    pytest.param("Его держат в колонии 5.", [], id="the number of the colony"),
    pytest.param("Пришли человек двадцать.", [(20, None, "about")], id="about, by order"),
    pytest.param("Пришли десятка два друзей.", [(20, None, "about")], id="tens, by order"),
    pytest.param("Таких писем за год тридцать.", [(30, None, None)], id="the noun opens"),
    pytest.param("Осуждённые (их около 700) молчат.", [(700, None, "about")], id="их"),
    pytest.param("Пятеро нападавших убиты.", [(5, None, None)], id="a participle for people"),
    pytest.param(
        "Сидят шесть осуждённых. Двое порезали себе вены.",
        [(6, None, None), (2, None, None)],
        id="some of those of the sentence before",
    ),
    pytest.param("Там 7,6 тысячи человек.", [(7600, None, None)], id="a comma is the decimal sign"),
    pytest.param("Слегло полсотни женщин.", [(50, None, None)], id="полсотни"),
    pytest.param("Ни один сотрудник не пришёл.", [], id="not one"),
    pytest.param(
        "Собрались шестеро соседей, четверых полиция увезла.",
        [(6, None, None), (4, None, None)],
        id="the police are not counted",
    ),
    pytest.param(
        "Освобождаются 29 осуждённых, досрочно — 41.",
        [(29, None, None), (41, None, None)],
        id="the other half of a comparison",
    ),
    pytest.param("Число погибших превысило тридцать.", [(30, None, None)], id="their number"),
    pytest.param("Его отпустили под залог 5 000 лари.", [], id="money of Georgia"),
    pytest.param(
        "Число узников сократилось с 30 тысяч до 21 400 человек.",
        [(30_000, None, None), (21_400, None, None)],
        id="a change is no range",
    ),
    pytest.param("Пришли две-три тысячи писем.", [(2000, 3000, None)], id="a range by a hyphen"),
    pytest.param("Голодали около сотни узников.", [(100, None, "about")], id="a lone hundred"),
    pytest.param("Голодали сотни узников.", [], id="hundreds"),
    pytest.param(
        "Двое узников бежали, ещё троих поймали.",
        [(2, None, None), (3, None, None)],
        id="others may be more",
    ),
]


@pytest.mark.parametrize(("text", "values"), FIGURES)
def test_figures(
    russian: Language, text: str, values: list[tuple[int, int | None, str | None]]
) -> None:
    found = entries(annotated(russian, text))["figures"]
    assert [(f.value, f.max, f.qualifier) for f in found] == values


EVENTS = [
    pytest.param(
        "По словам адвоката, осужденного ИК-6 избили надзиратели.",
        ("torture_or_ill_treatment", "alleged", "IK-6"),
        id="one side's word is alleged",
    ),
    pytest.param(
        "К дисциплинарной ответственности привлекли 14 работников ИК-6.",
        ("dismissal_or_discipline", "reported", "IK-6"),
        id="counted people behind a verb without a doer are its object",
    ),
    pytest.param(
        "Суд перенесут, а осужденного ИК-6 освободят 3 мая.",
        ("release_or_amnesty", "ordered_or_planned", "IK-6"),
        id="the future is planned",
    ),
]


@pytest.mark.parametrize(("text", "told"), EVENTS)
def test_events(russian: Language, text: str, told: tuple[str, str, str]) -> None:
    found = annotated(russian, text)._.events
    assert told in [(event.type, event.status, event.facility) for event in found]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Осужденного ИК-6 не били.", id="denied by the text"),
        pytest.param("Если осужденного ИК-6 изобьют, виновных накажут.", id="a condition"),
        pytest.param("Обзор о пытках в ИК-6 вышел в журнале.", id="a mere topic"),
    ],
)
def test_what_did_not_happen_is_no_event(russian: Language, text: str) -> None:
    types = {event.type for event in annotated(russian, text)._.events}
    assert "torture_or_ill_treatment" not in types
