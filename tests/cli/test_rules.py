"""``extract rules``: the commands that list and check the rules."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from custody_records.cli import main
from custody_records.rulebook import rules_dir


def test_every_rule_is_listed_with_its_reason() -> None:
    result = CliRunner().invoke(main, ["rules", "list", "--rule-set", "facilities", "--json"])
    assert result.exit_code == 0, result.output
    listed = [json.loads(line) for line in result.output.splitlines()]
    assert "facility.family.la" in {rule["id"] for rule in listed}
    assert all(rule["reason"] and rule["match"] for rule in listed)


def test_the_rule_sets_are_named_to_whoever_asks_for_another() -> None:
    result = CliRunner().invoke(main, ["rules", "list", "--rule-set", "kitchen"])
    assert result.exit_code == 2
    assert "facilities" in result.output


@pytest.fixture
def own_rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    shutil.copytree(rules_dir(), folder)
    return folder


def checked(folder: Path) -> tuple[int, str]:
    given = ["rules", "check", "--rule-set", "facilities", "--no-speed", "--rules", str(folder)]
    result = CliRunner().invoke(main, given)
    return result.exit_code, result.output


def test_sound_rules_pass(own_rules: Path) -> None:
    code, output = checked(own_rules)
    assert code == 0, output


def test_a_false_example_is_told(own_rules: Path) -> None:
    path = own_rules / "facilities" / "families.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("reads: {code: LA-155/14}", "reads: {code: LA-155/15}"), "utf-8")
    code, output = checked(own_rules)
    assert code == 1
    assert "facility.family.la: example" in output
    assert "'LA-155/14', not 'LA-155/15'" in output


def test_an_unknown_key_is_told_with_its_line(own_rules: Path) -> None:
    path = own_rules / "facilities" / "lookalikes.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    sign:", "    sing:", 1), "utf-8")
    code, output = checked(own_rules)
    assert code == 1
    line = text[: text.index("    sign:")].count("\n") + 1
    assert f"lookalikes.yaml:{line}: rules.0.sing" in output
