"""Shards are written before it is known what others hold: ids and duplicates are mended after.

``changes`` says what to do with the rows of a shard: the id of the first article with the same
text, or null for a row that falls away because its id was taken.
"""

import io
import json
from typing import Any

from custody_records.outputs.write import to_json
from custody_records.run.cluster.addresses import Folder
from custody_records.run.cluster.shard import Form

Changes = dict[str, str | None]  # row number, as JSON's keys are, → duplicate_of or None


def mend(folder: Folder, name: str, form: Form, summary: dict[str, Any], changes: Changes) -> None:
    """Change the rows of a shard, and its summary; killed half way, the shard is done again."""
    path = f"summaries/{name}.json"
    folder.write(path, to_json({**summary, "key": ""}).encode())
    if form == "jsonl":
        records = f"records/{name}.jsonl"
        folder.write(records, _lines(folder.read(records), changes, mark=True))
        bodies = f"bodies/{name}.jsonl"
        folder.write(bodies, _lines(folder.read(bodies), changes, mark=False))
    else:
        table = f"records/{name}.parquet"
        folder.write(table, _table(folder.read(table), changes))
    folder.write(path, to_json({**summary, "mended": changes}).encode())


def _lines(data: bytes | None, changes: Changes, *, mark: bool) -> bytes:
    lines = (data or b"").decode().split("\n")[:-1]
    return "".join(
        _marked(line, changes.get(str(n)), mark) + "\n"
        for n, line in enumerate(lines)
        if changes.get(str(n), "") is not None
    ).encode()


def _marked(line: str, first: str | None, mark: bool) -> str:
    if first is None or not mark:
        return line
    record = json.loads(line)
    record["article"]["duplicate_of"] = first
    return to_json(record)


def _table(data: bytes | None, changes: Changes) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(data or b""))
    rows = table.to_pylist()
    for n, first in changes.items():
        rows[int(n)]["article"]["duplicate_of"] = first
    kept = [row for n, row in enumerate(rows) if changes.get(str(n), "") is not None]
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(kept, table.schema), buffer)
    return buffer.getvalue()
