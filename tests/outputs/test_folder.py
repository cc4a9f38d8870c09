"""The output folder holds one run's outputs: what a former run left is taken away, no more."""

from pathlib import Path

from custody_records.outputs import folder
from custody_records.outputs.rendered import Rendered
from custody_records.outputs.tables import TABLES, header
from tests.outputs.test_tables import RECORD


def rendered(name: str) -> tuple[str, Rendered]:
    info = RECORD.article.model_copy(update={"id": name})
    return name, Rendered.of(RECORD.model_copy(update={"article": info}), f"Body of {name}\n")


def write(place: Path, *names: str) -> None:
    folder.write(place, [rendered(name) for name in names])
    folder.write_run(place, {"inputs": [{"articles": list(names)}]})


def files(place: Path) -> list[str]:
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())


def test_a_run_writes_records_bodies_tables_and_itself(tmp_path: Path) -> None:
    write(tmp_path, "b", "a")
    tables = [f"{name}.csv" for name in TABLES]
    bodies = ["bodies/a.txt", "bodies/b.txt"]
    assert files(tmp_path) == sorted([*tables, *bodies, "records.jsonl", "run.json"])
    lines = (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert [line.count('"id": "b"') for line in lines] == [1, 0]  # in the order given


def test_bodies_of_a_former_run_are_removed_and_other_files_are_not(tmp_path: Path) -> None:
    write(tmp_path, "a", "b")
    (tmp_path / "bodies" / "mine.txt").write_text("kept")
    (tmp_path / "notes.md").write_text("kept")
    write(tmp_path, "b")
    assert [name for name in files(tmp_path) if name.startswith("bodies/")] == [
        "bodies/b.txt",
        "bodies/mine.txt",
    ]
    assert "notes.md" in files(tmp_path)


def test_a_run_json_that_is_not_ours_removes_nothing(tmp_path: Path) -> None:
    (tmp_path / "bodies").mkdir()
    (tmp_path / "bodies" / "x.txt").write_text("kept")
    (tmp_path / "run.json").write_text('["x"]')
    write(tmp_path, "a")
    assert "bodies/x.txt" in files(tmp_path)


def test_no_articles_leave_tables_with_their_headers(tmp_path: Path) -> None:
    write(tmp_path)
    assert (tmp_path / "records.jsonl").read_text() == ""
    for table in TABLES:
        assert (tmp_path / f"{table}.csv").read_bytes().decode("utf-8-sig") == header(table)


def test_the_seal_breaks_when_a_file_changes_or_goes(tmp_path: Path) -> None:
    write(tmp_path, "a")
    before = folder.seal(tmp_path)
    assert folder.seal(tmp_path) == before
    (tmp_path / "bodies" / "a.txt").write_text("changed by hand")
    changed = folder.seal(tmp_path)
    (tmp_path / "bodies" / "a.txt").unlink()
    assert len({before, changed, folder.seal(tmp_path)}) == 3
