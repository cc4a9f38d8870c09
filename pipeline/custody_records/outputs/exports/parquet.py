"""Parquet: one file a table, with nested columns and a schema made from the contract."""

from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import BaseModel

from custody_records.contract import ENTRIES, ArticleInfo
from custody_records.outputs.exports import rows
from custody_records.outputs.exports.source import Source
from custody_records.outputs.write import beside

_CHUNK = 1000  # articles a row group


def write(source: Source, folder: Path) -> list[Path]:
    """Write a file a table and return their paths."""
    written = []
    for table in rows.TABLES:
        path = folder / f"{table}.parquet"
        form = schema(table)
        with beside(path) as part, pq.ParquetWriter(part, form) as writer:
            held: list[rows.Row] = []
            for number, record in enumerate(source.records(), start=1):
                held += rows.of(record, table)
                if number % _CHUNK == 0:
                    writer.write_table(pa.Table.from_pylist(held, form))
                    held = []
            writer.write_table(pa.Table.from_pylist(held, form))
        written.append(path)
    return written


def schema(table: str) -> pa.Schema:
    """Return the Arrow schema of a table."""
    model = ArticleInfo if table == rows.ARTICLES else ENTRIES[table]
    own = {name: arrow(f.annotation) for name, f in model.model_fields.items()}
    extra = {"entry": pa.int32(), "extracted": pa.list_(pa.string())}
    return pa.schema(
        [(name, own.get(name) or extra.get(name, pa.string())) for name in rows.columns(table)]
    )


def arrow(annotation: Any) -> pa.DataType:
    """Return the Arrow type of a field's annotation."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is list:
        return pa.list_(arrow(arguments[0]))
    if origin in (Union, UnionType):
        options = [arrow(a) for a in arguments if a is not NoneType]
        return pa.float64() if pa.float64() in options else options[0]
    if origin is Literal:
        return pa.string()
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct([(n, arrow(f.annotation)) for n, f in annotation.model_fields.items()])
    return {int: pa.int64(), float: pa.float64(), bool: pa.bool_()}.get(annotation, pa.string())
