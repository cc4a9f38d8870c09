"""What the story says of its main facility before it gives the code or name.

"Relatives of inmates at a penal colony in Arshaly ... The administration, ETs-166/5, ...": the
first facility of an article is the one that the opening spoke of.
"""

import re
from dataclasses import replace

from pipeline.annotate.facilities.context import Surroundings
from pipeline.annotate.facilities.reading import FacilityReading
from pipeline.annotate.facilities.words import Head, Heads

_INDEFINITE = re.compile(r"\b(?:an?|another) $", re.IGNORECASE)


# "this institution, which stands near the settlement of ...": of the facility named last.
_DEMONSTRATIVE = re.compile(r"\b[Tt]his $")


def complete(
    text: str, readings: list[FacilityReading], heads: Heads, surroundings: Surroundings
) -> list[FacilityReading]:
    """Return the readings with the first facility's kind and place completed where unsaid."""
    if not readings:
        return readings
    first = readings[0]
    own = [r for r in readings if _same(r, first)]
    only = len(own) == len(readings)
    unnamed = [h for h in heads if _is_unnamed(h, readings) and (only or h.end < first.start)]
    completed = first
    if not any(r.place for r in own):
        places = (surroundings.place_after(head.end) for head in unnamed)
        completed = replace(completed, place=next(filter(None, places), None))
    if all(r.kind is None or r.generic for r in own):
        kinds = (head.kind for head in unnamed if _introduces(text, head, first))
        kind = next((kind for kind in kinds if kind), None)
        if kind:
            completed = replace(completed, kind=kind, generic=False)
    return _pointed_to(text, [completed, *readings[1:]], heads, surroundings)


def _pointed_to(
    text: str, readings: list[FacilityReading], heads: Heads, surroundings: Surroundings
) -> list[FacilityReading]:
    """Give the facility named last the place that is told of "this institution"."""
    found = list(readings)
    for head in heads:
        if not _DEMONSTRATIVE.search(text, max(0, head.phrase - 5), head.phrase):
            continue
        place = surroundings.place_after(head.end)
        last = max((i for i, r in enumerate(found) if r.end < head.start), default=None)
        if place is None or last is None:
            continue
        if not any(r.place for r in found if _same(r, found[last])):
            found[last] = replace(found[last], place=place)
    return found


def _same(one: FacilityReading, other: FacilityReading) -> bool:
    if one.code and other.code:
        return one.code == other.code or one.alias_of == other.code
    return one.known == other.known if one.known else one.name == other.name


def _is_unnamed(head: Head, readings: list[FacilityReading]) -> bool:
    """A single institution that no code or name stands in or beside."""
    if head.plural or not head.usable:
        return False
    return all(head.end + 3 < r.start or r.end + 3 < head.phrase for r in readings)


def _introduces(text: str, head: Head, first: FacilityReading) -> bool:
    """ "at a penal colony": a kind told before the first mention, and not of any institution."""
    return (
        head.detains
        and not head.generic
        and head.end < first.start
        and bool(_INDEFINITE.search(text, max(0, head.phrase - 10), head.phrase))
    )
