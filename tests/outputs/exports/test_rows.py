"""Rows of tables: what they have beside the contract's fields."""

import pytest

from custody_records.outputs.exports import rows


@pytest.mark.parametrize(
    ("name", "romanized"),
    [
        pytest.param("Ерлан Тургумбаев", "Yerlan Turgumbayev", id="Cyrillic letters"),
        pytest.param("Yerlan Turgumbaev", None, id="Latin letters already"),
    ],
)
def test_people_of_two_scripts_share_a_key(name: str, romanized: str | None) -> None:
    article = dict.fromkeys(("title", "publisher", "published", "url"))
    record = {"article": {"id": "a", **article}, "people": [{"name": name}]}
    (row,) = rows.entry_rows(record, "people")
    assert row["romanized"] == romanized
    (other,) = rows.entry_rows({**record, "people": [{"name": "Yerlan Turgumbayev"}]}, "people")
    assert row["likely_key"] == other["likely_key"]


def test_columns_name_what_rows_have() -> None:
    assert rows.columns("people")[-2:] == rows.LATIN
    assert not set(rows.LATIN) & set(rows.columns("events"))
