"""The page of a comparison, opened in a real browser with the worst texts we can think of."""

from pathlib import Path
from typing import Any

import pytest

from custody_records.compare.page.build import SCRIPTS, spans
from custody_records.outputs.page.render import render
from tests.browser import dom

PACKAGE = "custody_records.compare.page"
HOSTILE = [
    "<script>document.title='PWNED'</script>",
    "</script><script>document.title='PWNED'</script>",
    "<img src=x onerror=\"document.title='PWNED'\">",
    "<!--<script>",
    "{{data}} {{script}} $& $1",
    "javascript:document.title='PWNED'",
    "\u2028\u2029 \u202e right to left \U0001f512",
]


def _data(text: str) -> dict[str, Any]:
    people = [{"name": text, "age": None, "roles": [], "mentions": [text]}]
    gold = {"article": {"id": "a", "title": text}, "people": people}
    difference = {"field": "people", "kind": "missing", "text": text, "rules": [text], "place": 0}
    return {
        "articles": [
            {
                "id": "a",
                "title": text,
                "notice": text,
                "body": f"{text} and ten more",
                "spans": spans(
                    f"{text} and ten more", {"article": {"id": "a"}, "people": []}, gold
                ),
                "differences": [difference],
            }
        ],
        "fields": [],
        "summary": {"fields": {}},
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(render(PACKAGE, _data(text), scripts=SCRIPTS), encoding="utf-8")
    document = dom(page, tmp_path / "profile")
    assert "<title>Records compared with gold</title>" in document
    assert "1 differences in 1 articles" in document  # the page's own script did run
    assert "<img" not in document.split("<script", 1)[0]  # no element came of it


def test_offsets_count_code_points_in_the_browser_too(tmp_path: Path) -> None:
    # A character outside the basic plane is two units in JavaScript, one here.
    data = _data("x")
    body = "\U0001f512\U0001f512 Ada"
    data["articles"][0] |= {"body": body, "spans": [[3, 6, "people", "gold", "Ada", []]]}
    page = tmp_path / "page.html"
    page.write_text(render(PACKAGE, data, scripts=SCRIPTS), encoding="utf-8")
    assert 'data-start="3">Ada</mark>' in dom(page, tmp_path / "profile")


def test_the_page_asks_for_nothing_outside_itself() -> None:
    page = render(PACKAGE, _data("x"), scripts=SCRIPTS)
    assert "default-src 'none'" in page
    assert "http://" not in page
    assert "https://" not in page


def test_gold_marks_whole_words_only() -> None:
    gold = {"article": {"id": "a"}, "figures": [
        {"value": 10, "max": None, "unit": "men", "qualifier": None, "mentions": ["ten"]}
    ]}  # fmt: skip
    found = spans("Skip to content: ten men", {"article": {"id": "a"}, "figures": []}, gold)
    assert [span[:2] for span in found] == [[17, 20]]


@pytest.mark.slow
def test_a_thousand_articles_open(tmp_path: Path) -> None:
    data = _data("Ada")
    data["articles"] = [
        data["articles"][0] | {"id": f"a{n}", "title": f"T{n}"} for n in range(1000)
    ]
    page = tmp_path / "page.html"
    page.write_text(render(PACKAGE, data, scripts=SCRIPTS), encoding="utf-8")
    document = dom(page, tmp_path / "profile")
    assert "1000 differences in 1000 articles" in document
    # One article's text is on the page at a time, however many there are.
    assert document.count('class="text"') == 1
