"""A facility's history is gathered across articles, by date, with undated events last."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from custody_records.cli import main


def record(id_: str, facility: dict[str, Any], *events: dict[str, Any]) -> str:
    plain = {
        "article": {
            "id": id_,
            "source": f"{id_}.txt",
            "title": None,
            "publisher": None,
            "author": None,
            "url": None,
            "published": None,
            "published_basis": "none",
            "language": "en",
            "dateline": None,
            "sha256": "0" * 64,
        },
        "facilities": [
            {"kind": None, "place": None, "country": None, "mentions": [], "provenance": []}
            | facility
        ],
        "events": [
            {
                "status": "reported",
                "place": None,
                "actors": [],
                "sources": [],
                "evidence": [{"text": "x", "start": 0, "end": 1}],
                "provenance": [],
            }
            | event
            for event in events
        ],
    }
    return json.dumps(plain)


def event(type_: str, date: str | None, facility: str, *subjects: str) -> dict[str, Any]:
    return {"type": type_, "date": date, "facility": facility, "subjects": list(subjects)}


def told(tmp_path: Path, *arguments: str) -> tuple[int, str]:
    file = tmp_path / "records.jsonl"
    file.write_text(
        "\n".join(
            (
                record(
                    "a",
                    {"code": "LA-155/8", "name": None},
                    event("transfer", None, "LA-155/8", "inmates"),
                    event("riot_or_protest", "2019-08", "LA-155/8"),
                    event("escape", "2019-01", "IK-6", "convict"),
                ),
                record(
                    "b",
                    {"code": "LA-155/8", "name": None, "aliases": ["Zarechny colony"]},
                    event("riot_or_protest", "2019-08", "LA-155/8"),
                    event("death_in_custody", "2018-05-01", "LA-155/8", "Ivan Petrov"),
                ),
            )
        ),
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, ["timeline", *arguments, str(file)])
    return result.exit_code, result.output


def test_events_stand_by_date_and_what_two_articles_tell_alike_once(tmp_path: Path) -> None:
    code, output = told(tmp_path, "--json", "LA-155/8")
    assert code == 0, output
    lines = [json.loads(line) for line in output.splitlines()]
    assert [(line["date"], line["type"], line["articles"]) for line in lines] == [
        ("2018-05-01", "death_in_custody", ["b"]),
        ("2019-08", "riot_or_protest", ["a", "b"]),
        (None, "transfer", ["a"]),
    ]


def test_an_alias_names_the_facility_of_the_record_that_has_it(tmp_path: Path) -> None:
    _, output = told(tmp_path, "--json", "zarechny colony")
    assert [json.loads(line)["articles"] for line in output.splitlines()] == [["b"], ["b"]]


def test_the_table_names_what_happened(tmp_path: Path) -> None:
    code, output = told(tmp_path, "LA-155/8")
    assert code == 0
    assert "riot or" in output


def test_a_facility_without_events_is_an_error_that_names_it(tmp_path: Path) -> None:
    code, output = told(tmp_path, "IK-99")
    assert code == 1
    assert "IK-99" in output
