"""Who wrote an article, from the lines that say so."""

from pathlib import Path

import pytest

from custody_records.articles.byline import author_in
from custody_records.articles.read import read

LINES = [
    pytest.param("By Jane Mwangi", "Jane Mwangi", id="by"),
    pytest.param("By: Jane Mwangi - Reporter / @jmwangi", "Jane Mwangi", id="a colon, the office"),
    pytest.param("By JANE MWANGI and Peter O'Neil", "JANE MWANGI and Peter O'Neil", id="capitals"),
    pytest.param("BY JANE MWANGI AND ADA BO", "JANE MWANGI AND ADA BO", id="two in capitals"),
    pytest.param("By AFP", "AFP", id="an agency keeps its capitals"),
    pytest.param("By Jane Mwangi For Example Online", "Jane Mwangi", id="for an outlet"),
    pytest.param("By Jane Mwangi, Example News", "Jane Mwangi", id="an outlet behind the name"),
    pytest.param("By Jane Mwangi, Nakuru", "Jane Mwangi", id="a town behind the name"),
    pytest.param("By Jane Mwangi and agencies", "Jane Mwangi", id="agencies beside the name"),
    pytest.param("By Ada Bo, Cy Di and Ed Fu", "Ada Bo, Cy Di and Ed Fu", id="several people"),
    pytest.param("By Jane Mwangi Published 3 May 2021", "Jane Mwangi", id="the day behind"),
    pytest.param("Posted by Jane Mwangi on May 3, 2021", "Jane Mwangi", id="a blog"),
    pytest.param("By RFE/RL's Kazakh Service", "RFE/RL's Kazakh Service", id="a stroke in a name"),
    pytest.param("Jane Mwangi Home affairs correspondent", "Jane Mwangi", id="no by, the office"),
    pytest.param("Jane Mwangi, Africa editor", "Jane Mwangi", id="no by, comma, the office"),
    pytest.param("5 June 2024 | By Jane Mwangi, High Court", "Jane Mwangi", id="behind a day"),
    pytest.param("7 мая, 10:15. Анна Котова", "Анна Котова", id="Russian, behind the hour"),
    pytest.param(
        "7 мая 2021, 10:15  Автор: Анна Котова  Просмотров: 18", "Анна Котова", id="label"
    ),
    pytest.param("Анна Котова", "Анна Котова", id="Russian, a name alone"),
    pytest.param("Нижний Тагил", None, id="two Russian words of no name"),
    pytest.param("7 мая, 10:15. Новый обыск", None, id="a headline behind the hour"),
    pytest.param("By Our Correspondent", "Our Correspondent", id="as-printed"),
    pytest.param("5 June 2024 | Our Legal Correspondent", "Our Legal Correspondent", id="a desk"),
    pytest.param("Chui Post • 5 June 2024 • Staff reporter", "Staff reporter", id="a desk behind"),
    pytest.param("Reporters: Anna Roe, Peter Doe", "Anna Roe, Peter Doe", id="a list"),
    pytest.param("Žofie Kralj   |   21. 8. 2020.", "Žofie Kralj", id="a day with blanks"),
    pytest.param("19 April 2024 | Chiang Mai", None, id="a town"),
    pytest.param("Anna Roe in Osh · 5 June 2024 · 4 min read", "Anna Roe", id="minutes"),
    pytest.param("A journey in four parts, by Anna Roe", "Anna Roe", id="what was written"),
    pytest.param("Court notes by advocate Anna Roe", "Anna Roe", id="a lawyer's notes"),
    pytest.param("by Anna Roe, attorney, Osh", "Anna Roe", id="what the author is"),
    pytest.param("Anna Roe, court desk", "Anna Roe", id="at a desk"),
    pytest.param("Chui Times court reporter Anna Roe", "Anna Roe", id="of an outlet"),
    pytest.param("Verified by Anna Roe", "Anna Roe", id="who checked it"),
    pytest.param("Translated by Anna Roe", None, id="a translator"),
    pytest.param("By the end of May", None, id="a time"),
    pytest.param("Photo by Jane Mwangi", None, id="a picture"),
    pytest.param("Jailed Kenyan journalist and editor", None, id="two nouns for people"),
    pytest.param("Death of a reporter", None, id="a headline about a reporter"),
]


@pytest.mark.parametrize(("line", "author"), LINES)
def test_a_byline_names_its_author(line: str, author: str | None) -> None:
    assert author_in(line) == author


HEADLINE = "Two guards suspended after inmate's death"
STANDFIRST = "The man, 34, was found in his cell on Monday, and nobody has explained how he died."
STORY = "Two guards were suspended on Tuesday after an inmate died in the prison, officials said."


@pytest.mark.parametrize(
    ("below", "author"),
    [
        pytest.param(["By Jane Mwangi", "May 3, 2021"], "Jane Mwangi", id="below the standfirst"),
        pytest.param(["Jane Mwangi Crime correspondent"], "Jane Mwangi", id="with the office"),
        pytest.param(["By Staff Reporter"], "Staff Reporter", id="of a desk"),
    ],
)
def test_a_byline_is_no_part_of_the_story(
    tmp_path: Path, below: list[str], author: str | None
) -> None:
    lines = [HEADLINE, STANDFIRST, *below, STORY, STORY]
    (tmp_path / "a.txt").write_text("\n\n".join(lines), encoding="utf-8")
    article = next(iter(read(tmp_path / "a.txt")))
    assert article.info.author == author
    if author:
        assert article.body.split("\n\n") == [HEADLINE, STANDFIRST, STORY, STORY + "\n"]
