"""Russian names, roles, places and bodies: a sentence and what it tells."""

import pytest
from spacy.language import Language

from custody_records.records.assemble import entries
from tests.annotate.russian.read import annotated

PEOPLE = [
    pytest.param("Ждала Айдана Бекболот кызы.", "Айдана Бекболот кызы", id="кызы closes a name"),
    pytest.param(
        "Приговорили Айбека Сатар уулу, остальных оправдали.",
        "Айбек Сатар уулу",
        id="a father's name before уулу never changes",
    ),
    pytest.param("Заключённый по имени Улан показал шрамы.", "Улан", id="called by a name alone"),
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
    pytest.param(
        "Судебная коллегия по уголовным делам Омского областного суда уменьшила срок.",
        ["Омский областной суд"],
        id="a part of a court",
    ),
    pytest.param("Законопроект ушёл в сенат.", ["сенат"], id="there is one of it"),
    pytest.param(
        "Его лечили в больнице «Заря», потом в больнице.", ["больница «Заря»"], id="a hospital"
    ),
    pytest.param("Об этом сообщила пресс-служба ГУФСИН края.", ["ГУФСИН края"], id="its territory"),
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Он рассказал это «Слову».", ["Слово"], id="told it"),
        pytest.param("ОМСК, 2 мая — Слово. Его нашли.", [], id="signs its dateline"),
    ],
)
def test_the_publisher_in_its_own_story(russian: Language, text: str, names: list[str]) -> None:
    doc = annotated(russian, text, publisher="Слово")
    assert [body.name for body in entries(doc)["organizations"]] == names


NO_PLACES = [
    pytest.param("Он живёт на улице Абая.", id="a street"),
    pytest.param("Это сказал Президент Республики.", id="an office"),
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_what_sounds_like_a_place_is_none(russian: Language, text: str) -> None:
    assert entries(annotated(russian, text))["places"] == []
