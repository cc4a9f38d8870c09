"""``extract gold ...`` as a user meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from custody_records.cli import main


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A folder with an article, its records and a draft of its gold."""
    article = tmp_path / "in" / "one.txt"
    article.parent.mkdir()
    article.write_text("Inmates rioted\n\nInmates rioted in LA-155/8 near Almaty on May 3, 2019.\n")
    runner = CliRunner()
    done = runner.invoke(main, ["run", str(article), "--output", str(tmp_path)])
    assert done.exit_code == 0, done.output
    done = runner.invoke(main, ["gold", "init", str(article), "--output", str(tmp_path / "gold")])
    assert done.exit_code == 0, done.output
    return tmp_path


def test_a_draft_is_good_gold_and_is_not_overwritten(run: Path) -> None:
    runner = CliRunner()
    records = str(run / "records.jsonl")
    checked = runner.invoke(main, ["gold", "check", str(run / "gold"), "--records", records])
    assert checked.exit_code == 0, checked.output
    again = runner.invoke(
        main, ["gold", "init", str(run / "in" / "one.txt"), "--output", str(run / "gold")]
    )
    assert again.exit_code == 1
    assert "exists" in again.output


@pytest.mark.parametrize("tool", ["label-studio", "doccano"])
def test_out_to_a_tool_and_back(run: Path, tool: str) -> None:
    runner = CliRunner()
    where = ["--records", str(run / "records.jsonl")]
    out = runner.invoke(main, ["gold", "export", str(run / "gold"), "--to", tool, *where])
    assert out.exit_code == 0, out.output
    (run / "tasks").write_text(out.stdout, encoding="utf-8")
    back = runner.invoke(main, ["gold", "import", str(run / "tasks"), "--from", tool])
    assert back.exit_code == 0, back.output
    draft = json.loads((run / "gold" / "one.gold.json").read_text(encoding="utf-8"))
    assert json.loads(back.stdout) == draft | {"state": "in_work"}
    done = runner.invoke(main, ["gold", "import", str(run / "tasks"), "--from", tool, "--reviewed"])
    assert json.loads(done.stdout) == draft | {"state": "reviewed"}


def test_a_foreign_file_is_refused_with_its_name(run: Path) -> None:
    (run / "tasks").write_text("[{}]")
    result = CliRunner().invoke(
        main, ["gold", "import", str(run / "tasks"), "--from", "label-studio"]
    )
    assert result.exit_code == 1
    assert "tasks: not an export of label-studio" in result.output
