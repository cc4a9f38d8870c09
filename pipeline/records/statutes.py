"""Gather the mentions of legal rules into one entry for each rule."""

from typing import Any

from spacy.tokens import Doc

from pipeline.contract import Statute
from pipeline.records.gather import mentions, provenance, readings


def gather(doc: Doc) -> list[Statute]:
    """Return the article's statutes in the order of their first mention."""
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for reading in readings(doc, "statutes", "statute"):
        key = (reading.instrument, reading.article, reading.part, reading.point)
        groups.setdefault(key, []).append(reading)
    return [
        Statute(
            instrument=instrument,
            jurisdiction=group[0].jurisdiction,
            article=article,
            part=part,
            point=point,
            offence=next((r.offence for r in group if r.offence), None),
            penalties=list(dict.fromkeys(p for r in group for p in r.penalties)),
            mentions=mentions(doc, group),
            provenance=provenance(group),
        )
        for (instrument, article, part, point), group in groups.items()
    ]
