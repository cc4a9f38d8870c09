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


RECORDS = (
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
    record(
        "pokrov",
        {"code": "IK-2", "name": None, "place": "Pokrov", "country": "RU"},
        event("transfer", "2021-03", "IK-2", "a convict with a name of many words to be wrapped"),
    ),
    record(
        "babruisk",
        {"code": "IK-2", "name": None, "place": "Babruisk", "country": "BY"},
        event("release_or_amnesty", "2022-01-05", "IK-2", "Ada Bo"),
    ),
)


def told(tmp_path: Path, *arguments: str) -> tuple[int, str]:
    file = tmp_path / "records.jsonl"
    file.write_text("\n".join(RECORDS), encoding="utf-8")
    result = CliRunner().invoke(main, ["timeline", *arguments, str(file)], env={"COLUMNS": "80"})
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


def test_one_code_of_two_countries_is_two_histories(tmp_path: Path) -> None:
    code, output = told(tmp_path, "IK-2")
    assert code == 2
    assert "IK-2 is 2 facilities" in output
    assert "IK-2  Babruisk, BY  (1 event in 1 article)" in output
    code, output = told(tmp_path, "IK-2", "--country", "by", "--json")
    assert code == 0
    (line,) = [json.loads(line) for line in output.splitlines()]
    assert (line["place"], line["type"]) == ("Babruisk", "release_or_amnesty")
    code, output = told(tmp_path, "IK-2", "--place", "pokrov")
    assert output.startswith("IK-2, Pokrov, RU: 1 event in 1 article")
    assert "Babruisk" not in output
    code, output = told(tmp_path, "IK-2", "--all")
    assert (code, output.count("1 event in 1 article")) == (0, 2)


def test_the_table_fits_eighty_columns_and_breaks_no_word(tmp_path: Path) -> None:
    code, output = told(tmp_path, "IK-2", "--place", "Pokrov")
    assert code == 0
    assert max(map(len, output.splitlines())) <= 80
    assert {"transfer,", "wrapped"} <= set(output.split())


def test_what_was_inferred_is_told(tmp_path: Path) -> None:
    basis = {"facility": "article", "place": None, "date": "sentence"}
    file = tmp_path / "records.jsonl"
    doubtful = event("escape", "2020", "IK-6", "Ada") | {"basis": basis}
    file.write_text(record("a", {"code": "IK-6", "name": None}, doubtful), encoding="utf-8")
    output = CliRunner().invoke(main, ["timeline", "IK-6", str(file)]).output
    assert "escape, reported (facility inferred)" in output


def test_a_facility_that_no_record_has_is_an_error_that_names_it(tmp_path: Path) -> None:
    code, output = told(tmp_path, "IK-99")
    assert code == 1
    assert "IK-99" in output


def test_no_record_steers_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    text = RECORDS[-1].replace("Ada Bo", "\\u001b[2J\\u202eAda")
    file.write_text(text, encoding="utf-8")
    printed = CliRunner().invoke(main, ["timeline", "IK-2", str(file)]).output
    assert "?[2J?Ada" in printed
    assert not set("\x1b\u202e") & set(printed)
