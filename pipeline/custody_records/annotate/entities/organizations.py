"""Which mentions of organizations are one body.

Longest names first; each mention joins the first body that it can be short for.
"""

from itertools import pairwise
from typing import ClassVar

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import Entity, OrganizationEntity
from custody_records.annotate.entities.organization_names import (
    Key,
    OrganizationNames,
    folded,
    is_acronym,
)
from custody_records.annotate.entities.resolver import TypeResolver, UnionFind, made_by, mentions_of
from custody_records.annotate.entities.rules import OrganizationRules
from custody_records.annotate.organizations.reading import OrganizationReading
from custody_records.annotate.text import text_of

_BETWEEN = 40  # characters between a name and its acronym
_LONG_NAME = 3  # words
_BEHIND = 12  # characters behind an acronym that tell whether a list goes on


class Organizations(TypeResolver):
    """Clusters organizations."""

    field: ClassVar[str] = "organizations"
    attribute: ClassVar[str] = "organization"

    def __init__(self, rules: OrganizationRules) -> None:
        self.names = OrganizationNames(rules)

    def link(self, doc: Doc, found: list[OrganizationReading], clusters: UnionFind) -> None:
        """Join each mention to the body that it names."""
        full_of = self._acronyms(text_of(doc), found)
        order = sorted(range(len(found)), key=lambda n: (-len(found[n].name), found[n].start))
        by_key: dict[Key, tuple[int, int]] = {}  # what names a body → (rank of the body, mention)
        bodies: dict[int, int] = {}  # mention that opened a body → its rank
        for index in order:
            reading = found[index]
            keys = self.names.keys_of_short(reading)
            keys += [("name", full) for full in sorted(full_of.get(folded(reading.name), ()))]
            fitting = [by_key[key] for key in keys if key in by_key]
            rank, first = min(fitting) if fitting else (len(bodies), index)
            bodies.setdefault(first, rank)
            clusters.join(first, index)
            for key in self.names.keys_of_full(reading):
                by_key[key] = min(by_key.get(key, (rank, first)), (rank, first))

    def _acronyms(self, text: str, found: list[OrganizationReading]) -> dict[str, set[str]]:
        """Return for each acronym in brackets the names that it follows."""
        pairs: dict[str, set[str]] = {}
        for one, after in pairwise(sorted(found, key=lambda r: r.start)):
            between = text[one.end : after.start]
            closed = text[after.end : after.end + 2].lstrip('"”»')[:1]
            if len(between) > _BETWEEN or closed not in (")", ",", "."):
                continue
            full, short = sorted((one.name, after.name), key=is_acronym)
            apposed = self.names.apposes(between, text[after.end : after.end + _BEHIND])
            if self._glossed(one, between, after) or (
                is_acronym(short)
                and not is_acronym(full)
                and (self.names.joins(between, full, short) or (apposed and short == after.name))
            ):
                pairs.setdefault(folded(short), set()).add(folded(full))
        return pairs

    @staticmethod
    def _glossed(full: OrganizationReading, between: str, short: OrganizationReading) -> bool:
        """Tell whether one word in brackets is short for what stands before: "... (Licadho)"."""
        return (
            between.strip() == "("
            and " " not in short.name
            and len(full.name.split()) >= _LONG_NAME
        )

    def entity(self, id_: int, group: list[OrganizationReading]) -> OrganizationEntity:
        """Return the body; the name is the fullest printed: no acronym, most words, first."""
        best = max(
            group,
            key=lambda r: (not is_acronym(r.name), len(r.name.split()), len(r.name), -r.start),
        )
        return OrganizationEntity(
            id=id_, canonical=best.name, mentions=mentions_of(group), made=made_by(group)
        )

    def is_merged(
        self, reading: OrganizationReading, group: list[OrganizationReading], entity: Entity
    ) -> bool:
        """Tell whether the mention prints another name than the entity has."""
        return reading.name != entity.canonical
