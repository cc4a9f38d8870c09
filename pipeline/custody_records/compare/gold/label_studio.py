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
        units = _Units(body)
        results = [
            {
                "id": f"{span.field}-{span.start}-{span.end}",
                "from_name": "label",
                "to_name": "text",
                "type": "labels",
                "value": {
                    "start": units.of_point(span.start),
                    "end": units.of_point(span.end),
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
        units = _Units(body)
        spans = {
            Labelled(units.to_point(value["start"]), units.to_point(value["end"]), field)
            for result in done[-1]["result"]
            if result.get("type") == "labels"
            for value in (result["value"],)
            for field in value["labels"]
        }
        yield Returned(with_spans(record, body, spans), annotated=True)


class _Units:
    """Converts between code points and UTF-16 units of one text."""

    def __init__(self, text: str) -> None:
        self.plain = text.isascii() or max(map(ord, text)) < 0x10000
        self.units: list[int] = []
        if not self.plain:
            total = 0
            for character in text:
                self.units.append(total)
                total += 1 + (ord(character) > 0xFFFF)
            self.units.append(total)
            self.points = {unit: point for point, unit in enumerate(self.units)}

    def of_point(self, point: int) -> int:
        return point if self.plain else self.units[point]

    def to_point(self, unit: int) -> int:
        return unit if self.plain else self.points[unit]
