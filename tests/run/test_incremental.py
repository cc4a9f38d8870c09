"""What did not change is not done again; what shapes a record and changed, is."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from custody_records.rulebook import rules_dir
from custody_records.run import fingerprint
from custody_records.run.ticket import Item, Row
from custody_records.run.worker import Worker
from tests.cli.test_run import STORY, everything, put, records

Extract = Callable[..., Result]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put("in/a.txt")
    put("in/b.txt", STORY + "More.\n")
    return tmp_path


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of what was done, run after run; to be cleared between."""
    names: list[str] = []
    process = Worker.process

    def noted(self: Worker, items: list[Item]) -> object:
        names.extend(i.article.info.id if isinstance(i, Row) else i.path.stem for i in items)
        return process(self, items)

    monkeypatch.setattr(Worker, "process", noted)
    return names


def again(extract: Extract, done: list[str], *args: object) -> list[str]:
    """Run once more; return what was done."""
    done.clear()
    assert extract("in", *args).exit_code == 0
    return sorted(done)


def test_an_unchanged_corpus_is_not_done_again(
    place: Path, extract: Extract, done: list[str]
) -> None:
    assert again(extract, done) == ["a", "b"]
    before = everything()
    result = extract("in")
    assert "2 unchanged since the last run" in result.output
    assert again(extract, done) == []
    assert everything() == before


def test_a_changed_article_is_done_alone(place: Path, extract: Extract, done: list[str]) -> None:
    again(extract, done)
    put("in/b.txt", STORY + "More and more.\n")
    assert again(extract, done) == ["b"]
    assert "More and more." in Path("outputs/bodies/b.txt").read_text(encoding="utf-8")


def test_an_article_that_goes_is_gone_and_one_that_returns_is_known(
    place: Path, extract: Extract, done: list[str]
) -> None:
    again(extract, done)
    Path("in/b.txt").rename("b.txt")
    assert again(extract, done) == []
    assert [record["article"]["id"] for record in records()] == ["a"]
    Path("b.txt").rename("in/b.txt")
    assert again(extract, done) == []
    assert [record["article"]["id"] for record in records()] == ["a", "b"]


def test_force_does_all(place: Path, extract: Extract, done: list[str]) -> None:
    again(extract, done)
    before = everything()
    assert again(extract, done, "--force") == ["a", "b"]
    assert everything() == before


def test_an_option_that_shapes_the_record_counts(
    place: Path, extract: Extract, done: list[str]
) -> None:
    again(extract, done)
    assert again(extract, done, "--published", "2019-07-31") == ["a", "b"]
    assert {record["article"]["published"] for record in records()} == {"2019-07-31"}
    assert again(extract, done) == []  # what the first run made is still known


def test_an_edited_rule_counts(place: Path, extract: Extract, done: list[str]) -> None:
    shutil.copytree(rules_dir(), "mine")
    again(extract, done, "--rules", "mine")
    assert again(extract, done, "--rules", "mine") == []
    with Path("mine/figures/en/words.yaml").open("a", encoding="utf-8") as file:
        file.write("\n# a comment is an edit: what a rule means is not judged here\n")
    assert again(extract, done, "--rules", "mine") == ["a", "b"]


def test_changed_code_counts(
    place: Path, extract: Extract, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    again(extract, done)
    monkeypatch.setattr(fingerprint, "code", lambda: "other")
    assert again(extract, done) == ["a", "b"]


def test_outputs_that_somebody_changed_are_written_again(
    place: Path, extract: Extract, done: list[str]
) -> None:
    again(extract, done)
    before = everything()
    Path("outputs/bodies/a.txt").write_text("changed by hand")
    Path("outputs/people.csv").unlink()
    assert again(extract, done) == []
    assert everything() == before


def test_a_file_of_rows_that_grows_has_only_new_rows_done(
    place: Path, extract: Extract, done: list[str]
) -> None:
    rows = [json.dumps({"id": f"r{n}", "text": STORY + f"Row {n}.\n"}) for n in range(4)]
    put("in/rows.jsonl", "\n".join(rows[:3]))
    assert again(extract, done) == ["a", "b", "r0", "r1", "r2"]
    put("in/rows.jsonl", "\n".join(rows))
    assert again(extract, done) == ["r3"]
    grown = everything()
    assert again(extract, done) == []
    shutil.rmtree("outputs")
    again(extract, done)
    assert everything() == grown  # the hash of the grown file stands in every row's record


def test_a_failure_is_tried_again(place: Path, extract: Extract, done: list[str]) -> None:
    put("in/c.txt", "")
    assert extract("in").exit_code == 1
    done.clear()
    assert extract("in").exit_code == 1
    assert done == ["c"]
    put("in/c.txt", STORY + "Now there is a story.\n")
    assert again(extract, done) == ["c"]


@pytest.mark.slow
def test_any_number_of_processes_gives_the_same_bytes(place: Path, extract: Extract) -> None:
    from tests.benchmarks import copies
    from tests.conftest import ROOT

    copies.make(ROOT / "corpus", Path("many"), 50)
    outputs = []
    for jobs in ("1", "2", "3"):
        assert extract("many", "--jobs", jobs, "--output", f"out{jobs}").exit_code == 0
        outputs.append(everything(f"out{jobs}"))
    assert outputs[0] == outputs[1] == outputs[2]


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("UPDATE packed SET data = x'00'", id="no rendered article"),
        pytest.param("UPDATE articles SET summary = '[]'", id="no summary"),
        pytest.param(
            'UPDATE articles SET summary = replace(summary, \'"id": "a"\', \'"id": "../../a"\')',
            id="an id that leads out of the folder",
        ),
        pytest.param("UPDATE sources SET articles = '{'", id="no list of articles"),
        pytest.param("DROP TABLE packed", id="a table is missing"),
        pytest.param("CREATE VIEW mine AS SELECT 1", id="something beside its tables"),
    ],
)
def test_a_store_that_somebody_else_wrote_is_begun_anew_and_told(
    place: Path, extract: Extract, sql: str
) -> None:
    extract("in")
    before = everything()
    db = sqlite3.connect("outputs/.store")
    db.execute(sql)
    db.execute("UPDATE state SET value = 'x' WHERE name = 'seal'")
    db.commit()
    db.close()
    result = extract("in")
    assert result.exit_code == 0
    assert "all articles were done again" in result.output
    assert everything() == before
    assert not (place.parent / "a.txt").exists()
    assert "done again" not in extract("in").output
