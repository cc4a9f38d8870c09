"""A facility's history out of many records: its events by date, told alike once.

A code is not a facility: IK-2 of Pokrov (Russia) and IK-2 of Babruisk (Belarus) are two. Records
are gathered by what makes two entries one facility (``exports.things``), and what a code may mean
is listed with place and country.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from custody_records.contract.fold import fold
from custody_records.outputs.basis import inferred
from custody_records.outputs.exports.things import facility_key

Record = dict[str, Any]


# An event of a facility as the record has it, what of it is inferred, and ``articles``: the ids of
# those that tell it.
Line = dict[str, Any]
_TOLD = ("date", "type", "status", "subjects", "actors", "sources")
_JOINED = ("actors", "sources", "articles")  # of events told alike


@dataclass(slots=True)
class History:
    """One facility: what articles call it, where they say that it is, what happened there."""

    titles: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    articles: list[str] = field(default_factory=list)
    told: list[Line] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The code and name that most articles give."""
        return _most(self.titles) or ""

    @property
    def place(self) -> str | None:
        """The place that most articles give."""
        return _most(self.places)

    @property
    def country(self) -> str | None:
        """The country that most articles give."""
        return _most(self.countries)

    def add(self, record: Record, entry: dict[str, Any], events: Iterable[dict[str, Any]]) -> None:
        """Add what one article tells of the facility."""
        self.titles[", ".join(part for part in (entry["code"], entry["name"]) if part)] += 1
        self.places.update([entry["place"]] if entry["place"] else [])
        self.countries.update([entry["country"]] if entry["country"] else [])
        self.articles.append(record["article"]["id"])
        self.told += [
            {name: event[name] for name in _TOLD}
            | {"inferred": list(inferred(event)), "articles": [record["article"]["id"]]}
            for event in events
        ]

    def lines(self) -> list[Line]:
        """Return the events by date, undated ones last; those told alike stand once.

        Events of one type, date, status and of the same subjects are told alike.
        """
        found: dict[tuple[Any, ...], list[Line]] = {}
        for line in self.told:
            same = (*map(line.get, _TOLD[:3]), frozenset(map(fold, line["subjects"])))
            found.setdefault(same, []).append(line)
        lines = [_together(group) for group in found.values()]
        return sorted(
            lines, key=lambda x: (x["date"] is None, x["date"] or "", x["type"], x["articles"])
        )


def histories(wanted: str, records: Iterable[Record]) -> list[History]:
    """Return every facility that ``wanted`` (a code, name or alias, folded) may mean."""
    found: dict[Any, History] = {}
    for record in records:
        if record["article"].get("duplicate_of") is not None:
            continue
        entries = [e for e in record.get("facilities") or () if fold(wanted) in _names(e)]
        for entry in entries:
            key, _ = facility_key(entry)
            # With two of them in one article nobody knows whose an event is: it is neither's.
            events = [] if len(entries) > 1 else _events(record, _names(entry))
            found.setdefault(key, History()).add(record, entry, events)
    return sorted(_merged(found), key=lambda h: (-len(h.articles), h.title, h.place or "~"))


def _names(entry: dict[str, Any]) -> set[str]:
    called = (entry["code"], entry["name"], *(entry.get("aliases") or ()))
    return {fold(name) for name in called if name}


def _events(record: Record, names: set[str]) -> list[dict[str, Any]]:
    events = record.get("events") or ()
    return [e for e in events if e["facility"] is not None and fold(e["facility"]) in names]


def _merged(found: dict[Any, History]) -> list[History]:
    """Put a facility without a gazetteer's id to the one with it of that country and place."""
    known = [history for key, history in found.items() if key[0] == "link"]
    merged = list(known)
    for key, history in found.items():
        if key[0] == "link":
            continue
        same = [one for one in known if _is_same(one, history, regional=len(key) > 2)]
        if len(same) != 1:
            merged.append(history)
            continue
        for name in ("titles", "places", "countries"):
            getattr(same[0], name).update(getattr(history, name))
        same[0].articles += history.articles
        same[0].told += history.told
    return merged


def _is_same(known: History, other: History, *, regional: bool) -> bool:
    if other.country is not None and other.country != known.country:
        return False
    places = {fold(place) for place in known.places}
    return not regional or (other.place is not None and fold(other.place) in places)


def _together(group: list[Line]) -> Line:
    """Return one line for lines told alike: what one article states is not inferred."""
    first = group[0]
    joined = {
        name: list(dict.fromkeys(v for line in group for v in line[name])) for name in _JOINED
    }
    always = [name for name in first["inferred"] if all(name in line["inferred"] for line in group)]
    return first | joined | {"inferred": always}


def _most(counted: Counter[str]) -> str | None:
    return max(counted, key=lambda value: (counted[value], value)) if counted else None
