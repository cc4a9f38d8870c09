"""Gather the mentions of legal rules into one entry for each rule."""

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.statutes.reading import StatuteReading
from custody_records.contract import Provenance, Statute
from custody_records.contract.statute import Penalty
from custody_records.records.gather import mentions, readings

_YEAR = re.compile(r",?\s+(?:of\s+)?(?:1[6-9]|20)\d\d$")


def gather(doc: Doc) -> list[Statute]:
    """Return the article's statutes in the order of their first mention.

    An instrument that is named along with an article of it is that article's entry, not one of
    its own; so is a bare "Article 5" that can only be the one cited in full elsewhere.
    """
    found = _with_full_titles(readings(doc, "statutes", "statute"))
    cited = {(r.instrument, r.jurisdiction) for r in found if r.article is not None}
    titles = _titles(found)
    groups: dict[tuple[str | None, ...], list[StatuteReading]] = {}
    for reading in found:
        if reading.article is None and _is_cited(reading, cited):
            by = f"articles of the {reading.instrument}"
            merged = Decision("statutes", reading.rule, reading.start, reading.end, "merged", by)
            note(doc, merged)
            continue
        rule = (reading.instrument, reading.article)
        key = (*rule, reading.part, reading.point, reading.title or titles.get(rule))
        groups.setdefault(key, []).append(reading)
    return [_entry(doc, group) for held in groups.values() for group in _by_country(held)]


def _titles(found: list[StatuteReading]) -> dict[tuple[str | None, ...], str]:
    """Return the title that a section has elsewhere in the article, if it has one alone."""
    told: dict[tuple[str | None, ...], set[str]] = {}
    for reading in found:
        if reading.title:
            told.setdefault((reading.instrument, reading.article), set()).add(reading.title)
    return {rule: titles.pop() for rule, titles in told.items() if len(titles) == 1}


def _by_country(group: list[StatuteReading]) -> list[list[StatuteReading]]:
    """Split one rule's readings by country; those of no known country go with the first."""
    countries = list(dict.fromkeys(r.jurisdiction for r in group if r.jurisdiction))
    if len(countries) < 2:
        return [group]
    return [
        [r for r in group if (r.jurisdiction or countries[0]) == country] for country in countries
    ]


def _is_cited(reading: StatuteReading, cited: set[tuple[str | None, str | None]]) -> bool:
    """Tell whether an article of the instrument is cited; another country's code is another."""
    return any(
        instrument == reading.instrument
        and (jurisdiction == reading.jurisdiction or None in (jurisdiction, reading.jurisdiction))
        for instrument, jurisdiction in cited
    )


def _with_full_titles(found: list[StatuteReading]) -> list[StatuteReading]:
    """Give "the Official Secrets Act" the year that its title has elsewhere in the article."""
    names = {reading.instrument for reading in found if reading.instrument}
    full = {bare: name for name in sorted(names) if (bare := _YEAR.sub("", name)) != name}
    return [
        replace(reading, instrument=full.get(reading.instrument or "", reading.instrument))
        for reading in found
    ]


def _entry(doc: Doc, group: list[StatuteReading]) -> Statute:
    first = next((r for r in group if r.jurisdiction), group[0])
    return Statute(
        instrument=first.instrument,
        jurisdiction=first.jurisdiction,
        title=next((r.title for r in group if r.title), None),
        article=first.article,
        part=first.part,
        point=first.point,
        offence=next((r.offence for r in group if r.offence), None),
        penalties=_penalties(p for r in group for p in r.penalties),
        mentions=mentions(doc, group),
        provenance=_provenance(group),
    )


def _penalties(penalties: Iterable[Penalty]) -> list[Penalty]:
    return list(dict.fromkeys(penalties))


def _provenance(group: list[StatuteReading]) -> list[Provenance]:
    """Return the rules that took part, and the row of the table of codes in force."""
    rules = sorted({rule for r in group for rule in (r.rule, *r.evidence)})
    versions = sorted({r.version for r in group if r.version})
    return [Provenance(by="rule", id=rule) for rule in rules] + [
        Provenance(by="gazetteer", id=version) for version in versions
    ]
