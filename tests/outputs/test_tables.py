"""The tables show people what the records hold, in cells that no program runs."""

import csv
import io

import pytest

from custody_records.contract import (
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
from custody_records.outputs.tables import TABLES, header, rows

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


def table(name: str) -> list[dict[str, str]]:
    text = header(name) + rows(name, RECORD.dump())
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_a_row_an_entry_and_as_many_cells_as_columns(name: str) -> None:
    found = table(name)
    assert len(found) == (1 if name == "articles" else len(getattr(RECORD, name)))
    assert all(None not in row and None not in row.values() for row in found)


def test_lists_are_joined_and_nothing_is_json() -> None:
    (person,) = table("people")
    assert person["roles"] == "head; of; @x"
    assert person["printed as"] == '\'=x;"y"'
    assert not [
        c for name in TABLES for row in table(name) for c in row.values() if c[:1] in "[{" and c
    ]


def test_a_row_names_its_article() -> None:
    (event,) = table("events")
    assert event["article title"] == "'=cmd|' /C calc'!A0"
    assert (event["published"], event["article"], event["entry"]) == ("2019-07-31", "one", "1")


def test_values_are_in_words() -> None:
    (statute,), (figure,) = table("statutes"), table("figures")
    assert statute["penalties"] == "imprisonment up to 2.5 years"
    assert statute["article of law"] == "146"
    assert figure["figure"] == "about 12–13.5 men"
    assert table("dates")[0]["date precision"] == "day"


def test_a_field_that_was_not_extracted_has_no_rows() -> None:
    assert rows("people", Record(article=INFO).dump()) == ""
    assert "people" in next(csv.reader([rows("articles", Record(article=INFO).dump())]))[10]
