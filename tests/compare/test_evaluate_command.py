"""``extract evaluate``: figures, gates and exit codes, as a user meets them."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from custody_records.cli import main


def _record(id_: str, *names: str) -> dict[str, Any]:
    article = {"id": id_, "title": "T", "sha256": "0" * 64}
    return {"article": article, "people": [{"name": n, "age": None, "roles": []} for n in names]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ours = [_record("a", "Ada"), _record("b", "Bo", "Cy")]
    gold = [_record("a", "Ada"), _record("b", "Bo")]
    for name, records in (("records", ours), ("gold", gold)):
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def evaluate(folder: Path, *options: str) -> Result:
    gold = str(folder / "gold.jsonl")
    arguments = ["evaluate", str(folder / "records.jsonl"), "--gold", gold, *options]
    return CliRunner().invoke(main, arguments)


def test_the_table_names_every_scored_field(folder: Path) -> None:
    result = evaluate(folder)
    assert result.exit_code == 0
    assert "people" in result.output
    assert "0.67" in result.output  # two of three found are right


def test_json_carries_figures_and_intervals(folder: Path) -> None:
    data = json.loads(evaluate(folder, "--json").stdout)
    assert data["fields"]["people"]["micro"]["recall"] == 1.0
    assert data["intervals"]["draws"] == 1000


def test_a_folder_of_gold_gives_the_same(folder: Path) -> None:
    gold = folder / "gold"
    gold.mkdir()
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        name = json.loads(line)["article"]["id"]
        (gold / f"{name}.gold.json").write_text(line, encoding="utf-8")
    records = str(folder / "records.jsonl")
    once = CliRunner().invoke(main, ["evaluate", records, "--gold", str(gold), "--json"])
    assert once.output == evaluate(folder, "--json").output


@pytest.mark.parametrize(
    ("threshold", "code"),
    [
        pytest.param("people=recall:1.0", 0, id="reached"),
        pytest.param("people=precision:0.9", 1, id="missed"),
        pytest.param("places=f1:0.1", 1, id="nothing of the field"),
    ],
)
def test_fail_under_decides_the_exit_code(folder: Path, threshold: str, code: int) -> None:
    assert evaluate(folder, "--fail-under", threshold).exit_code == code


@pytest.mark.parametrize("threshold", ["people", "persons=f1:0.9", "people=f2:0.9", "people=f1:9"])
def test_a_threshold_that_means_nothing_is_wrong_usage(folder: Path, threshold: str) -> None:
    assert evaluate(folder, "--fail-under", threshold).exit_code == 2


def test_a_floor_may_rise_and_not_fall_unsaid(folder: Path) -> None:
    gate = folder / "accuracy.json"
    assert evaluate(folder, "--gate", str(gate)).exit_code == 2  # nothing is pinned yet
    assert evaluate(folder, "--gate", str(gate), "--update").exit_code == 0
    assert evaluate(folder, "--gate", str(gate)).exit_code == 0

    worse = [_record("a", "Eve"), _record("b", "Bo", "Cy")]
    (folder / "records.jsonl").write_text("".join(json.dumps(r) + "\n" for r in worse))
    fallen = evaluate(folder, "--gate", str(gate))
    assert fallen.exit_code == 1
    assert "people: precision fell under 0.656, to 0.333" in fallen.output
    assert evaluate(folder, "--gate", str(gate), "--update").exit_code == 1

    said = evaluate(folder, "--gate", str(gate), "--update", "--allow-regression", "stricter names")
    assert said.exit_code == 0
    assert json.loads(gate.read_text())["regressions"][0]["reason"] == "stricter names"
    assert evaluate(folder, "--gate", str(gate)).exit_code == 0


def test_other_gold_voids_the_floors(folder: Path) -> None:
    gate = folder / "accuracy.json"
    evaluate(folder, "--gate", str(gate), "--update")
    (folder / "gold.jsonl").write_text(json.dumps(_record("a", "Ada")) + "\n")
    result = evaluate(folder, "--gate", str(gate))
    assert result.exit_code == 1
    assert "gold changed" in result.output


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param("{", "gold.jsonl:1: not JSON", id="half an object"),
        pytest.param("{}", "gold.jsonl:1: no article.id", id="no id"),
        pytest.param(
            '{"article": {"id": "b"}}\n{"article": {"id": "a",}}',
            "gold.jsonl:2: not JSON at column",
            id="a comma too many",
        ),
        pytest.param(
            '{"article": {"id": "a"}, "people": [{"age": 1}]}',
            "gold.jsonl:1: a: people, entry 1",
            id="an entry without a name",
        ),
        pytest.param(
            '{"article": {"id": "a"}, "state": "done"}',
            "gold.jsonl:1: state 'done' is none of",
            id="an unknown state",
        ),
        pytest.param(
            '{"article": {"id": "z"}}', "no article of gold is in", id="no article in common"
        ),
        pytest.param(
            '{"article": {"id": "a"}}\n{"article": {"id": "a"}}', "stands in", id="an article twice"
        ),
    ],
)
def test_bad_gold_names_file_line_and_remedy(folder: Path, line: str, says: str) -> None:
    (folder / "gold.jsonl").write_text(line, encoding="utf-8")
    result = evaluate(folder)
    assert result.exit_code == 1
    assert says in result.output


def test_a_syntax_error_in_a_file_of_many_lines_names_its_own(folder: Path) -> None:
    (folder / "a.gold.json").write_text('{\n "article": {\n  "id": "a"\n }\n "people": []\n}')
    result = CliRunner().invoke(
        main, ["evaluate", str(folder / "records.jsonl"), "--gold", str(folder / "a.gold.json")]
    )
    assert "a.gold.json:5: not JSON at column 2" in result.output


@pytest.mark.parametrize("state", ["untouched", "in_work"])
def test_a_draft_does_not_count(folder: Path, state: str) -> None:
    draft = {**_record("b", "Bo"), "state": state}
    lines = [json.dumps(_record("a", "Ada") | {"state": "reviewed"}), json.dumps(draft)]
    (folder / "gold.jsonl").write_text("\n".join(lines))
    result = evaluate(folder, "--json")
    assert json.loads(result.stdout)["articles"] == 1
    assert "1 drafts do not count, not being reviewed: b" in result.stderr
    (folder / "gold.jsonl").write_text(lines[1])
    nothing = evaluate(folder)
    assert nothing.exit_code == 1
    assert "no article of gold is reviewed" in nothing.output


def test_gold_lies_among_articles_in_several_folders(folder: Path) -> None:
    for id_, name in (("a", "Ada"), ("b", "Bo")):
        place = folder / f"set-{id_}"
        place.mkdir()
        (place / f"{id_}.txt").write_text("An article.")
        (place / f"{id_}.gold.json").write_text(json.dumps(_record(id_, name)))
    (folder / "gold.jsonl").unlink()
    golds = [option for id_ in "ab" for option in ("--gold", str(folder / f"set-{id_}"))]
    apart = CliRunner().invoke(main, ["evaluate", str(folder / "records.jsonl"), *golds, "--json"])
    once = CliRunner().invoke(main, ["evaluate", str(folder), "--gold", str(folder), "--json"])
    assert json.loads(apart.stdout)["articles"] == 2
    assert once.stdout == apart.stdout


def test_optional_keys_may_be_missing(folder: Path) -> None:
    entries = {
        "facilities": [{"name": "Black Dolphin"}],
        "statutes": [{"article": "146"}],
        "figures": [{"value": 3, "unit": "men"}],
        "dates": [{"value": "2019"}],
        "events": [{"type": "escape", "facility": "Black Dolphin"}],
    }
    for name in ("gold", "records"):
        path = folder / f"{name}.jsonl"
        path.write_text(json.dumps({"article": {"id": "a"}, **entries}))
    data = json.loads(evaluate(folder, "--json").stdout)
    assert {f: data["fields"][f]["tp"] for f in entries} == dict.fromkeys(entries, 1)
    assert evaluate(folder, "--differences", "field").exit_code == 0
