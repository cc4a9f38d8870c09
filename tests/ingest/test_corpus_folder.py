"""What an ingest leaves behind: the same for the same input, whole files, one writer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from custody_records.articles.read import read
from custody_records.cli import main
from custody_records.ingest.errors import LockedError
from custody_records.ingest.folder import LOG, SOURCES, open_corpus
from custody_records.ingest.ingest import ingest
from tests.conftest import ROOT

DATA = Path(__file__).parent / "data"
STORY = "Two inmates died in colony LA-155/14 on Friday, the ministry said in a statement."


def state(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    sources = [str(DATA), *(str(ROOT / "corpus" / f"{name}.txt") for name in ("d057", "d058"))]
    first = ingest(sources, tmp_path / "c")
    before = state(tmp_path / "c")
    again = ingest(sources, tmp_path / "c")
    assert (len(again.added), len(again.known)) == (0, len(first.added) + len(first.known))
    assert state(tmp_path / "c") == before


def test_two_corpora_of_the_same_sources_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        ingest([str(DATA)], tmp_path / name)
    assert state(tmp_path / "a") == state(tmp_path / "b")


def test_the_original_lies_beside_under_its_hash(tmp_path: Path) -> None:
    import hashlib

    report = ingest([str(DATA / "chromium.pdf")], tmp_path)
    front = (tmp_path / report.added[0].file).read_text(encoding="utf-8")
    (original,) = (tmp_path / SOURCES).iterdir()
    assert original.read_bytes() == (DATA / "chromium.pdf").read_bytes()
    assert original.name == hashlib.sha256(original.read_bytes()).hexdigest() + ".pdf"
    assert f"original: {SOURCES}/{original.name}" in front


def test_the_same_story_from_another_outlet_is_kept_and_says_so(tmp_path: Path) -> None:
    corpus = ROOT / "corpus"
    report = ingest([str(corpus / "d057.txt"), str(corpus / "d058.txt")], tmp_path)
    assert [added.near_duplicate_of is None for added in report.added] == [True, False]
    one, other = report.added
    assert other.near_duplicate_of == Path(one.file).stem
    text = (tmp_path / other.file).read_text(encoding="utf-8")
    assert f'near_duplicate_of: "{Path(one.file).stem}"' in text


def test_the_corpus_has_one_cluster_of_near_duplicates() -> None:
    result = CliRunner().invoke(main, ["duplicates", str(ROOT / "corpus"), "--json"])
    assert result.exit_code == 0
    (cluster,) = map(json.loads, result.stdout.splitlines())
    assert [member["article"] for member in cluster["articles"]] == ["d057", "d058"]


def test_no_two_other_articles_of_the_corpus_are_taken_for_one_story() -> None:
    result = CliRunner().invoke(main, ["duplicates", str(ROOT / "corpus")])
    assert "1 cluster" in result.stderr


def test_a_page_that_is_fetched_again_with_another_clock_is_known(tmp_path: Path) -> None:
    pages = []
    for n, clock in enumerate(["Monday, 1 May 2023", "Tuesday, 2 May 2023"]):
        path = tmp_path / f"{n}.html"
        path.write_text(
            "<html><head><title>Riot in a colony</title><link rel=canonical "
            f"href='https://example.org/riot'></head><body><div>{clock}</div><article>"
            f"<h1>Riot in a colony</h1><p>{STORY}</p><p>{STORY}</p></article></body></html>"
        )
        pages.append(str(path))
    report = ingest(pages, tmp_path / "corpus")
    assert (len(report.added), len(report.known)) == (1, 1)


def test_the_same_words_in_another_outlet_are_another_article(tmp_path: Path) -> None:
    rows = [{"title": "Riot", "text": STORY, "publisher": name} for name in ("A", "B", "A", "")]
    source = tmp_path / "a.json"
    source.write_text(json.dumps(rows))
    report = ingest([str(source)], tmp_path / "corpus")
    assert [added.file for added in report.added] == ["undated-a-riot.txt", "undated-b-riot.txt"]
    assert [added.near_duplicate_of for added in report.added] == [None, "undated-a-riot"]
    assert len(report.known) == 2


def test_two_articles_of_one_name_are_two_files(tmp_path: Path) -> None:
    rows = [{"title": "Riot", "text": STORY.replace("Two", word)} for word in ("Two", "Three")]
    source = tmp_path / "a.json"
    source.write_text(json.dumps(rows))
    report = ingest([str(source)], tmp_path / "corpus")
    names = [added.file for added in report.added]
    assert len(set(names)) == 2
    assert all(name.startswith("undated-unknown-riot") for name in names)


def test_a_dry_run_tells_and_writes_nothing(tmp_path: Path) -> None:
    report = ingest([str(DATA)], tmp_path / "corpus", dry=True)
    assert report.added
    assert not (tmp_path / "corpus").exists()


def test_what_was_refused_is_listed_until_it_comes_in(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(bytes(range(256)))
    corpus = tmp_path / "corpus"
    ingest([str(source)], corpus)
    (row,) = map(json.loads, (corpus / LOG).read_text().splitlines())
    assert row["source"] == str(source)
    assert "binary" in row["reason"]
    source.write_text(f"Riot in a colony\n\n{STORY}\n")
    ingest([str(source)], corpus)
    assert (corpus / LOG).read_text() == ""


def test_two_ingests_at_once(tmp_path: Path) -> None:
    with open_corpus(tmp_path):
        code = (
            "from pathlib import Path; from custody_records.ingest.ingest import ingest; "
            f"ingest([{str(DATA / 'other.html')!r}], Path({str(tmp_path)!r}))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)  # noqa: S603
        assert "another ingest is writing" in done.stderr
        with pytest.raises(LockedError), open_corpus(tmp_path):
            pass
    assert ingest([str(DATA / "other.html")], tmp_path).added


def test_what_a_killed_ingest_left_unfinished_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ".half.txt.ingest-part").write_text("half")
    ingest([str(DATA / "other.html")], tmp_path)
    assert [path.name for path in tmp_path.glob("*.ingest-part")] == []
    assert [path.name for path in tmp_path.glob(".*.ingest-part")] == []


def test_the_run_reads_what_came_in_and_not_the_originals(tmp_path: Path) -> None:
    from custody_records.run.plan import sources

    report = ingest([str(DATA / "story.html"), str(DATA / "other.html")], tmp_path)
    assert [s.name for s in sources([str(tmp_path)])] == sorted(a.file for a in report.added)


def test_the_command_shows_and_counts(tmp_path: Path) -> None:
    run = CliRunner()
    corpus = ["--corpus", str(tmp_path / "c")]
    result = run.invoke(main, ["ingest", str(DATA / "other.html"), "--show", *corpus])
    assert result.exit_code == 0, result.output
    assert "Daniyar Kassenov" in result.stdout
    assert "1 new, 0 there already, 0 refused, 0 skipped" in result.stderr
    result = run.invoke(main, ["ingest", str(DATA / "other.html"), "nothing.txt", *corpus])
    assert result.exit_code == 1
    assert "0 new, 1 there already, 1 refused, 0 skipped" in result.stderr
    assert "nothing.txt: no such file" in result.stderr
    assert run.invoke(main, ["ingest", *corpus]).exit_code == 2
    assert run.invoke(main, ["ingest", "x", "--language", "English", *corpus]).exit_code == 2


def test_files_of_a_folder_that_are_not_read_are_counted_and_named(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("photo.jpg", "old.doc", "readme.txt", ".hidden.txt"):
        (folder / name).write_bytes(b"x")
    (folder / "a.html").write_bytes((DATA / "other.html").read_bytes())
    result = CliRunner().invoke(main, ["ingest", str(folder), "--corpus", str(tmp_path / "c")])
    assert result.exit_code == 0
    assert "1 new, 0 there already, 0 refused, 2 skipped" in result.stderr
    assert f"skipped {folder / 'photo.jpg'}: of no kind" in result.stderr
    assert f"skipped {folder / 'old.doc'}: of no kind" in result.stderr


def test_standard_input(tmp_path: Path) -> None:
    text = f"Riot in a colony\n\n{STORY}\n"
    result = CliRunner().invoke(main, ["ingest", "-", "--corpus", str(tmp_path)], input=text)
    assert result.exit_code == 0, result.output
    (path,) = tmp_path.glob("*.txt")
    assert next(read(path)).body == text


def test_no_name_steers_the_terminal(tmp_path: Path) -> None:
    import zipfile

    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("\x1b[2Jevil\x07.exe.png", b"x")
    result = CliRunner().invoke(main, ["ingest", str(archive), "--corpus", str(tmp_path / "c")])
    assert result.exit_code == 1
    assert "evil" in result.stderr
    assert "\x1b" not in result.output
