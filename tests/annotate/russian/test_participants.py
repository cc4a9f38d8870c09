"""Whom an event befell and whether it did, by (text, type, names)."""

import pytest
from spacy.language import Language

from tests.annotate.events.read import events
from tests.annotate.russian.read import annotated

LISTS = [
    pytest.param(
        "Милиция задержала журналистов Анну Касько, Егора Лося и юриста Дину Сафину.",
        "arrest_or_detention",
        ["Анна Касько", "Егор Лось", "Дина Сафина"],
        id="behind a plural, the last behind a noun of her own",
    ),
    pytest.param(
        "Были задержаны журналисты Егор Лось, Анна Касько и юрист Дина Сафина.",
        "arrest_or_detention",
        ["Егор Лось", "Анна Касько", "Дина Сафина"],
        id="in the passive",
    ),
    pytest.param(
        "Суд приговорил активистов Петра Лося, Анну Касько и Егора Дубова к пяти годам.",
        "conviction_or_sentence",
        ["Петр Лось", "Анна Касько", "Егор Дубов"],
        id="that the parser hangs on the first name",
    ),
]


@pytest.mark.parametrize(("text", "type_", "names"), LISTS)
def test_people_listed_behind_a_plural(
    russian: Language, text: str, type_: str, names: list[str]
) -> None:
    doc = annotated(russian, text)
    (event,) = (e for e in events(doc) if e.type == type_)
    entities = [doc._.entities[a.entity].canonical for a in event.subjects]
    assert entities == names


RELEASES = [
    pytest.param("Ему отказали в освобождении из ИК-6.", ["denied"], id="refused to a pronoun"),
    pytest.param(
        "Осужденный ИК-6 Лосев просил суд об освобождении из колонии.", [], id="asked for"
    ),
    pytest.param("Осужденного ИК-6 Лосева освободили.", ["reported"], id="done"),
]


@pytest.mark.parametrize(("text", "statuses"), RELEASES)
def test_releases_asked_for_and_refused(russian: Language, text: str, statuses: list[str]) -> None:
    found = events(annotated(russian, text))
    assert [e.status for e in found if e.type == "release_or_amnesty"] == statuses
