"""``extract export`` as a user meets it."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from custody_records.cli import main
from custody_records.outputs.exports import FORMATS, write
from custody_records.outputs.exports.source import Source
from tests.outputs.exports.conftest import article

Make = Callable[[list[dict[str, Any]], dict[str, str]], Source]
RECORD = {
    "schema_version": "1.0",
    "article": article("a", title="=cmd()", published="2019-07-31"),
    "people": [
        {
            "name": "Ada Bo",
            "roles": ["warden", "Major"],
            "age": 40,
            "mentions": [{"text": "Ada Bo", "start": 0, "end": 6}],
            "provenance": [{"by": "model", "id": "model.ner", "base": None}],
        }
    ],
}
LIGHT = [name for name in FORMATS if name != "ftm"]  # its library is in an extra that compiles


def export(source: Source, *arguments: str) -> Any:
    return CliRunner().invoke(main, ["export", *arguments, "--from", str(source.path)])


@pytest.mark.parametrize("name", LIGHT)
def test_every_format_is_written_and_named(name: str, source_of: Make) -> None:
    result = export(source_of([RECORD], {"a": "Ada Bo left."}), name)
    assert result.exit_code == 0, result.output
    assert all(Path(line).exists() for line in result.output.split())


@pytest.mark.parametrize("name", [n for n in LIGHT if n not in ("xlsx",)])
def test_the_same_records_give_the_same_bytes(name: str, source_of: Make, tmp_path: Path) -> None:
    source = source_of([RECORD], {"a": "Ada Bo left."})
    for folder in ("one", "two"):
        assert export(source, name, "--output", str(tmp_path / folder)).exit_code == 0
    files = [path for path in sorted((tmp_path / "one").rglob("*")) if path.is_file()]
    assert files
    for path in files:
        other = tmp_path / "two" / path.relative_to(tmp_path / "one")
        assert path.read_bytes() == other.read_bytes(), path.name


def test_the_database_has_views_and_search(source_of: Make) -> None:
    source = source_of([RECORD], {"a": "Ada Bo left the colony."})
    export(source, "sqlite")
    database = sqlite3.connect(source.path.parent / "records.db")
    assert database.execute("SELECT name, role FROM people_with_roles").fetchall() == [
        ("Ada Bo", "Major"),
        ("Ada Bo", "warden"),
    ]
    found = database.execute("SELECT rowid FROM bodies_fts WHERE bodies_fts MATCH 'colony'")
    assert len(found.fetchall()) == 1
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_names_leave_only_with_a_key_and_a_folder_of_their_own(
    source_of: Make, tmp_path: Path
) -> None:
    source = source_of([RECORD], {"a": "Ada Bo left."})
    assert export(source, "csv", "--pseudonymise", "people").exit_code == 2
    key = str(tmp_path / "key.json")
    assert export(source, "csv", "--pseudonymise", "people", "--key", key).exit_code == 2
    out = tmp_path / "shared"
    done = export(
        source, "csv", "report", "--pseudonymise", "people", "--key", key, "--output", str(out)
    )
    assert done.exit_code == 0, done.output
    assert "never recognised" in done.output
    for path in out.rglob("*"):
        assert "Ada" not in path.read_text(encoding="utf-8-sig"), path.name
    assert json.loads(Path(key).read_text(encoding="utf-8")) == {"Person 1": "Ada Bo"}


def test_a_format_without_its_library_names_the_remedy(
    source_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError("No module named 'xlsxwriter'", name="xlsxwriter")

    monkeypatch.setattr(write, "import_module", missing)
    result = export(source_of([RECORD], {}), "xlsx")
    assert result.exit_code == 1
    assert 'pip install "custody-records[xlsx]"' in result.output


def test_a_broken_line_is_named(source_of: Make) -> None:
    source = source_of([RECORD], {})
    source.path.write_text("{}\n", encoding="utf-8")
    result = export(source, "geojson")
    assert result.exit_code == 1
    assert "records.jsonl:1: no record" in result.output


def test_a_run_writes_the_formats_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Inmates rioted in LA-155/8 near Almaty.\n")
    out = tmp_path / "out"
    arguments = [str(tmp_path / "one.txt"), "--output", str(out), "--quiet"]
    done = CliRunner().invoke(main, [*arguments, "--format", "geojson", "--format", "report"])
    assert done.exit_code == 0, done.output
    assert (out / "records.geojson").is_file()
    assert (out / "report.html").is_file()
