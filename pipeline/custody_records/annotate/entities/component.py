"""The component ``entities``: all mentions of a doc as the distinct things that they name."""

from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.entities.dates import Dates
from custody_records.annotate.entities.entity import Entity
from custody_records.annotate.entities.facilities import Facilities
from custody_records.annotate.entities.figures import Figures
from custody_records.annotate.entities.organizations import Organizations
from custody_records.annotate.entities.people import People
from custody_records.annotate.entities.places import Places
from custody_records.annotate.entities.resolver import TypeResolver, UnionFind
from custody_records.annotate.entities.rules import EntityRules
from custody_records.annotate.entities.statutes import Statutes
from custody_records.annotate.extensions import SPAN_GROUPS
from custody_records.annotate.facilities.short_names import ShortNames


class Entities:
    """Writes ``doc._.entities``: a tuple of Entity, by type and then by first mention.

    ``doc._.entity_fields`` names the fields whose component ran, so that a field without entities
    and one that was not extracted are told apart.
    """

    def __init__(self, folder: Path) -> None:
        rules = EntityRules(folder)
        self.resolvers: tuple[TypeResolver, ...] = (
            Facilities(rules.facilities, ShortNames.read(folder)),
            Statutes(),
            People(rules.spellings),
            Organizations(rules.organizations),
            Places(),
            Dates(rules.dates),
            Figures(rules.figures),
        )

    def __call__(self, doc: Doc) -> Doc:
        """Cluster the mentions of a doc."""
        found: list[Entity] = []
        ran = [
            resolver for resolver in self.resolvers if SPAN_GROUPS[resolver.attribute] in doc.spans
        ]
        for resolver in ran:
            found += _resolve(doc, resolver, len(found))
        doc._.entities = tuple(found)
        doc._.entity_fields = tuple(resolver.field for resolver in ran)
        return doc


def _resolve(doc: Doc, resolver: TypeResolver, first: int) -> list[Entity]:
    """Return the entities of one type; ``first`` is the id of the first of them."""
    readings = resolver.readings(doc)
    clusters = UnionFind(len(readings))
    resolver.link(doc, readings, clusters)
    entities: list[Entity] = []
    for members in clusters.groups():
        group = [readings[index] for index in members]
        entity = resolver.entity(first + len(entities), group)
        entities.append(entity)
        for one in group:
            if resolver.is_merged(one, group, entity):
                by = entity.canonical
                note(doc, Decision(resolver.field, one.rule, one.start, one.end, "merged", by))
    return entities
