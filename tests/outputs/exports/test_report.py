"""The report page, in a real browser: complete, safe, silent, and usable without a mouse."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from custody_records.outputs.exports.report import build
from custody_records.outputs.exports.report.build import write
from custody_records.outputs.exports.source import Source
from tests.browser import DESKTOP, PHONE, Visit, violations
from tests.outputs.exports import hostile
from tests.outputs.exports.conftest import article

Make = Callable[[list[dict[str, Any]], dict[str, str]], Source]
BODY = "{title}\n\nOn April 24 Ada Bo was beaten in LA-155/8 near Almaty, the Prison Service said."
VIEWS = ("overview", "events", "facilities", "people", "organizations", "articles")


def _mention(body: str, text: str) -> list[dict[str, Any]]:
    start = body.index(text)
    return [{"text": text, "start": start, "end": start + len(text)}]


def _record(id_: str, title: str = "Riot", **changes: Any) -> dict[str, Any]:
    """Return a record with one entry of most fields; ``changes`` are of its one event."""
    body = BODY.format(title=title)
    made = [{"by": "rule", "id": "facility.code", "base": None}]
    link = {"authority": "x", "id": "1", "latitude": 43.2, "longitude": 76.9}

    def entry(text: str, **told: Any) -> dict[str, Any]:
        return {**told, "mentions": _mention(body, text), "provenance": made}

    event = {
        "type": "torture_or_ill_treatment",
        "status": "alleged",
        "facility": "LA-155/8",
        "place": "Almaty",
        "date": "2019-04-24",
        "subjects": ["Ada Bo"],
        "actors": [],
        "sources": ["Prison Service"],
        "evidence": _mention(body, body.split("\n")[-1]),
        "provenance": made,
        "basis": {"facility": "sentence", "place": "paragraph", "date": "sentence"},
        **changes,
    }
    facility = {"code": "LA-155/8", "name": None, "kind": "prison", "place": "Almaty"}
    return {
        "schema_version": "1.0",
        "article": article(id_, title=title, published="2019-04-25", publisher="The Paper"),
        "facilities": [entry("LA-155/8", **facility, country="KZ", aliases=[], link=link)],
        "people": [entry("Ada Bo", name="Ada Bo", roles=["prisoner"], age=40)],
        "organizations": [entry("Prison Service", name="Prison Service")],
        "places": [entry("Almaty", name="Almaty", link={**link, "id": "2"})],
        "events": [event],
    }


def _page(source_of: Make, tmp_path: Path, records: list[dict[str, Any]]) -> Path:
    bodies = {
        r["article"]["id"]: BODY.format(title=r["article"]["title"])
        for r in records
        if len(r["article"]["id"]) < 200  # no file name
    }
    return write(source_of(records, bodies), tmp_path / "out")[0]


def _hostile(number: int, text: str) -> dict[str, Any]:
    record = _record(f"a{number}", text, subjects=[text], sources=[text], facility=text)
    record["article"] |= {"url": f"javascript:{text}", "publisher": text, "notice": text}
    record["facilities"][0] |= {"code": None, "name": text, "place": text, "link": None}
    record["people"][0] |= {"name": text, "roles": [text]}
    record["organizations"][0]["name"] = text
    return record


def test_hostile_text_stays_text(source_of: Make, tmp_path: Path, visit: Visit) -> None:
    texts = list(hostile.TEXTS.values())
    records = [_hostile(number, text) for number, text in enumerate(texts)]
    page = visit(_page(source_of, tmp_path, records))
    articles = [f"article/a{number}" for number in range(len(texts))]
    for place in (*VIEWS, *articles, "overview?q=April"):
        page.evaluate(f"location.hash = '{place}'; draw()")
        assert page.title() in ("custody-records: report", *texts)
        assert page.locator("main img, main script, main svg[onload]").count() == 0
        assert page.locator("a[href^=javascript]").count() == 0
        assert page.locator("h2").count() >= 1
    assert page.locator("#status").inner_text().startswith(f"{len(texts)} articles")


def test_characters_that_turn_the_direction_are_shown(
    source_of: Make, tmp_path: Path, visit: Visit
) -> None:
    page = visit(_page(source_of, tmp_path, [_record("a", hostile.TEXTS["bidi"])]), "#articles")
    shown = page.locator("main").inner_text()
    assert "prison [U+202E]gnp.exe[U+202C]" in shown
    assert "\u202e" not in shown


def test_every_article_has_its_address(source_of: Make, tmp_path: Path, visit: Visit) -> None:
    records = [_record(id_, f"Story {n}") for n, id_ in enumerate(hostile.IDS)]
    page = visit(_page(source_of, tmp_path, records), "#articles")
    for number, id_ in enumerate(hostile.IDS):
        page.locator(f'a[href="#article/{id_}"]').click()
        page.get_by_role("heading", name=f"Story {number}", exact=True).wait_for()
        page.go_back()


def test_a_value_and_its_mark_find_each_other(
    source_of: Make, tmp_path: Path, visit: Visit
) -> None:
    page = visit(_page(source_of, tmp_path, [_record("a")]), "#article/a")
    page.locator("mark", has_text="Ada Bo").click()
    assert "prisoner" in page.locator(".panel .open").inner_text()
    page.locator(".panel .value", has_text="LA-155/8").first.click()
    assert page.locator("mark.on").inner_text() == "LA-155/8"
    assert "facility.code" in page.locator(".panel .open").inner_text()
    page.locator("mark", has_text="Almaty").focus()
    page.keyboard.press("Enter")
    assert "43.200, 76.900 (settlement)" in page.locator(".panel .open").inner_text()
    assert page.evaluate("document.activeElement.textContent") == "Almaty"
    page.locator(".panel .value", has_text="Ada Bo").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("Ada Bo")


def test_a_phone_scrolls_to_what_was_tapped(source_of: Make, tmp_path: Path, visit: Visit) -> None:
    record = _record("a")
    page = visit(_page(source_of, tmp_path, [record]), "#article/a", size=PHONE)
    page.add_style_tag(content=".text { padding-bottom: 200vh; }")
    page.locator(".panel .value", has_text="Ada Bo").first.tap()
    box = page.locator("mark.on").bounding_box()
    assert box
    assert 0 <= box["y"] < PHONE[1]
    page.locator("mark", has_text="Almaty").tap()
    sheet = page.locator(".panel.sheet").bounding_box()
    assert sheet
    assert sheet["y"] < PHONE[1]
    assert "Almaty" in page.locator(".panel .open").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_filters_leave_the_same_number_everywhere(
    source_of: Make, tmp_path: Path, visit: Visit
) -> None:
    records = [
        _record("a"),
        _record("b", "Later", type="escape", status="reported", date="2020-01"),
        _record("c", "Copy"),
    ]
    records[2]["article"]["duplicate_of"] = "a"
    page = visit(_page(source_of, tmp_path, records))
    assert "2 articles · 2 events · 1 facility" in page.locator("#status").inner_text()
    page.locator("#filters [name=type]").select_option("escape")
    page.wait_for_url("**type=escape**")
    assert page.locator("#status").inner_text().startswith("1 article · 1 event · 1 facility")
    cards = page.locator(".figure").all_inner_texts()
    assert [int(card.split()[0]) for card in cards[:3]] == [1, 1, 1]
    page.get_by_role("link", name="Articles", exact=True).click()
    page.get_by_role("heading", name="1 article", exact=True).wait_for()
    assert page.locator("main .row-link").all_inner_texts()[0].startswith("Later")


def test_stated_and_inferred_can_be_told_apart(
    source_of: Make, tmp_path: Path, visit: Visit
) -> None:
    stated = dict.fromkeys(("facility", "place", "date"), "sentence")
    records = [_record("a"), _record("b", "Later", basis=stated, date="2020")]
    path = _page(source_of, tmp_path, records)
    page = visit(path, "#events?told=inferred")
    assert page.locator(".event").count() == 1
    assert "place inferred" in page.locator(".event").inner_text()
    assert visit(path, "#events?told=stated").locator(".chip.inferred").count() == 0


def test_people_of_one_name_are_linked_as_likely(
    source_of: Make, tmp_path: Path, visit: Visit
) -> None:
    other = _record("b", "Later", date="2020")
    other["people"][0]["roles"] = ["lawyer"]
    page = visit(_page(source_of, tmp_path, [_record("a"), other]), "#person/Ada-Bo")
    text = page.locator("main").inner_text()
    assert "Linked by name alone" in text
    assert "prisoner" in text
    assert page.locator(".event").count() == 2


def test_two_spellings_of_a_name_are_linked_as_likely(
    source_of: Make, tmp_path: Path, visit: Visit
) -> None:
    records = [_record("a"), _record("b", "Later"), _record("c", "Last")]
    names = ("Qasym-Zhomart Toqaev", "Kasym-Jomart Tokayev", "Касым-Жомарт Токаев")
    for record, name in zip(records, names, strict=True):
        record["people"][0]["name"] = name
    page = visit(_page(source_of, tmp_path, records), "#people")
    assert page.locator("main .row-link").count() == 1
    page.locator("main .row-link").click()
    page.locator("main").get_by_text("Linked by name alone").first.wait_for()
    text = page.locator("main").inner_text()
    assert [name for name in names if name not in text] == []


def test_what_two_articles_tell_alike_stands_once(
    source_of: Make, tmp_path: Path, visit: Visit
) -> None:
    records = [_record("a"), _record("b", "Later")]
    page = visit(_page(source_of, tmp_path, records), "#facility/LA-155-8")
    assert page.locator(".event").count() == 1
    assert {"Riot", "Later"} <= set(page.locator(".event a").all_inner_texts())


def test_search_finds_on_any_view(source_of: Make, tmp_path: Path, visit: Visit) -> None:
    page = visit(_page(source_of, tmp_path, [_record("a"), _record("b", "Other")]), "#people")
    page.locator("#search").fill("beaten april")
    page.get_by_role("heading", name="2 articles", exact=True).wait_for()
    assert page.get_by_role("heading", name="2 events", exact=True).count() == 1
    page.locator("#search").fill("nothing of the kind")
    page.get_by_role("heading", name="Nothing found").wait_for()


def test_more_articles_than_a_browser_holds_are_told(
    source_of: Make, tmp_path: Path, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "LIMIT", 2)
    records = [_record(f"a{number}") for number in range(3)]
    page = visit(_page(source_of, tmp_path, records))
    assert "the first 2 of 3 articles" in page.locator(".limit").inner_text()
    assert "export sqlite" in page.locator(".limit").inner_text()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(source_of: Make, tmp_path: Path, visit: Visit, dark: bool) -> None:
    path = _page(source_of, tmp_path, [_record("a"), _record("b", "Later", date="2020-02-01")])
    places = ("overview", "events", "facilities", "facility/LA-155-8", "person/Ada-Bo", "article/a")
    for size in (DESKTOP,) if dark else (DESKTOP, PHONE):
        page = visit(path, size=size, dark=dark)
        for place in places:
            page.evaluate(f"location.hash = '{place}'")
            page.wait_for_timeout(50)
            assert violations(page) == [], place


def test_the_page_talks_to_nobody(source_of: Make, tmp_path: Path) -> None:
    page = _page(source_of, tmp_path, [_record("a")]).read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert not re.findall(r"""(?:src|href)=["']?https?:""", page)


@pytest.mark.slow
def test_two_thousand_articles_open(source_of: Make, tmp_path: Path, visit: Visit) -> None:
    records = [_record(f"a{number}", f"Story {number}") for number in range(2000)]
    page = visit(_page(source_of, tmp_path, records), "#articles")
    assert "2,000 articles" in page.locator("#status").inner_text()
    # Rows come a screenful at a time; the rest waits until it is scrolled to.
    assert page.locator("main .row-link").count() < 500
