"""Which day an article appeared: the article's own, not that of another thing of the page."""

from pathlib import Path

import pytest

from custody_records.articles.article import Article
from custody_records.articles.read import from_text, read

STORY = (
    "<article><h1>Prisoner dies in colony</h1><p>The prisoner died on Monday in colony IK-6, the "
    "prison service said in a long statement to reporters.</p><p>His mother told reporters that "
    "guards had beaten him for two weeks before that.</p></article>"
)


def page(folder: Path, head: str) -> Article:
    path = folder / "a.html"
    path.write_text(
        f"<!DOCTYPE html><html><head><title>Prisoner dies in colony</title>{head}</head>"
        f"<body>{STORY}</body></html>",
        encoding="utf-8",
    )
    (article,) = read(path)
    return article


def json_ld(data: str) -> str:
    return f"<script type='application/ld+json'>{data}</script>"


MAIN = '{"@type":"NewsArticle","datePublished":"2021-03-10"}'
TIME = "<meta property='article:published_time' content='2021-03-10T10:00:00Z'>"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            json_ld(f'{{"@graph":[{{"@type":"WebPage","datePublished":"2015-01-01"}},{MAIN}]}}'),
            id="the article before its page",
        ),
        pytest.param(
            json_ld(f'[{{"@type":"Organization","datePublished":"2010-01-01"}},{MAIN}]'),
            id="no organization's",
        ),
        pytest.param(
            json_ld('{"@type":"ImageObject","datePublished":"2019-01-02"}') + TIME,
            id="a picture's is none, the meta tag counts",
        ),
        pytest.param(
            json_ld('{"@type":"WebPage","datePublished":"2015-01-01"}') + TIME,
            id="the meta tag of articles before the page's object",
        ),
        pytest.param(
            json_ld('{"@type":["Thing","https://schema.org/BlogPosting"],'
                    '"datePublished":"2021-03-10"}'),
            id="a type by its address, among others",
        ),
        pytest.param(json_ld('{"datePublished":"2021-03-10"}'), id="an object without a type"),
    ],
)  # fmt: skip
def test_the_head_of_a_page(tmp_path: Path, head: str) -> None:
    assert page(tmp_path, head).info.published == "2021-03-10"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Published: 3 September 2024\n\n{}", id="a label above a text without title"),
        pytest.param("Published: 3 September 2024\n{}", id="without a blank line"),
        pytest.param("Two die\n\nPublished: 3 September 2024\n\n{}", id="below a title"),
    ],
)
def test_a_labelled_line(text: str) -> None:
    story = "Two inmates died in colony LA-155/14 on Friday, the ministry said in a statement."
    found = from_text(text.format(story))
    assert (found.info.published, found.info.published_basis) == ("2024-09-03", "text")
    assert "September" not in found.body


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        pytest.param("Updated Monday, March 15, 2021, 9:52 p.m.", "2021-03-15", id="no other day"),
        pytest.param("Last updated: 15 March 2021", "2021-03-15", id="last updated"),
        pytest.param(
            "March 10, 2021\nUpdated March 15, 2021", "2021-03-10", id="the first day wins"
        ),
    ],
)
def test_the_day_of_a_change_counts_where_there_is_no_other(lines: str, day: str) -> None:
    body = "An inmate died in IK-6 on Monday, the prison service told reporters in the evening."
    article = from_text(f"Prisoner dies in the colony\n\nBy Jane Mwangi\n{lines}\n\n{body}\n")
    assert str(article.info.published) == day


def test_days_more_than_a_week_apart_are_told(tmp_path: Path) -> None:
    far = page(tmp_path, TIME + "<link rel='canonical' href='https://n.example/2018/11/14/a'>")
    assert far.info.published == "2021-03-10"
    assert far.doubts
    assert "2018-11-14 in the address" in far.doubts[0]
    near = page(tmp_path, TIME + "<link rel='canonical' href='https://n.example/2021/03/12/a'>")
    assert near.doubts == ()


def test_how_the_day_was_found_survives_the_front_matter() -> None:
    path_text = "---\npublished: 2021-03-10\npublished_basis: url\n---\nTwo die\n\nIn May.\n"
    from custody_records.articles.formats import plain

    draft = plain.draft(path_text, "a.txt", markdown=False)
    assert (draft.published, draft.basis) == ("2021-03-10", "url")


LONG = "The prisoner died on Monday in colony IK-6, the service said in a statement. " * 4


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            f"Nobody came to help him\n\nHow a man died in a jail.\n\nAnna Lee\nReporter\n"
            f"20 August 2021 – 2.15pm\n\n{LONG}",
            "2021-08-20",
            id="below a standfirst and a byline without By",
        ),
        pytest.param(
            f"Nobody came to help\n\nPlover City Court\nCase No. 4-12\n20 August 2021\n\n{LONG}",
            None,
            id="of a hearing",
        ),
        pytest.param(
            f"Free him now\n\nStory by Anna Lee Otieno in Kisumu, 20 August 2021\n\n{LONG}",
            "2021-08-20",
            id="of a byline",
        ),
        pytest.param(
            f"Free him now\n\nFirst published in the Plover City Courier, 20 August 2021\n\n{LONG}",
            "2021-08-20",
            id="of a paper",
        ),
        pytest.param(
            f"THE PLOVER ECHO\nFriday 20 August 2021\n\nTwo guards held over a death in jail\n\n"
            f"{LONG}",
            "2021-08-20",
            id="with its weekday above the headline, where nothing else tells",
        ),
        pytest.param(
            f"Daily log for 20 August 2021: visits stopped\n\n{LONG}", "2021-08-20", id="of a log"
        ),
        pytest.param(
            f"The long riot at Plover City jail of 20 August 2021\n\n{LONG}",
            None,
            id="of what a title is about",
        ),
        pytest.param(
            f"Free him now\n\n{LONG}\n\nFor the board\nAnna Lee\n\nKyiv, 20 August 2021",
            "2021-08-20",
            id="of a signature",
        ),
        pytest.param(
            f"Free him now\n\nİzmir/Bogotá, 20 August 2021 – {LONG}",
            "2021-08-20",
            id="of a dateline with letters of other languages",
        ),
    ],
)
def test_the_day_in_a_text(text: str, day: str | None) -> None:
    assert from_text(text).info.published == day


LEAD = "Two prisoners died in the colony on Monday, the prison service said in a statement. " * 2
REST = "The families were not told until the next morning, and nobody was charged by October. " * 2
TITLE = "Two die in a prison fire"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("Sahel Watch bulletin, issue 14, 3 May 2021", "2021-05-03", id="an issue"),
        pytest.param("Delta Courier (English edition), 3 May 2021", "2021-05-03", id="an edition"),
        pytest.param("Live blog. Updated at 09:30 on 3 May 2021", "2021-05-03", id="a live page"),
        pytest.param("Posted 05/03/2021 9:14 a.m. EST", "2021-05-03", id="an hour of America"),
        pytest.param("Week of 26 April to 3 May 2021", "2021-05-03", id="a digest's last day"),
        pytest.param("Issue 14 | April 27 – May 3, 2021", "2021-05-03", id="days of an issue"),
        pytest.param("Weekly overview, May 1–3, 2021", "2021-05-03", id="days of one month"),
        pytest.param("Опубликовано 3 мая 2021", "2021-05-03", id="a Russian label"),
        pytest.param("What a fire of 3 May 2021 left, in ten voices", None, id="a standfirst"),
    ],
)
def test_a_line_below_the_headline_tells_the_day(line: str, day: str | None) -> None:
    info = from_text(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{REST}").info
    assert (info.title, info.published) == (TITLE, day)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("Delta Herald, 3 May 2021. By Grace Obi", "2021-05-03", id="a credit"),
        pytest.param("Delta Herald | Text: Grace Obi | 3 May 2021", "2021-05-03", id="with bars"),
        pytest.param("Photo: The colony after the fire, 3 May 2021", None, id="a caption"),
        pytest.param("Read also: Ten die in jail, 3 May 2021", None, id="another article"),
    ],
)
def test_a_credit_below_the_first_paragraph_tells_the_day(line: str, day: str | None) -> None:
    assert from_text(f"{TITLE}\n\n{LEAD}\n\n{line}\n\n{REST}").info.published == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param(
            "— Additional reporting by A. Bo. May 3, 2021", "2021-05-03", id="behind help"
        ),
        pytest.param("(With inputs from agencies. 3 May 2021)", "2021-05-03", id="in brackets"),
        pytest.param("She teaches law. Published on 3 May 2021.", "2021-05-03", id="a label"),
        pytest.param(
            "A version of this article ran in the print edition of the Delta Herald on May 3, "
            "2021, on page 3.",
            "2021-05-03",
            id="the print edition",
        ),
        pytest.param("The next hearing is on 3 May 2021.", None, id="a hearing"),
        pytest.param("The list of the dead was published on 3 May 2021.", None, id="a list"),
        pytest.param("Photo: The colony. 3 May 2021", None, id="a caption"),
        pytest.param("Read also: Ten die in jail. 3 May 2021", None, id="another article"),
    ],
)
def test_the_last_line_tells_the_day(line: str, day: str | None) -> None:
    assert from_text(f"{TITLE}\n\n{LEAD}\n\n{REST}\n\n{line}").info.published == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        pytest.param("KISUMU (May 3, 2021): ", "2021-05-03", id="in brackets before a colon"),
        pytest.param("May 3, 2021 – ", "2021-05-03", id="alone"),
        pytest.param("On 3 May 2021 a court freed two of the men. ", None, id="of an event"),
    ],
)
def test_the_first_words_tell_the_day(head: str, day: str | None) -> None:
    assert from_text(f"{TITLE}\n\n{head}{LEAD}\n\n{REST}").info.published == day


@pytest.mark.parametrize(
    ("days", "day"),
    [
        pytest.param("on 12 October 2020 and 3 June", "2021-05-03", id="days before their months"),
        pytest.param("on October 12, 2020 and June 3", None, id="months first, in many countries"),
    ],
)
def test_the_storys_own_days_tell_the_order_of_figures(days: str, day: str | None) -> None:
    text = f"{TITLE}\n\nBy Grace Obi, 03/05/2021\n\nHe was beaten {days}, she said. {LEAD}"
    assert from_text(text).info.published == day
