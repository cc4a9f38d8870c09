"""Records as rows for people: what a spreadsheet shows, a row an entry, lists joined by "; ".

Columns have words for names; each row repeats the columns of its article, so that a row that is
copied out of its sheet can still be checked. Offsets and rules are not here: the records, the
database and the workbook's technical sheets have them.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from custody_records.contract import FIELDS
from custody_records.outputs import basis, labels
from custody_records.outputs.calendar_days import precision_of
from custody_records.outputs.located import point, precision
from custody_records.outputs.romanized import likely_key, romanized
from custody_records.outputs.sentence import sentence

Entry = dict[str, Any]
Cell = str | int | float | None
SHEETS = ("events", *(field for field in FIELDS if field != "events"), "articles")
_ARTICLE = ("article title", "publisher", "published", "link", "article", "entry")
_NAMED = ("printed as", "mentions")
# The key joins likely spellings of one name in two scripts; it merges nothing.
_ROMANIZED = ("in Latin letters", "likely key")
_POINT = ("latitude", "longitude", "point is of")

_COLUMNS: dict[str, tuple[str, ...]] = {
    "events": ("event", "date", "date precision", "facility", "place", "what", "to whom", "by whom",
               "who says so", "status", "stated or inferred", "inferred", "evidence"),
    "facilities": ("code", "name", "also called", "kind", "place", "country", *_POINT, *_NAMED),
    "statutes": ("law", "jurisdiction", "title", "article of law", "part", "point", "offence",
                 "penalties", *_NAMED),
    "people": ("name", "roles", "age", *_NAMED, *_ROMANIZED),
    "organizations": ("name", *_NAMED, *_ROMANIZED),
    "places": ("name", *_POINT, *_NAMED),
    "dates": ("date", "date precision", "until", "modifier", *_NAMED),
    "figures": ("figure", "value", "max", "qualifier", "unit", "said of them", *_NAMED),
    "articles": ("title", "publisher", "author", "published", "published from", "language",
                 "dateline", "link", "notice", "same text as", "not extracted", "source",
                 "article"),
}  # fmt: skip


def columns(sheet: str) -> tuple[str, ...]:
    """Return the header of a sheet."""
    return _COLUMNS[sheet] if sheet == "articles" else (*_COLUMNS[sheet], *_ARTICLE)


def rows(sheet: str, record: dict[str, Any]) -> Iterator[list[Cell]]:
    """Yield the rows of a record (in its dumped form) in one sheet."""
    if sheet == "articles":
        yield _article(record)
        return
    told = record["article"]
    article = [told[name] for name in ("title", "publisher", "published", "url", "id")]
    for number, entry in enumerate(record.get(sheet) or (), start=1):
        yield [*_ROWS[sheet](entry), *article, number]


def joined(values: Iterable[str]) -> str | None:
    """Return a list as one cell; None for an empty one."""
    return "; ".join(values) or None


def _article(record: dict[str, Any]) -> list[Cell]:
    told = record["article"]
    absent = joined(field for field in FIELDS if field not in record)
    names = ("title", "publisher", "author", "published", "published_basis", "language",
             "dateline", "url", "notice", "duplicate_of")  # fmt: skip
    return [*(told[name] for name in names), absent, told["source"], told["id"]]


def _event(event: Entry) -> list[Cell]:
    evidence = joined(" ".join(found["text"].split()) for found in event["evidence"])
    told = basis.told(event)
    has_setting = any(event[setting] is not None for setting in basis.SETTINGS)
    return [
        sentence(event),
        event["date"],
        precision_of(event["date"]),
        event["facility"],
        event["place"],
        labels.spoken(event["type"]),
        joined(event["subjects"]),
        joined(event["actors"]),
        joined(event["sources"]),
        labels.spoken(event["status"]),
        told if has_setting and told != "unknown" else None,
        joined(basis.inferred(event)),
        evidence,
    ]


def _facility(entry: Entry) -> list[Cell]:
    return [
        entry["code"],
        entry["name"],
        joined(entry.get("aliases") or ()),
        labels.spoken(entry["kind"]) if entry["kind"] else None,
        entry["place"],
        entry["country"],
        *_point(entry),
        *_named(entry),
    ]


def _statute(entry: Entry) -> list[Cell]:
    return [
        entry["instrument"],
        entry["jurisdiction"],
        entry.get("title"),
        entry["article"],
        entry["part"],
        entry["point"],
        entry["offence"],
        joined(map(labels.penalty, entry["penalties"])),
        *_named(entry),
    ]


def _date(entry: Entry) -> list[Cell]:
    modifier = entry["modifier"].lower() if entry["modifier"] else None
    value = entry["value"]
    return [value, precision_of(value), entry["end"], modifier, *_named(entry)]


def _figure(entry: Entry) -> list[Cell]:
    qualifier = labels.spoken(entry["qualifier"]) if entry["qualifier"] else None
    told = {**entry, "predicate": None}
    return [labels.figure(told), entry["value"], entry["max"], qualifier, entry["unit"],
            entry["predicate"], *_named(entry)]  # fmt: skip


def _named(entry: Entry) -> list[Cell]:
    """Return the distinct forms that the text prints, and how often."""
    printed = dict.fromkeys(" ".join(m["text"].split()) for m in entry["mentions"])
    return [joined(printed), len(entry["mentions"]) or None]


def _romanized(entry: Entry) -> list[Cell]:
    return [romanized(entry["name"]), likely_key(entry["name"])]


def _point(entry: Entry) -> list[Cell]:
    at = point(entry)
    return [at[1], at[0], precision(entry["link"])] if at else [None, None, None]


_ROWS: dict[str, Callable[[Entry], list[Cell]]] = {
    "events": _event,
    "facilities": _facility,
    "statutes": _statute,
    "people": lambda e: [e["name"], joined(e["roles"]), e["age"], *_named(e), *_romanized(e)],
    "organizations": lambda e: [e["name"], *_named(e), *_romanized(e)],
    "places": lambda e: [e["name"], *_point(e), *_named(e)],
    "dates": _date,
    "figures": _figure,
}
