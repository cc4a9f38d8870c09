"""Gather the mentions of organizations into one entry for each."""

from typing import Any

from spacy.tokens import Doc

from pipeline.contract import Organization
from pipeline.records.gather import mentions, provenance, readings


def gather(doc: Doc) -> list[Organization]:
    """Return the article's organizations in the order of their first mention."""
    groups: dict[str, list[Any]] = {}
    for reading in readings(doc, "organizations", "organization"):
        groups.setdefault(reading.name, []).append(reading)
    return [
        Organization(
            name=name,
            mentions=mentions(doc, group),
            provenance=provenance(group),
        )
        for name, group in groups.items()
    ]
