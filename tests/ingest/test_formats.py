"""One story, in a real file of every format: the same words come in."""

import json
import re
from pathlib import Path

import pytest

from custody_records.articles.read import read
from custody_records.ingest.ingest import Report, ingest

DATA = Path(__file__).parent / "data"
TITLE = "Inmates of Karabulak colony end hunger strike"
SITE = ("2021-04-12", "Steppe Courier")
# File → day and publisher that it tells.
FILES = {
    "story.html": SITE,
    "chromium.mhtml": SITE,
    "wget.warc.gz": SITE,
    "bundle.zip": SITE,
    "chromium.pdf": (None, "Steppe Courier"),
    "libreoffice.pdf": (None, None),
    "libreoffice.docx": (None, None),
    "mail.eml": ("2021-04-12", None),
}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.fixture(scope="module")
def story() -> str:
    (article,) = read(DATA / "story.html")
    return article.body


@pytest.mark.parametrize("name", FILES)
def test_a_real_file_gives_the_story(tmp_path: Path, name: str, story: str) -> None:
    ingest([str(DATA / name)], tmp_path)
    path = next(path for path in sorted(tmp_path.glob("*.txt")) if "karabulak" in path.name)
    (article,) = read(path)
    assert article.info.title == TITLE
    assert words(article.body) == words(story)
    paragraphs = [line.lstrip("•- ") for line in article.body.splitlines() if line]
    assert paragraphs == [line.lstrip("• ") for line in story.splitlines() if line]
    assert (article.info.published, article.info.publisher) == FILES[name]
    assert article.info.dateline == "KARABULAK, Kazakhstan"


def test_an_archive_gives_all_its_articles_and_names_what_it_refuses(tmp_path: Path) -> None:
    report = ingest([str(DATA / "bundle.zip")], tmp_path)
    # The Word document is the page's story again, and says nothing of an address of its own.
    assert (len(report.added), len(report.known)) == (2, 1)
    assert [(r.name.rpartition("/")[2], "link" in r.reason) for r in report.refused] == [
        ("link.txt", True)
    ]


def test_pages_that_were_not_found_are_no_articles(tmp_path: Path) -> None:
    report = ingest([str(DATA / "wget.warc.gz")], tmp_path)
    assert len(report.added) == 2
    assert report.refused == []


def test_the_address_of_a_saved_page_comes_with_it(tmp_path: Path) -> None:
    report = ingest([str(DATA / "chromium.mhtml")], tmp_path)
    (article,) = read(tmp_path / report.added[0].file)
    assert article.info.url == "http://127.0.0.1:8765/story.html"


STORY = "Two inmates died in colony LA-155/14 on Friday, the ministry said in a statement."
ROWS = [
    {"title": "First riot in the colony", "text": STORY, "published": "2020-01-02"},
    {"title": "Second riot in the colony", "text": STORY.replace("Two", "Three")},
    {"title": "Nothing"},
]


def table(sign: str) -> str:
    head = sign.join(["headline", "date", "body"])
    rows = [sign.join([r["title"], r.get("published", ""), r.get("text", "")]) for r in ROWS]
    return "\n".join([head, *rows]).replace(", the", " the")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("rows.json", json.dumps(ROWS), id="a list"),
        pytest.param("rows.jsonl", "\n".join(map(json.dumps, ROWS)), id="an object a line"),
        pytest.param("rows.csv", table(","), id="commas"),
        pytest.param("rows.tsv", table("\t"), id="tabs"),
        pytest.param("semicolons.csv", table(";"), id="semicolons"),
    ],
)
def test_rows_of_a_table_are_articles(tmp_path: Path, name: str, content: str) -> None:
    source = tmp_path / name
    source.write_text(content, encoding="utf-8")
    report = ingest([str(source)], tmp_path / "corpus")
    assert sorted(added.file for added in report.added) == [
        "2020-01-02-unknown-first-riot-in-the-colony.txt",
        "undated-unknown-second-riot-in-the-colony.txt",
    ]
    assert [refusal.name for refusal in report.refused] == [f"{source}, row 3"]


def test_overrides_go_over_what_the_article_says(tmp_path: Path) -> None:
    from custody_records.ingest.ingest import Overrides

    overrides = Overrides(published="2001-02-03", publisher="Kinship Bureau", language="kk")
    report = ingest([str(DATA / "story.html")], tmp_path, overrides=overrides)
    (article,) = read(tmp_path / report.added[0].file)
    info = article.info
    assert (info.published, info.publisher, info.language) == ("2001-02-03", "Kinship Bureau", "kk")


def bodies(folder: Path, report: Report) -> dict[str, str]:
    return {added.file: next(read(folder / added.file)).body for added in report.added}


def test_what_is_written_reads_as_the_original_does(tmp_path: Path) -> None:
    corpus = Path(__file__).resolve().parents[2] / "corpus"
    paths = sorted(p for p in corpus.iterdir() if p.suffix in {".txt", ".html"})[::3]
    for path in paths:
        (article,) = read(path)
        report = ingest([str(path)], tmp_path / path.stem)
        assert bodies(tmp_path / path.stem, report) == {report.added[0].file: article.body}
        (again,) = read(tmp_path / path.stem / report.added[0].file)
        own = {"id", "source", "sha256"}
        assert again.info.model_dump(exclude=own) == article.info.model_dump(exclude=own)
