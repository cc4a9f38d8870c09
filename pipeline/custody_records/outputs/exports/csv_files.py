"""CSV: one file a table, as the run writes them, from records that stand already."""

from pathlib import Path

from custody_records.outputs.exports.source import Source
from custody_records.outputs.tables import ENCODING, TABLES, header, rows
from custody_records.outputs.write import whole


def write(source: Source, folder: Path) -> list[Path]:
    """Write the files and return their paths."""
    written = []
    for table in TABLES:
        path = folder / f"{table}.csv"
        with whole(path, encoding=ENCODING) as file:
            file.write(header(table))
            for record in source.records():
                file.write(rows(table, record))
        written.append(path)
    return written
