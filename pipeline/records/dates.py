"""Gather time expressions into the calendar values that the story mentions."""

from typing import Any

from spacy.tokens import Doc

from pipeline.contract import Date
from pipeline.records.gather import mentions, provenance, readings


def gather(doc: Doc) -> list[Date]:
    """Return the article's dates in the order of their first mention."""
    groups: dict[tuple[str, str | None], list[Any]] = {}
    for reading in readings(doc, "timex", "timex"):
        if reading.type == "DATE":
            groups.setdefault((reading.value, reading.end_value), []).append(reading)
    return [
        Date(
            value=value,
            end=end,
            modifier=group[0].mod,
            mentions=mentions(doc, group),
            provenance=provenance(group, base=group[0].anchor),
        )
        for (value, end), group in groups.items()
    ]
