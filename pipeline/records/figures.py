"""Gather the mentions of counted numbers into one entry for each figure."""

from typing import Any

from spacy.tokens import Doc

from pipeline.contract import Figure
from pipeline.records.gather import mentions, provenance, readings


def gather(doc: Doc) -> list[Figure]:
    """Return the article's figures in the order of their first mention."""
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for reading in readings(doc, "figures", "figure"):
        groups.setdefault((reading.value, reading.max, reading.unit), []).append(reading)
    return [
        Figure(
            value=value,
            max=top,
            qualifier=group[0].qualifier,
            unit=unit,
            predicate=group[0].predicate,
            mentions=mentions(doc, group),
            provenance=provenance(group),
        )
        for (value, top, unit), group in groups.items()
    ]
