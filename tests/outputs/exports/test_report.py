"""The report page, in a real browser: complete, safe, silent."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from custody_records.outputs.exports.report.build import write
from custody_records.outputs.exports.source import Source
from tests.browser import dom
from tests.outputs.exports.conftest import article

Make = Callable[[list[dict[str, Any]], dict[str, str]], Source]
HOSTILE = [
    "</script><script>document.title='PWNED'</script>",
    "<img src=x onerror=\"document.title='PWNED'\">",
    "<svg onload=\"document.title='PWNED'\">",
    "{{data}} {{script}} $&",
]


def _record(id_: str, text: str) -> dict[str, Any]:
    maker = [{"by": "rule", "id": "facility.code", "base": None}]
    mention = [{"text": text, "start": 0, "end": len(text)}]
    link = {"authority": "x", "id": "1", "latitude": 43.2, "longitude": 76.9}
    facility = {
        "code": "LA-155/8",
        "name": text,
        "kind": "prison",
        "place": text,
        "country": "KZ",
        "aliases": [],
        "link": link,
        "mentions": mention,
        "provenance": maker,
    }
    event = {
        "type": "riot_or_protest",
        "status": "reported",
        "facility": "LA-155/8",
        "place": None,
        "date": "2019-04-24",
        "subjects": [text],
        "actors": [],
        "sources": [text],
        "evidence": mention,
        "provenance": maker,
    }
    told = article(id_, title=text, notice=text, url=f"javascript:{text}", publisher=text)
    return {
        "schema_version": "1.0",
        "article": told,
        "facilities": [facility],
        "events": [event],
    }


def _page(source_of: Make, tmp_path: Path, records: list[dict[str, Any]]) -> Path:
    bodies = {r["article"]["id"]: f"{r['article']['title']} and more" for r in records}
    return write(source_of(records, bodies), tmp_path / "out")[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str, source_of: Make, tmp_path: Path) -> None:
    document = dom(_page(source_of, tmp_path, [_record("a", text)]), tmp_path / "profile")
    assert "<title>custody-records: report</title>" in document
    assert "1 facilities, 1 articles" in document  # the page's own script did run
    shown = document.split('<script type="application/json"', 1)[0]
    assert "<img" not in shown
    assert "<svg onload" not in shown
    assert 'href="javascript' not in shown


def test_a_facility_has_its_timeline_and_its_point(source_of: Make, tmp_path: Path) -> None:
    records = [_record("a", "Riot"), _record("b", "Later")]
    document = dom(_page(source_of, tmp_path, records), tmp_path / "profile")
    assert document.count("<time>2019-04-24</time>") == 2
    assert 'class="point facilities"' in document
    assert 'title="facilities: LA-155/8' in document


def test_the_page_talks_to_nobody(source_of: Make, tmp_path: Path) -> None:
    page = _page(source_of, tmp_path, [_record("a", "Riot")]).read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert not re.findall(r"""(?:src|href)=["']?https?:""", page)


@pytest.mark.slow
def test_two_thousand_articles_open(source_of: Make, tmp_path: Path) -> None:
    records = [_record(f"a{number}", f"Story {number}") for number in range(2000)]
    document = dom(_page(source_of, tmp_path, records), tmp_path / "profile")
    assert "2000 articles" in document
    # Rows come a screenful at a time; the rest waits until it is scrolled to.
    assert document.count("data-id=") < 500
