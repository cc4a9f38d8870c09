"""The same thing across articles: what makes two entries of two records one thing.

- Facilities: one code in one country; numbers that every region has again (``IK-2``, ``No. 8``)
  also need the same gazetteer id or the same printed place. Without a code, the name and country.
- Statutes: instrument, jurisdiction, title (of the United States Code), article, part, point.
- Places: the gazetteer id; without one, the folded name, which is then a candidate only.
- People and organisations: never merged by name alone. Equal folded full names with a shared role
  (people) are one thing; equal names without are candidates for each other.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Any

from custody_records.contract.fold import fold

# Numbers that are given again in every region of a country.
_REGIONAL = re.compile(r"(?:IK|KP|SIZO|T|IVS|LIU|VK|No\.)[- ]?\d+")


@dataclass(slots=True)
class Thing:
    """One thing of the corpus. ``sure`` is False where only a name says that it is one."""

    id: str
    kind: str
    name: str
    sure: bool


def thing_id(*key: Any) -> str:
    """Return a stable id of a thing's key."""
    return hashlib.sha256(repr(key).encode()).hexdigest()[:16]


def facility_key(entry: dict[str, Any]) -> tuple[tuple[Any, ...], bool]:
    """Return (key, sure) of a facility."""
    if entry.get("link"):
        return ("link", entry["link"]["authority"], entry["link"]["id"]), True
    code, country = entry["code"], entry["country"]
    if code is None:
        return ("name", fold(entry["name"]), country), country is not None
    if _REGIONAL.fullmatch(code):
        place = fold(entry["place"]) if entry["place"] else None
        return ("code", code, country, place), country is not None and place is not None
    return ("code", code), True


def statute_key(entry: dict[str, Any]) -> tuple[tuple[Any, ...], bool]:
    """Return (key, sure) of a statute; one of an unknown instrument or country is not sure."""
    parts = ("instrument", "jurisdiction", "title", "article", "part", "point")
    key = tuple(entry.get(part) for part in parts)
    return key, entry["instrument"] is not None and entry["jurisdiction"] is not None


def place_key(entry: dict[str, Any]) -> tuple[tuple[Any, ...], bool]:
    """Return (key, sure) of a place."""
    if entry.get("link"):
        return (entry["link"]["authority"], entry["link"]["id"]), True
    return ("name", fold(entry["name"])), False


class Names:
    """Gathers people or organisations across articles, by name and shared role."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.known: dict[str, list[tuple[Thing, set[str]]]] = {}

    def add(self, article: str, number: int, name: str, roles: list[str]) -> Thing:
        """Return the thing that an entry belongs to: a known one if a role is shared."""
        folded = fold(name)
        mine = {fold(role) for role in roles}
        candidates = self.known.setdefault(folded, [])
        for thing, theirs in candidates:
            if mine & theirs:
                theirs |= mine
                return thing
        id_ = thing_id(self.kind, folded, article, number)
        thing = Thing(id_, self.kind, name, not candidates)
        candidates.append((thing, mine))
        return thing


class Things:
    """Tells of every entry which thing of the corpus it is, and whether that is sure."""

    FIELDS = ("facilities", "statutes", "people", "organizations", "places")

    def __init__(self) -> None:
        self.names = {"people": Names("people"), "organizations": Names("organizations")}

    def of(self, field: str, article: str, number: int, entry: dict[str, Any]) -> tuple[str, bool]:
        """Return (thing's id, sure) of the ``number``-th entry of a field of an article."""
        if field in self.names:
            roles = entry.get("roles", [])
            thing = self.names[field].add(article, number, entry["name"], roles)
            return thing.id, thing.sure
        key, sure = {"facilities": facility_key, "statutes": statute_key, "places": place_key}[
            field
        ](entry)
        return thing_id(field, *key), sure
