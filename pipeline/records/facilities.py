"""Gather the mentions of facilities into one entry for each facility."""

import re
from itertools import combinations
from typing import Any

from spacy.tokens import Doc

from pipeline.annotate.trail import Decision, note
from pipeline.contract import Facility, Provenance
from pipeline.records.gather import mentions, provenance, readings

_REGION = re.compile(r"(?i)\b(?:region|oblast|province|district|krai|county|republic)$")
# What a type of institution is where the text calls it nothing else.
_KIND_OF_CODE = {
    "IK": "correctional_colony",
    "ITK": "correctional_colony",
    "KP": "colony_settlement",
    "SIZO": "pretrial_detention_centre",
    "T": "prison",
    "IVS": "police_custody",
}
_GENERIC_WORD = re.compile(
    r"(?i)\s+(?:(?:correctional|detention|labou?r|penal|prison|central)\s+)*"
    r"(?:prison|jail|camp|colony|penitentiary|cent(?:er|re)|facility|institution)$"
)


def gather(doc: Doc) -> list[Facility]:
    """Return the article's facilities in the order of their first mention."""
    groups: list[list[Any]] = []
    for reading in readings(doc, "facilities", "facility"):
        group = next((g for g in groups if any(_same(reading, other) for other in g)), None)
        if group is None:
            groups.append([reading])
        else:
            group.append(reading)
    return [_entry(doc, group) for group in _joined(groups)]


def _joined(groups: list[list[Any]]) -> list[list[Any]]:
    """Unite groups that a later mention has shown to be one facility."""
    merged = True
    while merged:
        merged = False
        for one, other in combinations(groups, 2):
            if any(_same(a, b) for a in one for b in other):
                one.extend(other)
                one.sort(key=lambda reading: (reading.start, reading.end))
                groups.remove(other)
                merged = True
                break
    return groups


def _same(one: Any, other: Any) -> bool:
    """Tell whether two mentions are of one facility."""
    for a, b in ((one, other), (other, one)):
        if a.alias_of and a.alias_of in (b.code, b.name):
            return True
    if one.known and other.known:
        return bool(one.known == other.known)
    if one.code and other.code:
        return bool(one.code == other.code and not _apart(one.place, other.place))
    if one.name and other.name:
        return bool(_core(one.name) == _core(other.name))
    return False


def _apart(one: str | None, other: str | None) -> bool:
    """Two regions apart are two institutions of one number: IK-2 of Perm and of Vladimir."""
    if one is None or other is None or one == other:
        return False
    return bool(_REGION.search(one) and _REGION.search(other))


def _core(name: str) -> str:
    """Return "evin" for "Evin Prison" and "Evin"."""
    return _GENERIC_WORD.sub("", name).casefold()


def _entry(doc: Doc, group: list[Any]) -> Facility:
    codes = list(dict.fromkeys(r.code for r in group if r.code))
    main = next((r.code for r in group if r.code and not r.alias_of), codes[0] if codes else None)
    names = sorted(dict.fromkeys(r.name for r in group if r.name), key=len, reverse=True)
    name = names[0] if names else None
    aliases = [code for code in codes if code != main]
    aliases += [other for other in names[1:] if _core(other) != _core(str(name))]
    for reading in group[1:]:
        by = str(main or name)
        note(
            doc,
            Decision("facilities", reading.rule, reading.start, reading.end, "merged", by),
        )
    linked = next((r.link for r in group if r.link), None)
    made = provenance(group)
    if linked:
        made.append(Provenance(by="gazetteer", id=linked.id))
    return Facility(
        code=main,
        name=name,
        kind=_kind(group, main),
        place=_place(group),
        country=next((r.country for r in group if r.country), None),
        aliases=aliases,
        link=linked,
        mentions=mentions(doc, group),
        provenance=made,
    )


def _kind(group: list[Any], code: str | None) -> Any:
    """Return the first telling kind, else a general one ("prison"), else what the code says."""
    told = [reading for reading in group if reading.kind]
    telling = next((r.kind for r in told if not r.generic), None)
    of_code = _KIND_OF_CODE.get((code or "").partition("-")[0]) if code else None
    return telling or (told[0].kind if told else of_code)


def _place(group: list[Any]) -> str | None:
    """Return the first settlement, else the first region that is said of it."""
    places = [reading.place for reading in group if reading.place]
    settlement = next((place for place in places if not _REGION.search(place)), None)
    return settlement or next(iter(places), None)
