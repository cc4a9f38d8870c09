"""Which files a run reads, and in which order."""

import os
from pathlib import Path

import pytest

from custody_records.articles.read import is_article
from custody_records.run.plan import sources


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "in/b.txt",
        "in/a.html",
        "in/sub/c.md",
        "in/README.md",
        "in/license.txt",
        "in/.hidden.txt",
        "in/_draft.txt",
        "in/_old/d.txt",
        "in/.git/e.txt",
        "in/picture.jpg",
        "in/a.gold.json",
        "in/gold.jsonl",
        "in/odd[1].txt",
        "other/b.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return tmp_path


def names(*paths: str, output: Path | None = None) -> list[str]:
    return [source.name for source in sources(paths, output=output)]


def test_a_folder_gives_its_articles_sorted_with_their_paths_in_it(corpus: Path) -> None:
    assert names("in") == ["a.html", "b.txt", "odd[1].txt", "sub/c.md"]


@pytest.mark.parametrize("name", ["one.txt", "ONE.TXT", "read.me.md", "golden.txt"])
def test_a_file_of_a_known_type_is_an_article(name: str) -> None:
    assert is_article(name)


@pytest.mark.parametrize(
    "name", ["README.txt", "ReadMe.md", "LICENSE.txt", "x.gold.json", "gold.jsonl", "a.py", "txt"]
)
def test_files_about_the_articles_are_none(name: str) -> None:
    assert not is_article(name)


def test_a_file_that_is_named_is_read_whatever_its_name(corpus: Path) -> None:
    assert names("in/README.md", "in/_draft.txt") == ["README.md", "_draft.txt"]


def test_a_glob_is_expanded_in_order(corpus: Path) -> None:
    assert names("in/*.txt") == ["_draft.txt", "b.txt", "license.txt", "odd[1].txt"]
    assert names("**/c.md") == ["c.md"]


def test_a_name_with_brackets_is_taken_as_it_is_where_it_exists(corpus: Path) -> None:
    assert names("in/odd[1].txt") == ["odd[1].txt"]


def test_a_file_named_twice_is_read_once(corpus: Path) -> None:
    assert names("in/b.txt", "in", "./in/../in/b.txt").count("b.txt") == 1


def test_two_files_of_one_name_in_two_folders_are_two(corpus: Path) -> None:
    assert names("in", "other").count("b.txt") == 2


def test_what_is_not_there_is_kept_to_be_reported(corpus: Path) -> None:
    (corpus / "empty").mkdir()
    assert names("nowhere.txt", "no*.txt", "empty") == ["nowhere.txt", "no*.txt", "empty"]


def test_the_output_folder_is_not_input(corpus: Path) -> None:
    (corpus / "in" / "out" / "bodies").mkdir(parents=True)
    (corpus / "in" / "out" / "bodies" / "b.txt").write_text("text")
    assert "out/bodies/b.txt" not in names("in", output=Path("in/out"))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_loop_of_links_ends(corpus: Path) -> None:
    (corpus / "in" / "sub" / "up").symlink_to(corpus / "in", target_is_directory=True)
    assert names("in") == ["a.html", "b.txt", "odd[1].txt", "sub/c.md"]
