"""Gather the mentions of people into one entry for each."""

from typing import Any

from spacy.tokens import Doc

from pipeline.contract import Person
from pipeline.records.gather import mentions, provenance, readings


def gather(doc: Doc) -> list[Person]:
    """Return the article's people in the order of their first mention."""
    groups: dict[str, list[Any]] = {}
    for reading in readings(doc, "people", "person"):
        groups.setdefault(reading.name, []).append(reading)
    return [
        Person(
            name=name,
            roles=list(dict.fromkeys(x for r in group for x in r.roles)),
            age=next((r.age for r in group if r.age is not None), None),
            mentions=mentions(doc, group),
            provenance=provenance(group),
        )
        for name, group in groups.items()
    ]
