"""Records out to each lossless format and back: nothing is lost, nothing is changed."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from custody_records.outputs.exports.source import Source
from custody_records.outputs.write import to_json
from tests.outputs.exports import reading
from tests.outputs.exports.strategies import corpora


def _round_trip(name: str, corpus: list[dict[str, Any]]) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "records.jsonl")
        path.write_text("".join(to_json(record) + "\n" for record in corpus), encoding="utf-8")
        source, target = Source(path), Path(folder, "out")
        if name == "xlsx":
            from custody_records.outputs.exports import xlsx

            tables = reading.xlsx(xlsx.write(source, target)[0])
        elif name == "sqlite":
            from custody_records.outputs.exports import sqlite

            tables = reading.sqlite(sqlite.write(source, target)[0])
        else:
            from custody_records.outputs.exports import parquet

            tables = {p.stem: reading.parquet(p) for p in parquet.write(source, target)}
        return list(reading.records(tables))


@pytest.mark.parametrize("name", ["xlsx", "sqlite", "parquet"])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpus=corpora())
def test_records_come_back_as_they_went(name: str, corpus: list[dict[str, Any]]) -> None:
    assert _round_trip(name, corpus) == corpus
