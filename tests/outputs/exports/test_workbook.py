"""The workbook as people open it: LibreOffice takes no cell for a formula, days are days."""

import csv
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from custody_records.outputs.exports import csv_files, xlsx
from custody_records.outputs.exports.source import Source
from tests.outputs.exports import hostile
from tests.outputs.exports.conftest import article

Make = Callable[[list[dict[str, Any]], dict[str, str]], Source]


def record_of(id_: str, text: str, url: str | None = None) -> dict[str, Any]:
    mention = [{"text": text, "start": 0, "end": len(text)}]
    person = {"name": text, "roles": [text, "warden"], "age": 40, "mentions": mention}
    event = {
        "type": "riot_or_protest",
        "status": "reported",
        "facility": text,
        "place": None,
        "date": "2019-04",
        "subjects": [text],
        "actors": [],
        "sources": [],
        "evidence": mention,
        "provenance": [],
        "basis": {"facility": "sentence", "place": None, "date": "article"},
    }
    told = article(id_, title=text, url=url, published="2019-07-31", publisher=text)
    return {
        "schema_version": "1.0",
        "article": told,
        "people": [{**person, "provenance": []}],
        "events": [event],
    }


def _records() -> list[dict[str, Any]]:
    hostile_ones = [
        record_of(f"a{n}", text, f"javascript:{text}")
        for n, text in enumerate(hostile.TEXTS.values())
    ]
    return [record_of("plain", "Ada Bo", "https://news.example/1"), *hostile_ones]


def test_events_come_first_in_words_with_days_as_days(source_of: Make, tmp_path: Path) -> None:
    book = load_workbook(xlsx.write(source_of(_records(), {}), tmp_path)[0])
    assert book.sheetnames[0] == "events"
    head, row = (list(line) for line in list(book["events"].iter_rows())[:2])
    cells = {str(name.value): cell for name, cell in zip(head, row, strict=True)}
    assert cells["event"].value == "Riot or protest: Ada Bo; at Ada Bo; April 2019 (?). Reported."
    assert cells["date"].value == datetime(2019, 4, 1)
    assert (cells["date"].number_format, cells["date precision"].value) == ("yyyy-mm", "month")
    assert cells["published"].value == datetime(2019, 7, 31)
    assert cells["link"].hyperlink.target == "https://news.example/1"
    assert book["events"].freeze_panes == "A2"
    assert book["events"].auto_filter.ref
    assert book["people"]["B2"].value == "Ada Bo; warden"


def test_no_cell_is_a_formula_or_leads_out_but_web_links(source_of: Make, tmp_path: Path) -> None:
    book = load_workbook(xlsx.write(source_of(_records(), {}), tmp_path)[0])
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    targets = {cell.hyperlink.target for cell in cells if cell.hyperlink}
    assert targets == {"https://news.example/1"}


def test_libreoffice_opens_it_and_computes_nothing(source_of: Make, tmp_path: Path) -> None:
    office = shutil.which("soffice") or pytest.skip("no LibreOffice on this machine")
    source = source_of(_records(), {})
    book = xlsx.write(source, tmp_path / "out")[0]
    sheet = next(
        path for path in csv_files.write(source, tmp_path / "out") if path.stem == "people"
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # 44,34,76: comma, quote, UTF-8; -1: every sheet, a file each.
    to_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    for path in (book, sheet):
        command = [office, profile, "--headless", "--convert-to", to_csv, "--outdir"]
        subprocess.run([*command, str(tmp_path / path.stem), str(path)], check=True, timeout=180)  # noqa: S603
    with (tmp_path / "records" / "records-people.csv").open(encoding="utf-8") as file:
        names = [line["name"] for line in csv.DictReader(file)]
    assert "Ada Bo" in names
    assert hostile.TEXTS["formula"] in names  # printed, not computed
    shown = "\n".join(p.read_text(encoding="utf-8") for p in (tmp_path / "people").glob("*.csv"))
    assert hostile.TEXTS["formula"].split('"')[0] in shown
    assert not re.search(r"#(NAME|VALUE|REF)|Err:\d", shown + "\n".join(names))
