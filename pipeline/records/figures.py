"""Gather the mentions of counted numbers into one entry for each figure.

Equal numbers of the same noun are one figure unless the text sets them apart ("two more"); the
same people under two nouns are one where the later noun points back ("the two men"), is a
general word for human beings, or the number is too large for a chance.
"""

from spacy.tokens import Doc

from pipeline.annotate.figures.reading import FigureReading
from pipeline.annotate.text import text_of
from pipeline.annotate.trail import Decision, note
from pipeline.contract import Figure
from pipeline.records.gather import mentions, provenance, readings

# Equal counts of people from here on are taken for the same people.
_NO_CHANCE = 10
_GENERAL = frozenset(["person", "man", "woman", "people", "individual", "human", "life", "soul"])


def gather(doc: Doc) -> list[Figure]:
    """Return the article's figures in the order of their first mention."""
    groups: list[list[FigureReading]] = []
    title_end = text_of(doc).find("\n")
    for reading in readings(doc, "figures", "figure"):
        group = next((g for g in reversed(groups) if _same(reading, g, title_end)), None)
        if group is None:
            groups.append([reading])
            continue
        group.append(reading)
        by = f"{group[0].value:g} {group[0].unit}"
        note(doc, Decision("figures", reading.rule, reading.start, reading.end, "merged", by))
    return [_figure(doc, group) for group in groups]


def _same(reading: FigureReading, group: list[FigureReading], title_end: int) -> bool:
    first = group[0]
    if (reading.value, reading.max) != (first.value, first.max):
        return False
    qualifiers = {r.qualifier for r in group} - {None}
    if reading.qualifier and qualifiers and reading.qualifier not in qualifiers:
        return False
    if reading.rule == "figure.table" and not reading.definite:
        return False
    if reading.definite and (reading.elliptical or (reading.person and first.person)):
        return True
    if reading.apart:
        return False
    large = reading.person and first.person and reading.value >= _NO_CHANCE
    if reading.head in {r.head for r in group}:
        return large or reading.definite or not reading.elliptical
    if reading.elliptical or not (reading.person and first.person):
        return False
    # "Three objectors jailed" over "Three men who refuse ...": a lead retells its title.
    retold = first.end <= title_end and (reading.general or first.general)
    return retold or large


def _figure(doc: Doc, group: list[FigureReading]) -> Figure:
    named = [r for r in group if not r.elliptical] or group
    telling = next((r for r in named if not r.general), named[0])
    return Figure(
        value=telling.value,
        max=telling.max,
        qualifier=next((r.qualifier for r in group if r.qualifier), None),
        unit=telling.unit,
        predicate=next((r.predicate for r in [telling, *group] if r.predicate), None),
        mentions=mentions(doc, group),
        provenance=provenance(group),
    )
