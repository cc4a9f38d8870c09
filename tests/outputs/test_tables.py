"""The tables hold all that the records hold, in cells that come back exactly."""

import csv
from pathlib import Path

import pytest

from custody_records.contract import (
    FIELDS,
    ArticleInfo,
    Date,
    Event,
    Facility,
    Figure,
    Mention,
    Organization,
    Penalty,
    Person,
    Provenance,
    Record,
    Statute,
)
from custody_records.outputs.tables import ENCODING, TABLES, columns, header, read_table, rows

INFO = ArticleInfo(
    id="one",
    source="a/one.txt",
    title="=cmd|' /C calc'!A0",
    publisher=None,
    author='Smith; "Jr"',
    url=None,
    published="2019-07-31",
    published_basis="metadata",
    language="en",
    dateline=None,
    sha256="0" * 64,
)
ORIGIN = {
    "mentions": [Mention(text='=x;"y"\n', start=3, end=10)],
    "provenance": [Provenance(by="rule", id="some.rule", base="2019-07-31")],
}
RECORD = Record(
    article=INFO,
    facilities=[
        Facility(code="LA-155/18", name=None, kind=None, place="Almaty", country="KZ", **ORIGIN),
        Facility(code=None, name="'Zone 40'", kind=None, place=None, country=None, **ORIGIN),
    ],
    statutes=[
        Statute(
            instrument="Criminal Code",
            jurisdiction="KZ",
            article="146",  # a text, though it looks like a number
            part=None,
            point="",
            offence="-torture",
            penalties=[Penalty(kind="imprisonment", min=None, max=2.5, unit="year")],
            **ORIGIN,
        )
    ],
    people=[Person(name="Ӛмір", roles=["head; of", "@x"], age=40, **ORIGIN)],
    organizations=[Organization(name="+7 Club", **ORIGIN)],
    places=[],
    dates=[Date(value="2019-07-31", end=None, modifier=None, **ORIGIN)],
    figures=[
        Figure(value=12, max=13.5, qualifier="about", unit="men", predicate=None, **ORIGIN),
    ],
    events=[
        Event(
            type="trial",
            status="reported",
            facility=None,
            place=None,
            date=None,
            subjects=["a, b"],
            actors=[],
            sources=[],
            evidence=ORIGIN["mentions"],
            provenance=ORIGIN["provenance"],
        )
    ],
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for table in TABLES:
        text = header(table) + rows(table, RECORD.dump())
        (tmp_path / f"{table}.csv").write_text(text, encoding=ENCODING, newline="")
    return tmp_path


@pytest.mark.parametrize("field", FIELDS)
def test_every_entry_comes_back_as_it_was(folder: Path, field: str) -> None:
    entries = getattr(RECORD, field)
    assert list(read_table(folder / f"{field}.csv")) == [("one", entry) for entry in entries]


@pytest.mark.parametrize("field", FIELDS)
def test_a_table_has_a_column_for_everything_in_an_entry(field: str) -> None:
    entries = RECORD.dump()[field]
    assert all(set(entry) == set(columns(field)) - {"article_id", "entry"} for entry in entries)


def test_an_article_is_a_row(folder: Path) -> None:
    with (folder / "articles.csv").open(encoding=ENCODING, newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["title"] == "'=cmd|' /C calc'!A0"
    assert row["author"] == 'Smith; "Jr"'


def test_a_field_that_was_not_extracted_has_no_rows() -> None:
    assert rows("people", Record(article=INFO).dump()) == ""
