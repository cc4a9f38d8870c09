"""``extract rules ledger`` on one article."""

import json
from pathlib import Path

from click.testing import CliRunner

from custody_records.cli import main


def test_harmful_rules_come_first_and_idle_ones_are_counted(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Inmates rioted in LA-155/8 near Almaty.\n")
    gold = {"article": {"id": "one"}, "facilities": [], "places": [{"name": "Almaty"}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n")
    result = CliRunner().invoke(
        main, ["rules", "ledger", str(tmp_path / "one.txt"), "--gold", str(tmp_path / "gold.jsonl")]
    )
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[1].startswith("facility.")  # gold has no facility here: this hit is harm
    assert lines[1].split()[1:4] == ["1", "0", "1"]
    assert "rules never fired" in result.output
