"""brat standoff: ``<id>.txt`` with the body, ``<id>.ann`` with its mentions and their values.

``T`` lines are the mentions (offsets in code points), ``#`` notes under them hold the entry's
values as JSON, ``R`` lines join the mentions of one entry. Format: brat's own documentation,
https://brat.nlplab.org/standoff.html.
"""

from pathlib import Path
from typing import Any

from custody_records.contract import FIELDS
from custody_records.outputs.exports.source import Record, Source, mentions
from custody_records.outputs.exports.tokens import LABELS
from custody_records.outputs.write import to_json, whole, write_text

NAME = "brat"
_NOT_IN_NOTES = ("mentions", "evidence", "provenance")


def write(source: Source, folder: Path) -> list[Path]:
    """Write two files an article, and ``annotation.conf``, into the folder ``brat``."""
    target = folder / NAME
    for record in source.records():
        id_ = record["article"]["id"]
        for ending, text in (("txt", source.needed_body(record)), ("ann", annotations(record))):
            with whole(target / f"{id_}.{ending}", durable=False) as file:
                file.write(text)
    entities = "\n".join(LABELS.values())
    relations = "\n".join(f"Same\tArg1:{label}, Arg2:{label}" for label in LABELS.values())
    config = f"[entities]\n{entities}\n[relations]\n{relations}\n[events]\n[attributes]\n"
    write_text(target / "annotation.conf", config)
    return [target]


def annotations(record: Record) -> str:
    """Return the lines of a record's ``.ann`` file."""
    lines: list[str] = []
    terms = notes = relations = 0
    for field in FIELDS:
        for entry in record.get(field) or ():
            first = None
            for mention in mentions(entry):
                terms += 1
                lines.append(f"T{terms}\t{LABELS[field]} {_offsets(mention)}\t{_flat(mention)}")
                if first is None:
                    first = terms
                    notes += 1
                    values = {k: v for k, v in entry.items() if k not in _NOT_IN_NOTES}
                    lines.append(f"#{notes}\tAnnotatorNotes T{terms}\t{to_json(values)}")
                else:
                    relations += 1
                    lines.append(f"R{relations}\tSame Arg1:T{first} Arg2:T{terms}")
    return "".join(f"{line}\n" for line in lines)


def _offsets(mention: dict[str, Any]) -> str:
    """Return brat's offsets; a mention over a line end is in pieces there, as brat asks."""
    pieces, start = [], mention["start"]
    for line in mention["text"].split("\n"):
        if line:
            pieces.append(f"{start} {start + len(line)}")
        start += len(line) + 1
    return ";".join(pieces)


def _flat(mention: dict[str, Any]) -> str:
    return " ".join(line for line in mention["text"].split("\n") if line)
