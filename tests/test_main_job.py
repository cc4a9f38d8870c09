"""The whole way on one article: a file in, a validated record out."""

import json
from pathlib import Path

from click.testing import CliRunner

from custody_records.cli import main

TEXT = """---
title: Two held over prison video
published: 2019-07-31
---
Two held over prison video

Two employees of prison LA-155/8 were detained on July 30, Interior Minister Erlan Turgumbaev
said. They are charged under Article 146 of the Criminal Code of Kazakhstan.
"""


def test_a_file_becomes_a_record_with_its_body_beside_it(tmp_path: Path) -> None:
    source = tmp_path / "in" / "one.txt"
    source.parent.mkdir()
    source.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(main, ["run", str(source.parent), "--output", str(tmp_path / "o")])
    assert result.exit_code == 0, result.output
    record = json.loads((tmp_path / "o" / "records.jsonl").read_text(encoding="utf-8"))
    body = (tmp_path / "o" / "bodies" / "one.txt").read_text(encoding="utf-8")
    assert [f["code"] for f in record["facilities"]] == ["LA-155/8"]
    assert [(s["instrument"], s["article"]) for s in record["statutes"]] == [
        ("Criminal Code", "146")
    ]
    mention = record["facilities"][0]["mentions"][0]
    assert body[mention["start"] : mention["end"]] == mention["text"]
