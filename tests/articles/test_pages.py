"""Pages as many outlets print them: every story line survives, every other line is cut.

In ``pages/*.txt`` a line marked ``S`` is the story's, ``F`` is furniture. The texts were written
for these tests. An ``S`` line may lose a picture's credit at its end.
"""

from datetime import date
from pathlib import Path

import pytest

from custody_records.articles.article import Article
from custody_records.articles.read import from_text

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
FACTS = {
    "african_daily": ("2021-02-17", "Ritah Nakato & Moses Okello", "Kampala"),
    "agency_kg": ("2021-04-12", "Nurlan Asanov", None),
    "bbc_like": ("2022-03-03", None, None),
    "blog": ("2018-03-03", None, None),
    "caucasian_knot": ("2018-03-14", "Ilya Azar", None),
    "caucasus_daily": ("2020-10-14", "Nino Beridze", None),
    "committee_alert": ("2022-10-04", None, "Stockholm"),
    "eurasia_magazine": ("2021-03-04", "Aziza Karimova", None),
    "human_rights_portal": ("2021-07-12", "Jane Doe", None),
    "indian_feed": ("2023-05-08", None, "New Delhi"),
    "interfax_kz": ("2020-09-22", None, "Karaganda"),
    "monitor_stamp": ("2023-06-27", None, None),
    "moscow_daily": ("2023-12-25", None, None),
    "ngo_statement": ("2019-05-28", None, "Geneva-Dushanbe"),
    "no_blank_lines": (None, "Tamara Vaal", None),
    "osce_press": ("2014-06-17", None, "BISHKEK"),
    "refworld_labels": ("2016-04-07", "Mushfig Bayram", None),
    "rferl_like": ("2021-04-29", "RFE/RL's Kyrgyz Service", "BISHKEK"),
    "russian": ("2020-03-12", None, None),
    "story_only": (None, None, None),
    "table_rows": ("2020-02-03", None, None),
    "town_courier": ("2019-08-22", "Dana R. Weld", "ELKTON"),
    "turkmen_monitor": ("2019-06-25", None, None),
    "un_release": ("2024-02-19", None, "GENEVA"),
    # The page tells only when it was updated.
    "wire_service": ("2024-07-04", "Yuras Melnik", "TALLINN, Estonia"),
}


def read(page: Path) -> tuple[Article, list[str], list[str]]:
    lines = page.read_text(encoding="utf-8").splitlines()
    article = from_text("\n".join(line[2:] for line in lines), id=page.stem)
    story, furniture = (
        [" ".join(line[2:].split()) for line in lines if line[:1] == mark and line[2:].strip()]
        for mark in "SF"
    )
    return article, story, furniture


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_body_is_the_story_and_nothing_else(page: Path) -> None:
    article, story, _ = read(page)
    body = [line for line in article.body.splitlines() if line]
    assert len(body) == len(story)
    for printed, kept in zip(story, body, strict=True):
        assert printed.startswith(kept)
    assert article.info.title == story[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_is_cut_is_told_with_its_rule(page: Path) -> None:
    article, _, furniture = read(page)
    cuts = [" ".join(cut.text.split()) for cut in article.cuts if cut.rule]
    assert [line for line in furniture if line not in cuts] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_day_author_and_dateline_are_found_where_they_are_printed(page: Path) -> None:
    info = read(page)[0].info
    day, author, dateline = FACTS[page.stem]
    assert info.published == day
    assert info.published is None or date.fromisoformat(info.published)
    assert (info.author, info.dateline) == (author, dateline)
    assert info.published_basis == ("text" if day else "none")
