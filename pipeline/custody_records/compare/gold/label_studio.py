"""Label Studio's import and export format for text with labels (a JSON list of tasks).

Format: https://labelstud.io/guide/predictions and https://labelstud.io/guide/export (task,
annotation, result; ``value`` has ``start``, ``end``, ``text``, ``labels``). Its text offsets are
those of JavaScript strings (UTF-16 units), so they are converted both ways.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from custody_records.compare.gold.spans import Labelled, Returned, spans_of, with_spans
from custody_records.contract import FIELDS

Task = dict[str, Any]


def config() -> str:
    """Return the labelling configuration that the tasks fit."""
    labels = "".join(f'<Label value="{field}"/>' for field in FIELDS)
    named = f'<Labels name="label" toName="text">{labels}</Labels>'
    return f'<View>{named}<Text name="text" value="$text"/></View>'


def to_tasks(gold: Iterable[tuple[dict[str, Any], str]]) -> list[Task]:
    """Return one task for each (gold record, body)."""
    tasks = []
    for record, body in gold:
        results = [
            {
                "id": f"{span.field}-{span.start}-{span.end}",
                "from_name": "label",
                "to_name": "text",
                "type": "labels",
                "value": {
                    "start": _units(body, span.start),
                    "end": _units(body, span.end),
                    "text": body[span.start : span.end],
                    "labels": [span.field],
                },
            }
            for span in spans_of(record, body)
        ]
        data = {"text": body, "id": record["article"]["id"], "gold": json.dumps(record)}
        tasks.append({"data": data, "annotations": [{"result": results}]})
    return tasks


def from_tasks(tasks: Iterable[Task]) -> Iterator[Returned]:
    """Yield the gold records that the annotators left; the last annotation of a task counts.

    An annotation that was skipped (``was_cancelled``) is none. A task without any was never
    opened: its record comes back as it went.
    """
    for task in tasks:
        body = task["data"]["text"]
        record = json.loads(task["data"]["gold"])
        done = [a for a in task.get("annotations") or () if not a.get("was_cancelled")]
        if not done:
            yield Returned(record, annotated=False)
            continue
        spans = {
            Labelled(_point(body, value["start"]), _point(body, value["end"]), field)
            for result in done[-1]["result"]
            if result.get("type") == "labels"
            for value in (result["value"],)
            for field in value["labels"]
        }
        yield Returned(with_spans(record, body, spans), annotated=True)


def _units(text: str, point: int) -> int:
    """Return the UTF-16 units before a code point."""
    return len(text[:point].encode("utf-16-le")) // 2


def _point(text: str, unit: int) -> int:
    """Return the code points before a UTF-16 unit. ValueError within a surrogate pair."""
    return len(text.encode("utf-16-le")[: 2 * unit].decode("utf-16-le"))
