"""Which references to the law are one rule.

An instrument that is named along with an article of it is that article's entity, not one of its
own; so is a bare "Article 5" that can only be the one cited in full elsewhere.
"""

import re
from dataclasses import replace
from typing import Any, ClassVar

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.entities.entity import Entity, Made, StatuteEntity
from custody_records.annotate.entities.resolver import TypeResolver, UnionFind, mentions_of
from custody_records.annotate.statutes.reading import StatuteReading

_YEAR = re.compile(r",?\s+(?:of\s+)?(?:1[6-9]|20)\d\d$")


class Statutes(TypeResolver):
    """Clusters references to the law."""

    field: ClassVar[str] = "statutes"
    attribute: ClassVar[str] = "statute"

    def readings(self, doc: Doc) -> list[StatuteReading]:
        """Return the references without instruments of which an article is cited."""
        found = _with_titles_of_code(_with_full_titles(super().readings(doc)))
        cited: dict[str | None, set[str | None]] = {}
        for reading in found:
            if reading.article is not None:
                cited.setdefault(reading.instrument, set()).add(reading.jurisdiction)
        kept = []
        for reading in found:
            if reading.article is None and _is_cited(reading, cited):
                by = f"articles of the {reading.instrument}"
                start, end = reading.start, reading.end
                note(doc, Decision(self.field, reading.rule, start, end, "merged", by))
            else:
                kept.append(reading)
        return kept

    def link(self, doc: Doc, found: list[StatuteReading], clusters: UnionFind) -> None:
        """Join references of one rule and country; those of no known country go with the first."""
        country_of: dict[tuple[str | None, ...], str | None] = {}
        for reading in found:
            rule = _rule(reading)
            country_of[rule] = country_of.get(rule) or reading.jurisdiction
        first: dict[tuple[str | None, ...], int] = {}
        for index, reading in enumerate(found):
            rule = _rule(reading)
            key = (*rule, reading.jurisdiction or country_of[rule])
            clusters.join(first.setdefault(key, index), index)

    def entity(self, id_: int, group: list[StatuteReading]) -> StatuteEntity:
        """Return the rule of law."""
        first = next((r for r in group if r.jurisdiction), group[0])
        parts = (first.instrument, first.article, first.part, first.point)
        rules = sorted({rule for r in group for rule in (r.rule, *r.evidence)})
        versions = sorted({r.version for r in group if r.version})
        return StatuteEntity(
            id=id_,
            canonical=" ".join(part for part in parts if part),
            mentions=mentions_of(group),
            made=(
                *(Made("rule", rule) for rule in rules),
                *(Made("gazetteer", version) for version in versions),
            ),
            instrument=first.instrument,
            jurisdiction=first.jurisdiction,
            title=first.title,
            article=first.article,
            part=first.part,
            point=first.point,
            offence=next((r.offence for r in group if r.offence), None),
            penalties=tuple(dict.fromkeys(p for r in group for p in r.penalties)),
        )

    def is_merged(self, reading: Any, group: list[Any], entity: Entity) -> bool:
        """Return False: a reference that repeats another is no news."""
        return False


def _rule(reading: StatuteReading) -> tuple[str | None, ...]:
    return reading.instrument, reading.article, reading.part, reading.point, reading.title


def _is_cited(reading: StatuteReading, cited: dict[str | None, set[str | None]]) -> bool:
    """Tell whether an article of the instrument is cited; another country's code is another."""
    countries = cited.get(reading.instrument, set())
    return bool(countries) and (
        reading.jurisdiction is None or None in countries or reading.jurisdiction in countries
    )


def _with_full_titles(found: list[StatuteReading]) -> list[StatuteReading]:
    """Give "the Official Secrets Act" the year that its title has elsewhere in the article."""
    names = {reading.instrument for reading in found if reading.instrument}
    full = {bare: name for name in sorted(names) if (bare := _YEAR.sub("", name)) != name}
    return [
        replace(reading, instrument=full.get(reading.instrument or "", reading.instrument))
        for reading in found
    ]


def _with_titles_of_code(found: list[StatuteReading]) -> list[StatuteReading]:
    """Give a section the title of the code that it has elsewhere, if it has one alone."""
    told: dict[tuple[str | None, ...], set[str]] = {}
    for reading in found:
        if reading.title:
            told.setdefault((reading.instrument, reading.article), set()).add(reading.title)
    alone = {rule: min(titles) for rule, titles in told.items() if len(titles) == 1}
    return [
        replace(reading, title=reading.title or alone.get((reading.instrument, reading.article)))
        for reading in found
    ]
