"""What is wrong with an input is told in one line that names the file and the remedy."""

import json
from pathlib import Path

import pytest

from custody_records.articles.errors import ArticleError
from custody_records.articles.limits import Limits
from custody_records.articles.read import from_text, read

STORY = "Two inmates died in colony LA-155/14 on Friday, the ministry said in a statement."


def refusal(path: Path, **options: object) -> str:
    with pytest.raises(ArticleError) as error:
        list(read(path, **options))  # type: ignore[arg-type]
    message = str(error.value)
    assert message.startswith(path.name)
    assert "\n" not in message
    return message


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv"])
@pytest.mark.parametrize("content", ["", " \n\n", "\ufeff"])
def test_an_empty_file(tmp_path: Path, name: str, content: str) -> None:
    assert refusal(written(tmp_path, name, content))


@pytest.mark.parametrize(
    "content",
    [
        "Home | News | About us\nShare on Facebook\n© 2020 Somebody. All rights reserved.\n",
        "---\ntitle: Prison riot\n---\nPrison riot\n\nShare   Tweet\nRead also:\nOther news\n",
        "---\ntitle: Prison riot\n---\n",
    ],
)
def test_a_file_of_only_furniture(tmp_path: Path, content: str) -> None:
    assert "furniture" in refusal(written(tmp_path, "a.txt", content))


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200),
        b"%PDF-1.7\n" + bytes([0, 255, 3, 9]) * 100,
        b"\x7fELF\x02\x01\x01" + bytes(64),
        bytes([1, 2, 3, 4, 5, 6, 7, 14, 200]) * 50,
    ],
    ids=["all", "png", "pdf", "elf", "controls"],
)
def test_a_binary_file_named_txt(tmp_path: Path, content: bytes) -> None:
    assert "binary" in refusal(written(tmp_path, "a.txt", content))


@pytest.mark.parametrize(
    "content",
    ["<html><head><title>Riot in pri", "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=", "<html>"],
)
def test_a_page_that_breaks_off_before_its_story(tmp_path: Path, content: str) -> None:
    assert "save" in refusal(written(tmp_path, "a.html", content))


def test_a_page_that_breaks_off_within_its_story_gives_what_there_is(tmp_path: Path) -> None:
    page = f"<html><head><title>Riot</title></head><body><article><h1>Riot</h1><p>{STORY}</p>"
    path = written(tmp_path, "a.html", page + f"<p>{STORY.replace('Two', 'Three')} And wh")
    (article,) = read(path)
    assert STORY in article.body


def test_a_page_of_more_links_than_an_article_has(tmp_path: Path) -> None:
    links = "<a href='/x'>Riot in a prison</a> " * 110_000
    page = f"<html><body><article><h1>Riot</h1><p>{STORY}</p><p>{links}</p></article></body>"
    assert "save its text as .txt" in refusal(written(tmp_path, "a.html", page))


@pytest.mark.parametrize(
    ("front", "hint"),
    [
        pytest.param("title: Prison: riot: again", "YAML", id="a colon in a value"),
        pytest.param("title: [open", "YAML", id="an open bracket"),
        pytest.param("- a\n- b: c", "front matter", id="a list"),
        pytest.param("just words", "front matter", id="no mapping"),
        pytest.param("published: last Tuesday", "no date", id="a day in words"),
        pytest.param("published: 2019-02-30", "no date", id="a day that is none"),
        pytest.param("published: 03/04/2019", "no date", id="a day with strokes"),
        pytest.param("language: English", "ISO 639-1", id="a language by its name"),
        pytest.param("id: ../../etc/passwd", "id", id="an id that climbs"),
        pytest.param("id: /etc/passwd", "id", id="an id from the root"),
        pytest.param("id: ..", "id", id="an id of points"),
        pytest.param("id: " + "x" * 400, "id", id="an id too long"),
        pytest.param("title: &a [x]\nid: *a", "anchors", id="an anchor"),
    ],
)
def test_front_matter_that_cannot_be(tmp_path: Path, front: str, hint: str) -> None:
    assert hint in refusal(written(tmp_path, "a.txt", f"---\n{front}\n---\n{STORY}\n"))


def test_front_matter_without_an_end(tmp_path: Path) -> None:
    assert "---" in refusal(written(tmp_path, "a.txt", f"---\ntitle: Riot\n\n{STORY}\n"))


def test_deep_yaml_does_not_take_the_stack(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "a.txt", f"---\na: {'[' * 9000}\n---\n{STORY}\n"))


def test_a_rule_of_dashes_above_a_text_is_no_front_matter(tmp_path: Path) -> None:
    (article,) = read(written(tmp_path, "a.txt", f"---\nRiot in a prison\n\n{STORY}\n"))
    assert STORY in article.body


def test_a_text_of_twenty_megabytes(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", (STORY + "\n\n") * (20_000_000 // len(STORY)))
    assert "--max-bytes" in refusal(path)
    wide = Limits(file_bytes=100_000_000)
    assert "--max-characters" in refusal(path, limits=wide)


def test_the_limits_can_be_raised(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "Riot in a prison\n\n" + (STORY + "\n\n") * 50)
    assert "--max-bytes" in refusal(path, limits=Limits(file_bytes=1000))
    assert list(read(path))


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path / "missing.txt")
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    assert "cannot be read" in refusal(folder)


def test_a_kind_of_file_that_is_not_known(tmp_path: Path) -> None:
    assert ".txt" in refusal(written(tmp_path, "a.doc", STORY))


def test_an_option_that_is_no_date(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", STORY)
    assert "--published" in refusal(path, published="soon")


@pytest.mark.parametrize(
    "row", ["{", "[1]", "3", '{"title": "x"}', '{"text": ""}', '{"text": 5, "published": "x"}']
)
def test_a_bad_row_is_named_and_the_others_are_read(tmp_path: Path, row: str) -> None:
    good = json.dumps({"title": "Riot", "text": STORY})
    path = written(tmp_path, "rows.jsonl", f"{good}\n{row}\n{good}\n")
    failures: list[ArticleError] = []
    articles = list(read(path, failures=failures))
    assert [article.info.id for article in articles] == ["rows-1", "rows-3"]
    assert len(failures) == 1
    assert str(failures[0]).startswith("rows.jsonl, row 2: ")


def test_a_row_of_many_megabytes_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    good = json.dumps({"text": STORY})
    path = written(tmp_path, "rows.jsonl", good + "\n" + '"' + "x" * 5000 + '"\n' + good)
    failures: list[ArticleError] = []
    articles = list(read(path, failures=failures, limits=Limits(file_bytes=1000)))
    assert [article.info.id for article in articles] == ["rows-1", "rows-3"]
    assert "--max-bytes" in str(failures[0])


def test_a_table_without_a_text_names_its_columns(tmp_path: Path) -> None:
    assert "headline, day" in refusal(written(tmp_path, "a.csv", "headline,day\nRiot,Monday\n"))


def test_words_that_the_contract_does_not_have_are_refused() -> None:
    with pytest.raises(TypeError, match="publised"):
        from_text(STORY, publised="2019-07-31")
