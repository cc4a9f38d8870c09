"""What the page knows of all its articles at once: everything but their texts."""

from collections import Counter
from typing import Any

from custody_records.contract import FIELDS
from custody_records.contract.fold import fold
from custody_records.outputs import basis, labels
from custody_records.outputs.exports.report.things import (
    KINDS,
    Thing,
    Things,
    identity,
    linked_by_role,
)
from custody_records.outputs.located import country, country_names, point

Record = dict[str, Any]
Known = tuple[str, Any, Thing]  # the kind, the entry, and the thing of the page
_SHOWN = ("id", "title", "publisher", "author", "published", "published_basis", "url", "notice",
          "language", "duplicate_of")  # fmt: skip
_PARTS = ("subjects", "actors", "sources")
_PAGES = {"facilities": "facility", "people": "person", "organizations": "organization"}


class Index:
    """Filled record by record; ``data`` is what the page's script reads.

    An article with the text of another stands in the list of articles alone: what it tells is
    counted once, with the other.
    """

    def __init__(self) -> None:
        self.articles: list[dict[str, Any]] = []
        self.events: list[dict[str, Any]] = []
        self.statutes: Counter[str] = Counter()
        self.entries: Counter[str] = Counter()
        self.things = Things()
        self._numbers: dict[str, dict[Any, int]] = {}
        self._slugs: dict[str, list[str]] = {}

    def add(self, record: Record) -> None:
        """Take in one record."""
        number = len(self.articles)
        article = {name: record["article"].get(name) for name in _SHOWN}
        article["absent"] = [field for field in FIELDS if field not in record]
        article["countries"] = []
        self.articles.append(article)
        if article["duplicate_of"] is not None:
            return
        self.entries.update({field: len(record.get(field) or ()) for field in FIELDS})
        named = [entry for entry in record.get("statutes") or () if entry["instrument"]]
        self.statutes.update({labels.statute({**entry, "offence": None}) for entry in named})
        known = self._things(record, number)
        countries = {e["country"] for e in record.get("facilities") or ()}
        countries |= {self._event(event, number, known) for event in record.get("events") or ()}
        article["countries"] = sorted(countries - {None})

    def _things(self, record: Record, article: int) -> dict[str, Known]:
        """Take in what a record names; return it by the names that its events may use."""
        places = {fold(e["name"]): e for e in record.get("places") or () if point(e)}
        known: dict[str, Known] = {}
        for kind in KINDS:
            for entry in record.get(kind) or ():
                thing = self.things.add(kind, entry, article, places)
                for name in (entry.get("code"), entry["name"], *(entry.get("aliases") or ())):
                    if name:
                        known.setdefault(f"{_space(kind)}{fold(name)}", (kind, entry, thing))
        return known

    def _event(self, event: dict[str, Any], article: int, known: dict[str, Known]) -> str | None:
        number = len(self.events)
        facility = known.get(f"f:{fold(event['facility'])}") if event["facility"] else None
        place = known.get(f"p:{fold(event['place'])}") if event["place"] else None
        where = facility[1]["country"] if facility else None
        where = where or (country(place[1].get("link")) if place else None)
        told = {
            "article": article,
            **{name: event[name] for name in ("type", "status", "facility", "place", "date")},
            "told": basis.told(event),
            "inferred": list(basis.inferred(event)),
            "country": where,
            "evidence": event["evidence"][0]["text"] if event["evidence"] else "",
            "at": event["evidence"][0]["start"] if event["evidence"] else None,
            "of": identity("facilities", facility[1])[0] if facility else None,
        }
        touched = [facility[2]] if facility else []
        for part in _PARTS:
            told[part] = []
            for name in event[part]:
                who = known.get(f"n:{fold(name)}")
                told[part].append((name, who and (who[0], identity(who[0], who[1])[0])))
                if who:
                    touched.append(who[2])
        for thing in touched:
            if not thing.events or thing.events[-1] != number:
                thing.events.append(number)
        self.events.append(told)
        return where

    def data(self) -> dict[str, Any]:
        """Return the index as plain data; things are told by their positions from here on."""
        kinds: dict[str, list[dict[str, Any]]] = {}
        for kind in KINDS:
            things, self._slugs[kind], self._numbers[kind] = self.things.numbered(kind)
            kinds[kind] = [
                _plain(kind, thing, address)
                for thing, address in zip(things, self._slugs[kind], strict=True)
            ]
        names = country_names()
        told = {code for a in self.articles for code in a["countries"]}
        told |= {thing["country"] for thing in (*kinds["facilities"], *kinds["places"])} - {None}
        return {
            "articles": self.articles,
            "events": [self._settled(event) for event in self.events],
            **kinds,
            "fields": list(FIELDS),
            "entries": {field: self.entries[field] for field in FIELDS},
            "statutes": self.statutes.most_common(10),
            "countries": {code: names.get(code, code) for code in sorted(told)},
            "spoken": {v: labels.spoken(v) for e in self.events for v in (e["type"], e["status"])},
        }

    def ref(self, field: str, entry: dict[str, Any]) -> str | None:
        """Return the address of an entry's own page, after ``data`` has been called."""
        number = self._numbers[field].get(identity(field, entry)[0]) if field in _PAGES else None
        return None if number is None else f"{_PAGES[field]}/{self._slugs[field][number]}"

    def _settled(self, event: dict[str, Any]) -> dict[str, Any]:
        settled = {**event, "of": self._numbers["facilities"].get(event["of"])}
        for part in _PARTS:
            settled[part] = [
                [name, [who[0], self._numbers[who[0]][who[1]]] if who else None]
                for name, who in event[part]
            ]
        return settled


def _space(kind: str) -> str:
    return {"facilities": "f:", "places": "p:"}.get(kind, "n:")


def _plain(kind: str, thing: Thing, address: str) -> dict[str, Any]:
    told = {
        "id": address,
        "title": thing.title,
        "sure": thing.sure,
        "articles": thing.articles,
        "events": thing.events,
        "at": thing.at,
        "precision": thing.precision,
        "country": next(iter(thing.most("country")), None),
    }
    if kind == "facilities":
        kinds = thing.most("kind")
        told |= {
            "kind": labels.spoken(kinds[0]) if kinds else None,
            "place": next(iter(thing.most("place")), None),
            "names": thing.most("names"),
        }
    if kind == "people":
        told |= {
            "roles": thing.most("roles"),
            "ages": thing.most("age"),
            "names": thing.most("names"),
            "sure": linked_by_role(thing.roles) and len(set(map(fold, thing.titles))) == 1,
        }
    if kind == "organizations":
        told |= {"sure": len(thing.articles) < 2, "names": thing.most("names")}
    return told
