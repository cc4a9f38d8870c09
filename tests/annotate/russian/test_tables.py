"""Russian dates, statutes, names, numbers and events: a sentence and what it tells."""

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
]


@pytest.mark.parametrize(("text", "keys"), STATUTES)
def test_statutes(russian: Language, text: str, keys: list[tuple[str | None, ...]]) -> None:
    found = entries(annotated(russian, text))["statutes"]
    assert [(s.instrument, s.article, s.part, s.point) for s in found] == keys


PEOPLE = [
    pytest.param("Слова министра Ерлана Тургумбаева.", "Ерлан Тургумбаев", id="genitive, a man"),
    pytest.param("Отказали Асель Жумабаевой в Павлодаре.", "Асель Жумабаева", id="dative, a woman"),
    pytest.param("Встретились с Дмитрием Артюшенко.", "Дмитрий Артюшенко", id="-ко never changes"),
    pytest.param("Жалобы Марины Черных отклонили.", "Марина Черных", id="-ых never changes"),
    pytest.param("Адвокату Анне Штраус отказали.", "Анна Штраус", id="a woman's in a consonant"),
    pytest.param("Дело Сергея Гайдая закрыли.", "Сергей Гайдай", id="-ай is a man's"),
    pytest.param("Жену Зелимхана Хангошвили убили.", "Зелимхан Хангошвили", id="-швили"),
    pytest.param(
        "Передали Нурсултану Абишевичу Назарбаеву.", "Нурсултан Абишевич Назарбаев", id="patronymic"
    ),
    pytest.param("Мать Дарьи Станкевич ждала.", "Дарья Станкевич", id="like a patronymic"),
    pytest.param("Гонца задержали. Сергей Гонец ждал.", "Сергей Гонец", id="a dropped vowel"),
    pytest.param("В колонии избили Тимура К. и увезли.", "Тимур К.", id="an initial behind"),
    pytest.param("Ответил директор службы майор Игорь Лось.", "Игорь Лось", id="behind a rank"),
    pytest.param("Отдали начальнику колонии Олегу КОВАЛЕНКО.", "Олег Коваленко", id="capitals"),
    pytest.param("Умер сын адвоката Вугара Расулли.", "Вугар Расулли", id="-ли never changes"),
    pytest.param("Отпустили Заура Чкадуа и Левана Жвания.", "Леван Жвания", id="-ия of a man"),
    pytest.param("Следователь Алима Нургалиева приехала.", "Алима Нургалиева", id="by her verb"),
    pytest.param(
        "Об этом сказал депутат Алима Нургалиева.", "Алима Нургалиева", id="by the office"
    ),
    pytest.param("Схватили Мусаева. Избили Мусаева вечером.", "Мусаев", id="behind a verb"),
    pytest.param("Слесаря Ивана Ломова били в колонии.", "Иван Ломов", id="behind a trade"),
]


@pytest.mark.parametrize(("text", "name"), PEOPLE)
def test_names_stand_in_the_nominative(russian: Language, text: str, name: str) -> None:
    assert name in [person.name for person in entries(annotated(russian, text))["people"]]


def test_a_capital_of_the_sentence_makes_no_name(russian: Language) -> None:
    text = "Омбудсман приехал в колонию. — Фельдшер был один раз. Осуждённый К. жаловался."
    assert entries(annotated(russian, text))["people"] == []


def test_a_bare_surname_is_the_person_of_the_text(russian: Language) -> None:
    text = "Руслан Оздоев приехал в Караганду. Оздоева задержали у колонии."
    (person,) = entries(annotated(russian, text))["people"]
    assert (person.name, len(person.mentions)) == ("Руслан Оздоев", 2)


def test_a_name_and_patronymic_are_the_person_of_the_text(russian: Language) -> None:
    text = "Ирина Савина приехала в колонию. Ирина Олеговна ждала у ворот."
    (person,) = entries(annotated(russian, text))["people"]
    assert (person.name, len(person.mentions)) == ("Ирина Савина", 2)


def test_a_city_that_the_recogniser_takes_for_somebody(russian: Language) -> None:
    found = entries(annotated(russian, "До Аркалыка от Костаная шесть часов по степи."))
    assert (found["people"], len(found["places"])) == ([], 2)


def test_a_surname_is_not_guessed_into_another_person(russian: Language) -> None:
    text = "Сергей Петров обвинил надзирателя. Суд допросил Анну Петрову."
    found = [person.name for person in entries(annotated(russian, text))["people"]]
    assert found == ["Сергей Петров", "Анна Петрова"]


ROLES = [
    pytest.param(
        "Об этом сказали члены ОНК Карелии Анна Лис и Иван Ломов.",
        {"Анна Лис": ("член ОНК Карелии",), "Иван Ломов": ("член ОНК Карелии",)},
        id="a plural with what it is of",
    ),
    pytest.param(
        "Иван Ломов, осуждённый за кражу, умер в колонии.",
        {"Иван Ломов": ("осуждённый",)},
        id="a standing without what for",
    ),
    pytest.param(
        "Адвокат Анна Лис ждала у ворот. Защитницу не пустили.",
        {"Анна Лис": ("адвокат",)},
        id="a noun without a name adds none",
    ),
    pytest.param(
        "Рассказал заместитель директора службы Олег Котов.",
        {"Олег Котов": ("заместитель директора службы",)},
        id="a deputy's chief",
    ),
    pytest.param(
        "Говорят инспекторы Олег Котов и Иван Лис.",
        {"Олег Котов": ("инспектор",), "Иван Лис": ("инспектор",)},
        id="of each",
    ),
    pytest.param("Соседей Олега Котова увезли.", {"Олег Котов": ()}, id="whose they are"),
    pytest.param(
        "Задержали каменщика Олега Котова.", {"Олег Котов": ("каменщик",)}, id="any trade beside"
    ),
    pytest.param("В ИК-6 избили таджика Олега Котова.", {"Олег Котов": ()}, id="no nationality"),
    pytest.param(
        "Иван Лис, архитектор из Пскова, объявил голодовку.",
        {"Иван Лис": ("архитектор",)},
        id="not from where he is",
    ),
    pytest.param(
        "Врио начальника УФСИН полковник Олег Котов ушёл.",
        {"Олег Котов": ("врио начальника УФСИН", "полковник")},
        id="an office that is not declined, then a rank",
    ),
    pytest.param(
        "Новый начальник колонии — майор Олег Котов.",
        {"Олег Котов": ("новый начальник колонии", "майор")},
        id="over a dash",
    ),
    pytest.param(
        "Муж Анны Лис, слесарь Иван Лис, в колонии.",
        {"Анна Лис": (), "Иван Лис": ("муж Анны Лис", "слесарь")},
        id="of kin, whose",
    ),
    pytest.param(
        "Анна Лис, 44 года, бухгалтер из Пскова, ждёт суда.",
        {"Анна Лис": ("бухгалтер",)},
        id="behind the age",
    ),
    pytest.param(
        "Один из оперативников, Олег Котов, задержан.",
        {"Олег Котов": ("оперативник",)},
        id="one of them",
    ),
    pytest.param(
        "Другой фигурант Олег Котов сбежал.", {"Олег Котов": ("фигурант",)}, id="not which"
    ),
    pytest.param(
        "Надзорный прокурор Олег Котов молчит.",
        {"Олег Котов": ("надзорный прокурор",)},
        id="with its adjective",
    ),
    pytest.param(
        "Приехали адвокат, Иван Лис и Олег Котов.",
        {"Иван Лис": (), "Олег Котов": ()},
        id="a list of others",
    ),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_roles(russian: Language, text: str, roles: dict[str, tuple[str, ...]]) -> None:
    found = entries(annotated(russian, text))["people"]
    assert {person.name: tuple(person.roles) for person in found} == roles


PLACES = [
    pytest.param("Он живёт в Семее.", "Семей", id="in the gazetteer"),
    pytest.param("Дело слушали в Кемеровской области.", "Кемеровская область", id="a region"),
    pytest.param("Его увезли в село Заречное под Алматы.", "Заречное", id="the type word drops"),
    pytest.param("Он родом из Усть-Каменогорска.", "Усть-Каменогорск", id="a hyphen"),
    pytest.param("Колония под Капшагаем закрыта.", "Капшагай", id="by endings alone"),
    pytest.param(
        "Колония под Великими Луками закрыта.", "Великие Луки", id="a plural of two words"
    ),
    pytest.param("Его осудили.\nГомель\nЕё осудили.", "Гомель", id="alone on its line"),
]


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_places_stand_in_the_nominative(russian: Language, text: str, name: str) -> None:
    assert name in [place.name for place in entries(annotated(russian, text))["places"]]


BODIES = [
    pytest.param(
        "Туда выехала группа департамента полиции Алматинской области.",
        "департамент полиции Алматинской области",
        id="lower case with a region",
    ),
    pytest.param("Об этом сообщили в УФСИН по Карелии.", "УФСИН по Карелии", id="УФСИН по"),
    pytest.param("Проверку начал ДУИС по ЗКО.", "ДУИС по ЗКО", id="ДУИС по"),
    pytest.param(
        "Об этом заявили в управлении собственной безопасности МВД.",
        "управление собственной безопасности МВД",
        id="a branch with a name of its own",
    ),
    pytest.param(
        "Комитета уголовно-исполнительной системы это не касается.",
        "Комитет уголовно-исполнительной системы",
        id="genitive",
    ),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_bodies_stand_in_the_nominative(russian: Language, text: str, name: str) -> None:
    found = entries(annotated(russian, text))
    assert name in [body.name for body in found["organizations"]]
    assert not found["places"]


ORGANIZATIONS = [
    pytest.param("Дело ведёт областное управление КУИС.", ["КУИС"], id="a branch without a name"),
    pytest.param(
        "Это решил председатель Конституционного суда.", ["Конституционный суд"], id="no statute"
    ),
    pytest.param("Уполномоченный по правам человека Российской Федерации уехал.", [], id="a state"),
    pytest.param("В колонию вошёл спецназ ГСИН «Барс».", ["ГСИН"], id="the name of its unit"),
    pytest.param(
        "Сотрудники Национального центра Кыргызской Республики по предупреждению пыток уехали.",
        ["Национальный центр Кыргызской Республики по предупреждению пыток"],
        id="what it is for, behind the state",
    ),
    pytest.param("Он написал об этом в Facebook.", [], id="a platform"),
    pytest.param(
        "Омский областной суд отклонил жалобу.", ["Омский областной суд"], id="opens its sentence"
    ),
    pytest.param("Областной суд отклонил жалобу.", [], id="a level is no name"),
    pytest.param(
        "Омская прокуратура по надзору за соблюдением законов в колониях молчит.",
        ["Омская прокуратура по надзору за соблюдением законов в колониях"],
        id="what it is for, with what that is of",
    ),
    pytest.param("Его били в Карасуйском РОВД.", ["Карасуйский РОВД"], id="of its district"),
    pytest.param("Его били в РОВД.", [], id="of no district"),
    pytest.param("В колонию вошёл ОМОН «Рысь».", ["ОМОН «Рысь»"], id="with its title"),
    pytest.param("В УФСИН комментариев не дали.", ["УФСИН"], id="what is denied"),
    pytest.param(
        "Дело ведёт Тюремная служба Министерства юстиции.",
        ["Тюремная служба", "Министерство юстиции"],
        id="two levels",
    ),
    pytest.param(
        "ДУИС молчит. Департамент уголовно-исполнительной системы по ВКО ответил.",
        ["Департамент уголовно-исполнительной системы по ВКО"],
        id="its initials",
    ),
    pytest.param(
        "Госдума молчит. Проект внесли в Государственную думу.",
        ["Государственная дума"],
        id="its name in short",
    ),
    pytest.param("Об этом знает Северный фонд (СФПЗ).", ["Северный фонд"], id="in brackets"),
]


@pytest.mark.parametrize(("text", "names"), ORGANIZATIONS)
def test_bodies_of_a_sentence(russian: Language, text: str, names: list[str]) -> None:
    assert [body.name for body in entries(annotated(russian, text))["organizations"]] == names


NO_PLACES = [
    pytest.param("Он живёт на улице Абая.", id="a street"),
    pytest.param("Это сказал Президент Республики.", id="an office"),
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_what_sounds_like_a_place_is_none(russian: Language, text: str) -> None:
    assert entries(annotated(russian, text))["places"] == []


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
