"""Gather the mentions of places into one entry for each."""

from typing import Any

from spacy.tokens import Doc

from pipeline.contract import Place
from pipeline.records.gather import mentions, provenance, readings


def gather(doc: Doc) -> list[Place]:
    """Return the article's places in the order of their first mention."""
    groups: dict[str, list[Any]] = {}
    for reading in readings(doc, "places", "place"):
        groups.setdefault(reading.name, []).append(reading)
    return [
        Place(
            name=name,
            mentions=mentions(doc, group),
            provenance=provenance(group),
        )
        for name, group in groups.items()
    ]
