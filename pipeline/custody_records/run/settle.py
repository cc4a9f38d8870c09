"""Ids and duplicates, settled over all results of a run, whichever engine made them."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from custody_records import __version__
from custody_records.articles.identity import stem_id
from custody_records.contract.record import SCHEMA_VERSION
from custody_records.rulebook import fingerprint as rules_fingerprint
from custody_records.rulebook import rules_dir
from custody_records.run.fingerprint import languages, model, shaping, versions
from custody_records.run.options import Options
from custody_records.run.report import Report
from custody_records.run.result import Failure, Summary

_DIGITS = 6


@dataclass(slots=True)
class Ids:
    """Ids given so far, without regard to case: on some systems Riot.txt and riot.txt are one."""

    owners: dict[str, str] = field(default_factory=dict)

    def give(self, wanted: str, source: str, place: str) -> str | None:
        """Return the id of an article, None if somebody wrote it down and another has it.

        ``source`` is the file's path within the corpus, ``place`` the path that the user gave.
        An id made of a file's name gets the folder in front if it is taken; one that still
        differs from another in case alone, or only in signs that no id has, gets a suffix of the
        source's own.
        """
        for candidate in self._candidates(wanted, source):
            if candidate.casefold() not in self.owners:
                self.owners[candidate.casefold()] = place
                return candidate
        return None

    def owner(self, wanted: str) -> str:
        """Return who has taken an id. Raises KeyError."""
        return self.owners[wanted.casefold()]

    @staticmethod
    def _candidates(wanted: str, source: str) -> Iterator[str]:
        path = PurePosixPath(source)
        yield wanted
        stem = stem_id(path.stem)
        if wanted != stem and not wanted.startswith(f"{stem}-"):
            return  # written in the article: its own id, or a mistake that must be told
        folders = [part for part in path.parent.parts if part not in (".", "/")]
        if folders:
            yield "-".join([*map(stem_id, folders), wanted])
        digest = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
        yield f"{wanted}-{digest}"


Handle = TypeVar("Handle")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Handle]):
    """What became of one source. A result's handle is how the engine finds it again.

    ``place`` is the source as the user gave it, ``name`` its path within the corpus; ``kept``
    if the results are a former run's.
    """

    name: str
    place: str
    sha256: str | None
    results: Sequence[tuple[Handle, Summary] | Failure]
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Settled(Generic[Handle]):
    """A result that stands, its id in this run, and of which article it is a duplicate."""

    handle: Handle
    id: str
    duplicate_of: str | None

    def changes(self, before: str) -> dict[str, str]:
        """Return the values of ``article`` that this run changes; ``before`` is the id it had."""
        changed = {"id": self.id} if self.id != before else {}
        return {**changed, **({"duplicate_of": self.duplicate_of} if self.duplicate_of else {})}


def settle(outcomes: Iterable[Outcome[Handle]], report: Report) -> list[Settled[Handle]]:
    """Return the results that stand, of two with one id the first; enter all in the report."""
    settled: list[Settled[Handle]] = []
    ids = Ids()
    texts: dict[str, str] = {}
    for outcome in outcomes:
        articles: list[str] = []
        for result in outcome.results:
            if isinstance(result, Failure):
                report.failures.append(result)
                continue
            handle, summary = result
            id_ = ids.give(summary.id, outcome.name, outcome.place)
            if id_ is None:
                reason = (
                    f"{outcome.place} has the id {summary.id!r}, which {ids.owner(summary.id)} "
                    "has taken; give one of them another id (front matter, or file name)"
                )
                report.failures.append(Failure(outcome.name, reason))
                continue
            first = texts.setdefault(summary.text, id_)
            duplicate_of = first if first != id_ else None
            settled.append(Settled(handle, id_, duplicate_of))
            articles.append(id_)
            report.count(summary)
            report.kept += outcome.kept
            report.duplicates += duplicate_of is not None
        report.inputs.append(
            {"source": outcome.name, "sha256": outcome.sha256, "articles": articles}
        )
    return settled


def new_report(options: Options) -> Report:
    """Return an empty report of a run with these options."""
    return Report(languages=frozenset({model(options.model)["language"], *languages()}))


def run_json(report: Report, options: Options, mark: str) -> dict[str, Any]:
    """Return what ``run.json`` holds: enough to tell two runs apart, and no clock."""
    return {
        "package": {"name": "custody-records", "version": __version__},
        "schema_version": SCHEMA_VERSION,
        "fingerprint": mark,
        "model": model(options.model),
        "languages": languages(),
        "rules": {"sha256": rules_fingerprint(rules_dir(options.rules))},
        "libraries": versions(),
        "options": shaping(options),
        "inputs": report.inputs,
        "skipped": report.skipped,
        "records": report.records,
        "entries": dict(report.entries),
        "doubts": [{"article": article, "doubt": doubt} for article, doubt in report.doubts],
        "failures": [asdict(failure) for failure in report.failures],
        "not_extracted": [
            {"article": article, "language": language, "fields": fields}
            for article, language, fields in report.unread
        ],
    }
