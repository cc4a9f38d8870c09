"""Gather the mentions of facilities into one entry for each facility."""

from spacy.tokens import Doc

from pipeline.contract import Facility
from pipeline.records.gather import mentions, provenance, readings


def gather(doc: Doc) -> list[Facility]:
    """Return the article's facilities in the order of their first mention."""
    groups: dict[tuple[str | None, str | None], list[object]] = {}
    for reading in readings(doc, "facilities", "facility"):
        groups.setdefault((reading.code, reading.name), []).append(reading)
    return [
        Facility(
            code=code,
            name=name,
            kind=None,
            place=None,
            country=None,
            mentions=mentions(doc, group),
            provenance=provenance(group),
        )
        for (code, name), group in groups.items()
    ]
