"""The shipped corpus: gold's facts of the articles are read, gold's strings survive the cutting."""

import json
from html import unescape
from pathlib import Path

import pytest

from custody_records.articles.read import read
from tests.benchmarks.reading import folded, strings
from tests.conftest import ROOT

# Folder of the corpus → where the texts come from.
FOLDERS = {ROOT / "corpus": "dev", ROOT / "tests" / "corpus_ru": "dev_ru"}
GOLD = {
    gold["article"]["id"]: gold
    for folder in FOLDERS
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    for gold in [json.loads(line)]
}
SOURCES = [p for f in FOLDERS for p in sorted(f.iterdir()) if p.suffix in {".txt", ".html"}]


def test_every_article_has_gold_and_gold_is_sorted() -> None:
    assert [path.stem for path in SOURCES] == list(GOLD)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_what_the_page_tells_of_the_article_is_read(path: Path) -> None:
    (article,) = read(path)
    told = article.info.model_dump(exclude_none=False)
    assert {key: told[key] for key in GOLD[path.stem]["article"]} == GOLD[path.stem]["article"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_string_of_gold_is_cut(path: Path) -> None:
    (article,) = read(path)
    body = folded(article.body)
    source = folded(unescape(path.read_text(encoding="utf-8")))
    lost = [text for text in strings(GOLD[path.stem]) if folded(text) not in body]
    assert [text for text in lost if folded(text) in source] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_notice_goes_with_the_article_and_is_no_part_of_it(path: Path) -> None:
    (article,) = read(path)
    assert article.info.notice is not None
    assert "Not a source to cite" in article.info.notice
    assert article.info.notice not in article.body


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_notice_is_all_that_the_corpus_adds(path: Path, shared: Path) -> None:
    (ours,), (theirs,) = read(path), read(shared / FOLDERS[path.parent] / path.name)
    assert (ours.body, ours.cuts) == (theirs.body, theirs.cuts)
    own = {"notice", "sha256"}
    assert ours.info.model_dump(exclude=own) == theirs.info.model_dump(exclude=own)
