"""Facilities, people, organizations and places across the articles of a page."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from custody_records.contract.fold import fold
from custody_records.outputs.exports.things import facility_key, place_key
from custody_records.outputs.located import country, point, precision
from custody_records.outputs.romanized import likely_key

_LONGEST = 60


def slug(text: str) -> str:
    """Return a text as part of an address: letters and digits of any script, joined by dashes."""
    words = "".join(char if char.isalnum() else " " for char in text).split()
    return "-".join(words)[:_LONGEST].strip("-") or "unnamed"


def addresses(things: Iterable[tuple[object, str]]) -> dict[object, str]:
    """Return key → slug of (key, title)s; where several have one slug, each gets a digest, too."""
    slugs = {key: slug(title) for key, title in things}
    # Without regard to case: "Riot" and "RIOT" would be one address to a careless reader.
    shared = Counter(text.casefold() for text in slugs.values())
    return {
        key: text if shared[text.casefold()] == 1 else f"{text}-{_digest(key)}"
        for key, text in slugs.items()
    }


def _digest(key: object) -> str:
    return hashlib.sha256(repr(key).encode("utf-8", "surrogatepass")).hexdigest()[:6]


Entry = dict[str, Any]
KINDS = ("facilities", "people", "organizations", "places")


@dataclass(slots=True)
class Thing:
    """What is known of one thing; ``articles`` and ``events`` are positions in the page's lists.

    ``sure`` is False where only a name or number says that the entries are one thing.
    """

    sure: bool = True
    titles: Counter[str] = field(default_factory=Counter)
    told: dict[str, Counter[str]] = field(default_factory=dict)
    at: tuple[float, float] | None = None
    precision: str | None = None
    articles: list[int] = field(default_factory=list)
    events: list[int] = field(default_factory=list)
    roles: list[frozenset[str]] = field(default_factory=list)

    def tell(self, name: str, value: Any) -> None:
        """Count a value of an attribute."""
        if value:
            self.told.setdefault(name, Counter())[str(value)] += 1

    def most(self, name: str) -> list[str]:
        """Return the values of an attribute, most often told first."""
        counted = self.told.get(name, Counter())
        return sorted(counted, key=lambda value: (-counted[value], value))

    @property
    def title(self) -> str:
        """The form that most entries have; of equals the longest."""
        return max(self.titles, key=lambda t: (self.titles[t], len(t), t))


class Things:
    """Gathers entries into things, and tells of an entry which one it belongs to."""

    def __init__(self) -> None:
        self.of: dict[str, dict[Any, Thing]] = {kind: {} for kind in KINDS}

    def add(self, kind: str, entry: Entry, article: int, places: dict[str, Entry]) -> Thing:
        """Count an entry of an article; ``places`` are the article's linked places, by name."""
        key, sure = identity(kind, entry)
        thing = self.of[kind].setdefault(key, Thing())
        thing.sure = thing.sure and sure
        if not thing.articles or thing.articles[-1] != article:
            thing.articles.append(article)
        if kind == "facilities":
            _facility(thing, entry, places)
        else:
            thing.titles[entry["name"]] += 1
            thing.tell("names", entry["name"])
        if kind == "people":
            thing.roles.append(frozenset(map(fold, entry["roles"])))
            thing.tell("age", entry["age"])
            for role in entry["roles"]:
                thing.tell("roles", role)
        if kind == "places":
            thing.at = thing.at or point(entry)
            thing.precision = precision(entry["link"]) if entry.get("link") else None
            thing.tell("country", country(entry.get("link")))
        return thing

    def numbered(self, kind: str) -> tuple[list[Thing], list[str], dict[Any, int]]:
        """Return a kind's things, most told first, their addresses, and key → position."""
        held = self.of[kind]
        ordered = sorted(held, key=lambda k: (-len(held[k].articles), held[k].title, repr(k)))
        slugs = addresses((key, held[key].title) for key in ordered)
        return (
            [held[key] for key in ordered],
            [slugs[key] for key in ordered],
            {key: number for number, key in enumerate(ordered)},
        )


def identity(kind: str, entry: Entry) -> tuple[Any, bool]:
    """Return (key, sure) of an entry. People and organizations are linked by name: never sure."""
    if kind == "facilities":
        return facility_key(entry)
    if kind == "places":
        return place_key(entry)
    return likely_key(entry["name"]), True


def linked_by_role(roles: list[frozenset[str]]) -> bool:
    """Tell whether every entry of a person shares a role with an earlier one."""
    known: set[str] = set(roles[0]) if roles else set()
    for own in roles[1:]:
        if not own & known:
            return False
        known |= own
    return True


def _facility(thing: Thing, entry: Entry, places: dict[str, Entry]) -> None:
    thing.titles[", ".join(part for part in (entry["code"], entry["name"]) if part)] += 1
    for name in ("kind", "place", "country"):
        thing.tell(name, entry[name])
    for alias in (entry["code"], entry["name"], *(entry.get("aliases") or ())):
        thing.tell("names", alias)
    if own := point(entry):
        thing.at = own
        thing.precision = "unverified" if entry["link"].get("verified") is False else "facility"
    elif thing.at is None and entry["place"] and (town := places.get(fold(entry["place"]))):
        # The article names the town: near enough to draw, not to be taken for an address.
        thing.at, thing.precision = point(town), precision(town["link"])
