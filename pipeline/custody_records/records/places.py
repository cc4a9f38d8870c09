"""Gather the mentions of places into one entry for each.

Mentions of one name are one place; so are mentions of a country or settlement under two names
that stand for the same known place ("U.S." and "United States"). The entry has the fullest form.
"""

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.places.fold import key
from custody_records.annotate.places.reading import PlaceReading
from custody_records.contract import Link, Place, Provenance
from custody_records.records.gather import mentions, provenance, readings


def gather(doc: Doc) -> list[Place]:
    """Return the article's places in the order of their first mention."""
    groups: dict[str, list[PlaceReading]] = {}
    of_known: dict[str, str] = {}
    for reading in readings(doc, "places", "place"):
        name = key(reading.name)
        if name not in groups and reading.link and reading.link.kind != "region":
            first = of_known.setdefault(f"{reading.link.authority}:{reading.link.id}", name)
            if first != name:
                by = groups[first][0].name
                note(
                    doc, Decision("places", reading.rule, reading.start, reading.end, "merged", by)
                )
                name = first
        groups.setdefault(name, []).append(reading)
    return [_place(doc, group) for group in groups.values()]


def _place(doc: Doc, group: list[PlaceReading]) -> Place:
    # The longest; of one length not the dateline's capitals.
    fullest = max(group, key=lambda r: (len(r.name), not r.name.isupper()))
    made = [
        p.model_copy(update={"by": "gazetteer"}) if p.id.startswith("place.gazetteer") else p
        for p in provenance(group)
    ]
    link = None
    for reading in group:
        known = reading.link
        if known and known.authority and known.id:
            link = Link(
                authority=known.authority,
                id=known.id,
                latitude=known.latitude,
                longitude=known.longitude,
            )
            made.append(Provenance(by="gazetteer", id=reading.choice or "", base=known.country))
            break
    return Place(name=fullest.name, mentions=mentions(doc, group), provenance=made, link=link)
