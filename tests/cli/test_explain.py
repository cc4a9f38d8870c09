"""``extract explain ARTICLE FIELD VALUE``: every way in which a value can be missing."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from custody_records.cli import main

TEXT = """---
title: Two held in Osh
published: 2019-07-31
---
Two held in Osh

Two employees of prison LA-155/8 were detained on July 30, Amnesty International said. The
guards carried AK-47 rifles. Everybody quietly went home afterwards.

Share on Facebook
"""


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        pytest.param("facilities", "LA-155/8", "'LA-155/8' is in the record", id="in the record"),
        pytest.param(
            "facilities", "AK-47", "claimed as something else", id="a look-alike rule took it"
        ),
        pytest.param(
            "people", "Facebook", "cut with the furniture by", id="cut with the furniture"
        ),
        pytest.param("people", "Ada Bo", "is not printed in the article", id="not printed"),
        pytest.param(
            "people", "quietly went", "matched by no rule and no model", id="seen by no rule"
        ),
        pytest.param(
            "people",
            "Amnesty International",
            "organizations: 'Amnesty International'",
            id="of another field",
        ),
    ],
)
def test_a_value_is_told_its_fate(field: str, value: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(main, ["explain", str(path), field, value])
    assert result.exit_code == 0, result.output
    assert says in result.output
