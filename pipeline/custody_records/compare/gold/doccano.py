"""doccano's JSONL for sequence labelling: one text a line, ``label`` a list of [start, end, label].

Format: https://doccano.github.io/doccano/ (import and export of sequence labelling projects).
doccano keeps further keys of a line as its metadata, which is where the gold record travels.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from custody_records.compare.gold.spans import Labelled, unweave, weave


def to_lines(gold: Iterable[tuple[dict[str, Any], str]]) -> Iterator[dict[str, Any]]:
    """Yield one line's data for each (gold record, body)."""
    for record, body in gold:
        yield {
            "text": body,
            "label": [[span.start, span.end, span.field] for span in weave(record, body)],
            "gold": json.dumps(record),
        }


def from_lines(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the gold records that the annotators left."""
    for line in lines:
        spans = {Labelled(start, end, field) for start, end, field in line["label"]}
        yield unweave(json.loads(line["gold"]), line["text"], spans)
