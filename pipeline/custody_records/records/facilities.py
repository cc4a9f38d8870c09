"""Gather the mentions of facilities into one entry for each facility."""

import re
from typing import Any

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.contract import Facility, Provenance
from custody_records.records.gather import mentions, provenance, readings

Key = tuple[str, str, str | None]

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
# Words that tell one prison from another of the same name: "New Larkstone", "East Jersey".
_APART = frozenset(
    {
        "east",
        "greater",
        "lower",
        "new",
        "north",
        "northern",
        "nueva",
        "nuevo",
        "old",
        "south",
        "southern",
        "super",
        "upper",
        "west",
    }
)
_GENERIC_WORD = re.compile(
    r"(?i)\s+(?:(?:correctional|detention|labou?r|penal|prison|central)\s+)*"
    r"(?:prison|jail|camp|colony|penitentiary|cent(?:er|re)|facility|institution)"
    r"(?:\s+complex|\s+for\s+(?:wo)?men)?$"
)


def gather(doc: Doc) -> list[Facility]:
    """Return the article's facilities in the order of their first mention."""
    found = readings(doc, "facilities", "facility")
    return [_entry(doc, group) for group in _groups(found)]


def _groups(found: list[Any]) -> list[list[Any]]:
    """Return the mentions of each facility together, in the order of first mentions.

    Mentions that share a key are one facility: a code, a name, a gazetteer's row, or a code or
    name that the text joins ("No. 28 (formerly RU-170/3)").
    """
    which = _which(found)
    leader: dict[Key, Key] = {}

    def top(key: Key) -> Key:
        while leader.setdefault(key, key) != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    keys = [_keys(reading, which[index]) for index, reading in enumerate(found)]
    fuller = _fuller({_core(reading.name) for reading in found if reading.name})
    for own in keys:
        own += [
            ("name", fuller[name], None)
            for kind, name, _ in own
            if name in fuller and kind == "name"
        ]
    for first, *others in keys:
        for other in others:
            leader[top(other)] = top(first)
    groups: dict[Key, list[Any]] = {}
    for reading, own in zip(found, keys, strict=True):
        groups.setdefault(top(own[0]), []).append(reading)
    return list(groups.values())


def _fuller(cores: set[str]) -> dict[str, str]:
    """Return, for "donaldson", the one fuller name that ends in it: "william e. donaldson".

    "New Larkstone" is not Larkstone.
    """
    fuller: dict[str, list[str]] = {}
    for core in sorted(cores):
        first, _, last = core.rpartition(" ")
        if first and last in cores and first.split()[0] not in _APART:
            fuller.setdefault(last, []).append(core)
    return {short: names[0] for short, names in fuller.items() if len(names) == 1}


def _keys(reading: Any, which: str | None) -> list[Key]:
    keys: list[Key] = []
    if reading.code:
        keys.append(("code", reading.code, which))
    if reading.name:
        keys.append(("name", _core(reading.name), None))
    if reading.known:
        keys.append(("known", reading.known, None))
    if reading.alias_of:
        keys.append(("code", reading.alias_of, None))
        keys.append(("name", _core(reading.alias_of), None))
    return keys


def _which(found: list[Any]) -> list[str | None]:
    """Tell institutions of one number apart: IK-2 of Perm and of Vladimir.

    For each mention, what tells it from others of its code: its gazetteer row or its region, where
    the article has several; a mention that tells none is of the one named last.
    """
    told: dict[str, list[str]] = {}
    for reading in found:
        mark = _mark(reading)
        if reading.code and mark and mark not in told.setdefault(reading.code, []):
            told[reading.code].append(mark)
    last: dict[str, str] = {code: marks[0] for code, marks in told.items() if len(marks) > 1}
    which: list[str | None] = []
    for reading in found:
        if reading.code in last:
            last[reading.code] = _mark(reading) or last[reading.code]
        which.append(last.get(reading.code))
    return which


def _mark(reading: Any) -> str | None:
    if reading.known:
        return str(reading.known)
    return reading.place if reading.place and _REGION.search(reading.place) else None


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
    placed = [reading for reading in group if reading.place]
    settlement = next(
        (r.place for r in placed if not r.region and not _REGION.search(r.place)), None
    )
    return settlement or next((r.place for r in placed), None)
