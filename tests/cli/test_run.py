"""The main command as a user meets it: what it writes, says and returns."""

import csv
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from custody_records.annotate.pipeline import Annotator
from custody_records.cli import main
from custody_records.contract import Record
from custody_records.run import worker

Extract = Callable[..., Result]

STORY = """Two held over prison video

Two employees of prison LA-155/8 were detained on July 30, Interior Minister Erlan Turgumbaev
said. They are charged under Article 146 of the Criminal Code of Kazakhstan.
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: str, text: str = STORY) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def records(folder: str = "outputs") -> list[dict[str, Any]]:
    lines = Path(folder, "records.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def run_json(folder: str = "outputs") -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Path(folder, "run.json").read_text(encoding="utf-8"))
    return data


def everything(folder: str = "outputs") -> dict[str, bytes]:
    """Return name → bytes of what a user sees of an output folder."""
    root = Path(folder)
    files = (path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in files
        if not path.name.startswith(".")
    }


def test_a_folder_is_read_and_outputs_are_written_where_one_stands(
    place: Path, extract: Extract
) -> None:
    put("in/one.txt")
    put("in/sub/two.txt", STORY.replace("8", "9"))
    result = extract("in")
    assert result.exit_code == 0, result.output
    assert [record["article"]["source"] for record in records()] == ["one.txt", "sub/two.txt"]
    assert run_json()["records"] == 2


def test_every_line_is_a_record_of_the_contract_with_sorted_keys(
    place: Path, extract: Extract
) -> None:
    put("one.txt")
    extract("one.txt")
    (line,) = Path("outputs/records.jsonl").read_text(encoding="utf-8").splitlines()
    record = Record.model_validate_json(line)
    record.check_offsets(Path("outputs/bodies/one.txt").read_text(encoding="utf-8"))
    assert line == json.dumps(json.loads(line), ensure_ascii=False, sort_keys=True)


def test_run_is_the_same_command(place: Path, extract: Extract) -> None:
    put("one.txt")
    extract("one.txt", "--output", "a")
    extract("run", "one.txt", "--output", "b")
    assert everything("a") == everything("b")


def test_the_table_at_the_end_counts_articles_and_entries(place: Path, extract: Extract) -> None:
    put("one.txt")
    result = extract("one.txt")
    told = {line.split()[0]: line.split()[-1] for line in result.stderr.splitlines()}
    assert (told["articles"], told["records"], told["failed"]) == ("1", "1", "0")
    assert (told["facilities"], told["statutes"]) == ("1", "1")


def test_quiet_says_nothing_but_failures(place: Path, extract: Extract) -> None:
    put("one.txt")
    put("two.txt", "")
    assert extract("one.txt", "--quiet").output == ""
    assert "two.txt" in extract("one.txt", "two.txt", "--quiet").output


def test_verbose_tells_of_every_article(place: Path, extract: Extract) -> None:
    put("in/one.txt")
    put("in/two.txt", "")
    told = extract("in", "--verbose").stderr.splitlines()
    assert [line for line in told if line.startswith("one.txt: 1 facilities")]
    assert [line for line in told if line.startswith("two.txt: failed: empty")]


# What was meant, by its spelling; a glob and a folder that have nothing are no less a mistake.
LOST = {
    "folder": ("corpuss", "did you mean corpus?"),
    "command": ("evalute", "did you mean extract evaluate?"),
    "nested": ("corpus/on.txt", "did you mean corpus/one.txt?"),
    "glob": ("*.html", "no such file or folder"),
    "empty": ("empty", "no article in empty; 2 files skipped (.docx, .pdf): extract ingest"),
}


@pytest.mark.parametrize(("path", "told"), LOST.values(), ids=list(LOST))
def test_a_path_that_is_not_there_is_wrong_usage(
    place: Path, extract: Extract, path: str, told: str
) -> None:
    put("corpus/one.txt")
    put("empty/a.pdf")
    put("empty/b.docx")
    extract("corpus")
    before = everything()
    result = extract(path)
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert everything() == before


def test_nothing_is_done_where_one_of_the_paths_is_not_there(place: Path, extract: Extract) -> None:
    put("one.txt")
    assert extract("nowhere.txt", "one.txt").exit_code == 2
    assert not Path("outputs").exists()


def test_an_output_that_cannot_be_written_is_found_before_the_work(
    place: Path, extract: Extract
) -> None:
    put("one.txt")
    result = extract("one.txt", "--output", "one.txt/records", "--verbose")
    assert result.exit_code == 2
    assert "one.txt/records: cannot be written" in result.output
    assert "facilities" not in result.output


def test_the_end_of_a_run_tells_what_to_know_and_do_next(place: Path, extract: Extract) -> None:
    put("in/one.txt")
    for name in ("a.pdf", "b.eml", "c.jpg"):
        put(f"in/{name}")
    told = extract("in", "--output", "mine").stderr
    assert "1 without a publication date" in told
    assert "--published" in told
    assert "2 files skipped (.eml, .pdf): extract ingest reads them" in told
    assert "1 file skipped (.jpg): articles are" in told
    assert "extract export report --from mine/records.jsonl" in told
    assert run_json("mine")["skipped"] == ["a.pdf", "b.eml", "c.jpg"]
    dated = extract("in", "--published", "2019-07-31").stderr
    assert "without a publication date" not in dated


def test_records_go_to_standard_output_where_asked(place: Path, extract: Extract) -> None:
    put("one.txt")
    result = extract("one.txt", "--stdout")
    extract("one.txt")
    assert result.stdout == Path("outputs/records.jsonl").read_text(encoding="utf-8")
    assert extract("one.txt", "--stdout", "--format", "csv").exit_code == 2


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (STORY, "Two held over prison video"),
        (f"<!DOCTYPE html><html><head><title>A page</title></head><body><article>"
         f"<h1>A page</h1>{''.join(f'<p>{p}</p>' for p in STORY.split(chr(10)) * 3)}"
         "</article></body></html>", "A page"),
        (json.dumps({"title": "A row", "text": STORY}), "A row"),
    ],
    ids=["text", "html", "json"],
)  # fmt: skip
def test_an_article_on_standard_input_is_read(
    place: Path, annotator: Annotator, monkeypatch: pytest.MonkeyPatch, text: str, title: str
) -> None:
    monkeypatch.setattr(worker, "Annotator", lambda model, rules: annotator)
    result = CliRunner().invoke(main, ["-"], input=text)
    assert result.exit_code == 0, result.output
    record = json.loads(result.stdout)
    assert (record["article"]["id"], record["article"]["title"]) == ("stdin", title)
    assert [facility["code"] for facility in record["facilities"]] == ["LA-155/8"]
    assert not Path("outputs").exists()


@pytest.mark.parametrize("args", [["-h"], ["run", "-h"], ["gold", "check", "-h"]])
def test_help_has_a_short_option(args: list[str]) -> None:
    assert CliRunner().invoke(main, args).output.startswith("Usage: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(place: Path, extract: Extract) -> None:
    os.mkfifo("pipe.txt")
    result = extract("pipe.txt")
    assert result.exit_code == 1
    assert "pipe.txt: not a regular file" in result.output


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser reads everything"
)
def test_an_unreadable_file_fails(place: Path, extract: Extract) -> None:
    put("one.txt").chmod(0)
    result = extract("one.txt")
    assert result.exit_code == 1
    assert "one.txt: cannot be read (Permission denied)" in result.output


def test_a_file_that_turns_unreadable_fails_alone(
    place: Path, extract: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("in/one.txt")
    put("in/two.txt", STORY + "More.\n")

    def refuse(path: Path) -> tuple[str, int]:
        if path.name == "one.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return "0" * 64, 1

    monkeypatch.setattr("custody_records.run.search.file_sha256", refuse)
    result = extract("in")
    assert result.exit_code == 1
    assert "one.txt: cannot be read (Permission denied); check" in result.output
    assert [record["article"]["id"] for record in records()] == ["two"]


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        pytest.param(["новость.txt", "заметка.txt"], ["заметка", "новость"], id="other scripts"),
        pytest.param(["e\u0301.txt"], ["\u00e9"], id="composed letters"),
        pytest.param(["con.txt", "NUL.a.txt"], ["NUL-article.a", "con-article"], id="reserved"),
        pytest.param(["-v.txt"], ["article-v"], id="no option of a command"),
        pytest.param(["---.txt"], ["article"], id="nothing but dashes"),
        pytest.param(["b/one.txt", "a/one.txt"], ["one", "b-one"], id="the folder in front"),
        pytest.param(["a b.txt", "a-b.txt"], ["a-b", "a-b-427978"], id="signs that no id has"),
    ],
)
def test_names_of_files_make_ids(
    place: Path, extract: Extract, names: list[str], ids: list[str]
) -> None:
    for number, name in enumerate(names):
        put(f"in/{name}", f"{STORY}More of {number}.\n")
    result = extract("in")
    assert result.exit_code == 0, result.output
    assert [record["article"]["id"] for record in records()] == ids
    assert sorted(path.stem for path in Path("outputs/bodies").iterdir()) == sorted(ids)


def test_ids_that_differ_in_case_alone_get_a_suffix(place: Path, extract: Extract) -> None:
    put("in/one.txt")
    put("in/ONE.txt", STORY + "More.\n")
    assert extract("in").exit_code == 0
    first, second = (record["article"]["id"] for record in records())
    assert first == "ONE"
    assert re.fullmatch("one-[0-9a-f]{6}", second)


def test_two_sources_with_one_written_id_name_both_and_the_first_stands(
    place: Path, extract: Extract
) -> None:
    put("a/one.txt", "---\nid: same\n---\n" + STORY)
    put("b/two.txt", "---\nid: same\n---\n" + STORY + "More.\n")
    result = extract("a", "b")
    assert result.exit_code == 1
    assert "b/two.txt has the id 'same', which a/one.txt has taken" in result.output
    assert [record["article"]["id"] for record in records()] == ["same"]
    assert "More." not in Path("outputs/bodies/same.txt").read_text(encoding="utf-8")


def test_the_same_text_twice_is_no_error(place: Path, extract: Extract) -> None:
    put("in/a.txt")
    put("in/b.txt", STORY.replace("\n\n", "\n\n\n"))  # white space does not make another text
    put("in/c.txt", STORY + "More.\n")
    result = extract("in")
    assert result.exit_code == 0
    assert [record["article"]["duplicate_of"] for record in records()] == [None, "a", None]
    with Path("outputs/articles.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["same text as"] for row in csv.DictReader(file)] == ["", "a", ""]


def test_an_error_in_a_component_fails_its_article_and_no_other(
    place: Path, extract: Extract, annotator: Annotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("in/a.txt")
    put("in/b.txt", STORY + "The word that breaks it.\n")
    put("in/c.txt", STORY + "More.\n")
    component = annotator.full.get_pipe("people")
    whole = type(component).__call__

    def breaks(self: Any, doc: Any) -> Any:
        if "breaks it" in doc.text:
            raise ZeroDivisionError("half\nof it")
        return whole(self, doc)

    monkeypatch.setattr(type(component), "__call__", breaks)
    result = extract("in")
    assert result.exit_code == 1
    assert "b.txt: article b: ZeroDivisionError: half of it; please report" in result.output
    assert [record["article"]["id"] for record in records()] == ["a", "c"]


def test_a_record_that_breaks_the_contract_is_a_failure(
    place: Path, extract: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("one.txt")

    def wrong(*_: Any) -> Record:
        raise ValueError("people mention 'x' at 0-1, where the body has 'y'")

    monkeypatch.setattr("custody_records.run.worker.assemble", wrong)
    result = extract("one.txt")
    assert result.exit_code == 1
    assert "one.txt: article one: ValueError: people mention" in result.output
    assert records() == []


@pytest.mark.parametrize(
    "wrong",
    [
        ["--published", "2019-02-31"],
        ["--published", "yesterday"],
        ["--jobs", "-1"],
        ["--rules", "nowhere"],
        ["--model", "no_such_model"],
        ["--no-such-option"],
        ["--output", "one.txt"],
    ],
)
def test_wrong_usage_is_told_as_such(place: Path, extract: Extract, wrong: list[str]) -> None:
    put("one.txt")
    result = extract("one.txt", *wrong)
    assert result.exit_code == 2, result.output
    assert not Path("outputs").exists()


def test_no_path_is_wrong_usage(place: Path, extract: Extract) -> None:
    assert extract("run").exit_code == 2


def test_outputs_are_those_of_the_last_run_alone(place: Path, extract: Extract) -> None:
    put("in/a.txt")
    put("in/b.txt", STORY + "More.\n")
    extract("in")
    extract("in/b.txt")
    assert [record["article"]["id"] for record in records()] == ["b"]
    assert [path.name for path in Path("outputs/bodies").iterdir()] == ["b.txt"]


def test_the_same_input_gives_the_same_bytes(place: Path, extract: Extract) -> None:
    put("in/a.txt")
    put("none.txt", "")
    put("in/b.txt", STORY + "More.\n")
    extract("in", "none.txt", "--output", "one")
    extract("in", "none.txt", "--output", "two")
    assert everything("one") == everything("two")
