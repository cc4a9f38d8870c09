"""Shards are written before it is known what others hold: ids and duplicates are mended after.

``changes`` says what to do with the rows of a shard: other values of the article's ``id`` and
``duplicate_of``, or null for a row that falls away because its id was taken.
"""

import io
import json
from typing import Any

from custody_records.outputs.write import to_json
from custody_records.run.cluster.addresses import Folder
from custody_records.run.cluster.shard import Form

# Row number, as JSON's keys are, → changed values of the article, or None.
Changes = dict[str, dict[str, str] | None]


def mend(folder: Folder, name: str, form: Form, summary: dict[str, Any], changes: Changes) -> None:
    """Change the rows of a shard, and its summary; killed half way, the shard is done again."""
    path = f"summaries/{name}.json"
    folder.write(path, to_json({**summary, "key": ""}).encode())
    if form == "jsonl":
        records = f"records/{name}.jsonl"
        folder.write(records, _lines(folder.read(records), changes, "article"))
        bodies = f"bodies/{name}.jsonl"
        folder.write(bodies, _lines(folder.read(bodies), changes, None))
    else:
        table = f"records/{name}.parquet"
        folder.write(table, _table(folder.read(table), changes))
    folder.write(path, to_json({**summary, "mended": changes}).encode())


def _lines(data: bytes | None, changes: Changes, within: str | None) -> bytes:
    """Return JSON lines with the changed values, which stand in the object ``within`` a line."""
    mended = []
    for n, line in enumerate((data or b"").decode().split("\n")[:-1]):
        change = changes.get(str(n), {})
        if change is None:
            continue
        if change:
            row = json.loads(line)
            held = row[within] if within else row
            held.update({name: value for name, value in change.items() if name in held})
            line = to_json(row)
        mended.append(line + "\n")
    return "".join(mended).encode()


def _table(data: bytes | None, changes: Changes) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(data or b""))
    rows = table.to_pylist()
    kept = []
    for n, row in enumerate(rows):
        if (change := changes.get(str(n), {})) is not None:
            row["article"].update(change)
            kept.append(row)
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(kept, table.schema), buffer)
    return buffer.getvalue()
