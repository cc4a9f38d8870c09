"""doccano's JSONL for sequence labelling: one text a line, ``label`` a list of [start, end, label].

Format: https://doccano.github.io/doccano/ (import and export of sequence labelling projects).
doccano keeps further keys of a line as its metadata, which is where the gold record travels.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from custody_records.compare.gold.spans import Labelled, Returned, spans_of, with_spans


def to_lines(gold: Iterable[tuple[dict[str, Any], str]]) -> Iterator[dict[str, Any]]:
    """Yield one line's data for each (gold record, body)."""
    for record, body in gold:
        yield {
            "text": body,
            "label": [[span.start, span.end, span.field] for span in spans_of(record, body)],
            "gold": json.dumps(record),
        }


def from_lines(lines: Iterable[dict[str, Any]]) -> Iterator[Returned]:
    """Yield the gold records that the annotators left.

    doccano does not tell a line that was skipped from one that was emptied, so a line without
    any label is taken as skipped: its record comes back as it went.
    """
    for line in lines:
        record = json.loads(line["gold"])
        spans = {Labelled(start, end, field) for start, end, field in line.get("label") or ()}
        if not spans:
            yield Returned(record, annotated=False)
            continue
        yield Returned(with_spans(record, line["text"], spans), annotated=True)
