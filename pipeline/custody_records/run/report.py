"""What a run did: for the table at its end, and for ``run.json``."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from custody_records.contract.record import FIELDS
from custody_records.run.result import Failure, Summary


@dataclass(slots=True)
class Report:
    """Counted over all records, whether made by this run or kept from a former one.

    ``entries`` has every field that was extracted of at least one article; ``unread`` are the
    articles in none of the ``languages`` that are read, as (id, language, fields that are absent);
    ``inputs`` the sources, as they stand in ``run.json``; ``skipped`` the files of the folders
    that are no articles by their names; ``undated`` counts articles whose publication date is
    not known; ``doubts`` are (id, what a person should look at); ``renewed``: in the place of
    the store lay something else, and all articles were done again.
    """

    languages: frozenset[str]
    records: int = 0
    kept: int = 0
    duplicates: int = 0
    entries: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    unread: list[tuple[str, str, list[str]]] = field(default_factory=list)
    inputs: list[dict[str, Any]] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    undated: int = 0
    doubts: list[tuple[str, str]] = field(default_factory=list)
    renewed: bool = False

    @property
    def read(self) -> int:
        """Articles read: those with a record, and those that failed."""
        return self.records + len(self.failures)

    def count(self, summary: Summary) -> None:
        """Count one record."""
        self.records += 1
        self.undated += not summary.dated
        self.doubts += [(summary.id, doubt) for doubt in summary.doubts]
        self.entries.update(summary.counts)
        if summary.language not in self.languages:
            absent = [name for name in FIELDS if name not in summary.counts]
            self.unread.append((summary.id, summary.language, absent))
