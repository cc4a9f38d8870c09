"""One facility's history out of many records: its events by date, told alike once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.table import Table

from custody_records.contract import Record
from custody_records.contract.fold import fold


@dataclass(frozen=True, slots=True)
class Line:
    """One happening of a facility; ``articles`` are the ids of those that tell it."""

    date: str | None
    type: str
    status: str
    subjects: tuple[str, ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    articles: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name in self.__slots__
            for value in (getattr(self, name),)
        }


def read_records(path: Path) -> Iterator[Record]:
    """Yield the records of a records.jsonl. Raises pydantic's ValidationError."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield Record.model_validate_json(line)


def history(code: str, records: Iterable[Record]) -> list[Line]:
    """Return the events of a facility by date, undated ones last.

    ``code`` is compared folded, with codes, names and aliases of the records' facilities. Events
    of one type, date, status and of the same subjects in several articles are one line.
    """
    found: dict[tuple[Any, ...], list[Line]] = {}
    for record in records:
        names = _names(code, record)
        for event in record.events or ():
            if event.facility is None or fold(event.facility) not in names:
                continue
            line = Line(
                event.date,
                event.type,
                event.status,
                tuple(event.subjects),
                tuple(event.actors),
                tuple(event.sources),
                (record.article.id,),
            )
            same = (line.date, line.type, line.status, frozenset(map(fold, line.subjects)))
            found.setdefault(same, []).append(line)
    lines = [_together(group) for group in found.values()]
    return sorted(lines, key=lambda x: (x.date is None, x.date or "", x.type, x.articles))


def _names(code: str, record: Record) -> set[str]:
    """Return what the record may call the facility, folded."""
    wanted = fold(code)
    names = {wanted}
    for facility in record.facilities or ():
        called = {fold(n) for n in (facility.code, facility.name, *facility.aliases) if n}
        if wanted in called:
            names |= called
    return names


def _together(group: list[Line]) -> Line:
    first = group[0]
    return Line(
        first.date,
        first.type,
        first.status,
        first.subjects,
        _union(line.actors for line in group),
        _union(line.sources for line in group),
        _union(line.articles for line in group),
    )


def _union(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for items in lists for item in items))


def table(code: str, lines: Iterable[Line]) -> Table:
    """Return the history as a table for a terminal."""
    shown = Table(title=code, title_justify="left")
    for heading in ("date", "event", "status", "to whom", "by whom", "who says so", "articles"):
        shown.add_column(heading, overflow="fold")
    for line in lines:
        shown.add_row(
            line.date or "–",
            line.type.replace("_", " "),
            line.status.replace("_", " "),
            ", ".join(line.subjects),
            ", ".join(line.actors),
            ", ".join(line.sources),
            ", ".join(line.articles),
        )
    return shown
