"""The spaCy components of this package: one table, registered when this module is imported.

``pip install`` makes spaCy import it (entry point ``spacy_factories``), so that
``nlp.add_pipe("facility_codes")`` works in any pipeline. A component's own module is imported
when the component is created.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate import extensions
from custody_records.annotate.checked import Need, check
from custody_records.annotate.extensions import SPAN_GROUPS
from custody_records.annotate.serialization import register as register_serialization
from custody_records.rulebook import rules_dir

_HERE = "custody_records.annotate"


@dataclass(frozen=True, slots=True)
class Component:
    """A row of the table.

    ``made_by``: ``module:callable`` below ``annotate``, called with the pipeline and the folder of
    rules, or with the folder alone where ``rules_only``. ``requires`` and ``assigns`` are in
    spaCy's notation (``nlp.analyze_pipes()`` shows them); what is missing at run time is warned
    about by name. ``sentences``: the default of the option of that name, for a component that
    has it.
    """

    name: str
    made_by: str
    requires: tuple[str, ...] = ()
    assigns: tuple[str, ...] = ()
    rules_only: bool = False
    sentences: str | None = None

    def create(self, nlp: Language, rules: str | None, **options: str) -> Callable[[Any], Any]:
        """Import the component's module and return a new component."""
        module, _, name = self.made_by.partition(":")
        make = getattr(import_module(f"{_HERE}.{module}"), name)
        folder = rules_dir(rules)
        created = make(folder) if self.rules_only else make(nlp, folder, **options)
        checked: Callable[[Any], Any] = check(created, self.name, _needs(self))
        return checked


COMPONENTS = (
    Component(
        "news_sentences",
        "layout.component:NewsSentences",
        assigns=("token.sent_start",),
    ),
    Component(
        "article_country",
        "country.article_country:ArticleCountry",
        assigns=("doc._.country",),
        rules_only=True,
    ),
    Component(
        "facility_codes",
        "facilities.facility_codes:FacilityCodes",
        assigns=("doc.spans", "span._.facility"),
        rules_only=True,
    ),
    Component(
        "statute_references",
        "statutes.component:StatuteReferences",
        assigns=("doc.spans", "span._.statute"),
        rules_only=True,
    ),
    Component("sentence_entities", "recognizer.component:SentenceEntities", assigns=("doc.ents",)),
    Component("sentence_syntax", "syntax.component:SentenceSyntax"),
    Component(
        "timex",
        "timex.tagger:TimexTagger",
        requires=("doc.ents",),
        assigns=("doc.spans", "span._.timex"),
        rules_only=True,
    ),
    Component(
        "names",
        "naming.proposers:create",
        requires=("doc.ents",),
        assigns=("doc.spans", "span._.name"),
    ),
    Component(
        "places",
        "places.component:Places",
        requires=("span._.name",),
        assigns=("doc.spans", "span._.place"),
    ),
    Component(
        "facility_mentions",
        "facilities.mentions:FacilityMentions",
        requires=("span._.name", "span._.facility"),
        assigns=("doc.spans", "span._.facility"),
        rules_only=True,
    ),
    Component(
        "organizations",
        "organizations.component:Organizations",
        requires=("span._.name",),
        assigns=("doc.spans", "span._.organization"),
    ),
    Component(
        "people",
        "people.component:People",
        requires=("span._.name",),
        assigns=("doc.spans", "span._.person"),
    ),
    Component(
        "figures",
        "figures.component:Figures",
        requires=("token.sent_start",),
        assigns=("doc.spans", "span._.figure"),
    ),
    Component(
        "entities",
        "entities.component:Entities",
        assigns=("doc._.entities", "doc._.entity_fields"),
        rules_only=True,
    ),
    Component(
        "event_triggers",
        "events.sentences:EventTriggers",
        requires=("token.sent_start", "span._.person", "span._.facility"),
        assigns=("doc.spans",),
    ),
    Component(
        "attributions",
        "attributions.component:Attributions",
        requires=("token.sent_start", "span._.person", "span._.organization"),
        assigns=("doc.spans", "span._.attribution"),
        sentences="relevant",
    ),
    Component(
        "events",
        "events.component:Events",
        requires=(
            "token.sent_start",
            "span._.person",
            "span._.organization",
            "span._.attribution",
        ),
        assigns=("doc.spans", "span._.event"),
    ),
    Component(
        "linked_events",
        "events.linking.component:english",
        requires=("span._.event", "doc._.entities"),
        assigns=("span._.event",),
        rules_only=True,
    ),
    Component(
        "merged_events",
        "events.merging.component:MergedEvents",
        requires=("span._.event", "doc._.entities"),
        assigns=("doc._.events",),
        rules_only=True,
    ),
    # Russian counterparts of components that hang on the order of English words.
    Component(
        "russian_facility_names",
        "russian.facility_names:FacilityNames",
        requires=("span._.facility", "token.is_sent_start", "token.morph", "token.lemma"),
        assigns=("doc.spans", "span._.facility"),
    ),
    Component(
        "russian_substantives",
        "russian.substantives:Substantives",
        requires=("token.dep", "token.morph", "span._.facility"),
        assigns=("token.lemma", "token.pos", "token.head"),
    ),
    Component(
        "russian_names",
        "russian.names.component:RussianNames",
        requires=("doc.ents", "token.is_sent_start", "token.morph", "token.dep", "token.lemma"),
        assigns=("doc.spans", "span._.name"),
    ),
    Component(
        "russian_places",
        "russian.places.component:RussianPlaces",
        requires=("span._.name", "token.morph"),
        assigns=("doc.spans", "span._.place"),
    ),
    Component(
        "russian_facility_places",
        "russian.facility_places:FacilityPlaces",
        requires=("span._.facility", "span._.place"),
        assigns=("span._.facility",),
    ),
    Component(
        "russian_organizations",
        "russian.organizations:RussianOrganizations",
        requires=("span._.name", "token.morph"),
        assigns=("doc.spans", "span._.organization"),
    ),
    Component(
        "russian_people",
        "russian.people:RussianPeople",
        requires=("span._.name", "token.is_sent_start", "token.morph"),
        assigns=("doc.spans", "span._.person"),
    ),
    Component(
        "russian_figures",
        "russian.figures.component:RussianFigures",
        requires=("token.is_sent_start", "token.dep", "token.lemma"),
        assigns=("doc.spans", "span._.figure"),
    ),
    Component(
        "russian_attributions",
        "russian.attributions.component:RussianAttributions",
        requires=("token.is_sent_start", "token.dep", "token.lemma", "doc._.entities"),
        assigns=("doc.spans", "span._.attribution"),
    ),
    Component(
        "russian_events",
        "russian.events.component:RussianEvents",
        requires=(
            "token.is_sent_start",
            "token.dep",
            "token.lemma",
            "doc._.entities",
            "span._.attribution",
        ),
        assigns=("doc.spans", "span._.event"),
    ),
    Component(
        "russian_linked_events",
        "events.linking.component:russian",
        requires=("span._.event", "doc._.entities"),
        assigns=("span._.event",),
        rules_only=True,
    ),
)


# What a component cannot run without: spaCy's name of the attribute, and the component that sets it
# (the Russian engine's names differ, as in ``russian/engine/factory.py``).
_ANNOTATIONS = {
    "token.sent_start": ("SENT_START", "news_sentences"),
    "token.is_sent_start": ("SENT_START", "razdel_sentences"),
    "token.morph": ("MORPH", "slovnet_annotations"),
    "token.dep": ("DEP", "slovnet_annotations"),
    "token.lemma": ("LEMMA", "pymorphy_lemmas"),
}


def _needs(component: Component) -> Iterator[Need]:
    """Yield what can be seen of a component's requirements in a doc, each with its giver."""
    for required in component.requires:
        if required in _ANNOTATIONS:
            attribute, giver = _ANNOTATIONS[required]
            yield Need(partial(_has_annotation, attribute), giver, vital=True)
        elif group := SPAN_GROUPS.get(required.removeprefix("span._.")):
            before = COMPONENTS[: COMPONENTS.index(component)]
            giver = next(c.name for c in reversed(before) if required in c.assigns)
            yield Need(partial(_has_group, group), giver, vital=False)


def _has_annotation(attribute: str, doc: Doc) -> bool:
    # spaCy takes a single token for a sentence, whoever marked it
    alone = attribute == "SENT_START" and len(doc) < 2
    return alone or bool(doc.has_annotation(attribute))


def _has_group(group: str, doc: Doc) -> bool:
    return group in doc.spans


def _register(component: Component) -> None:
    def create(nlp: Language, name: str, rules: str | None) -> Callable[[Any], Any]:
        """Create the component; ``rules`` is a folder of rules, None for the package's own."""
        return component.create(nlp, rules)

    def create_for(
        nlp: Language, name: str, rules: str | None, sentences: str
    ) -> Callable[[Any], Any]:
        """Create the same for ``sentences``: all of them, or those that are relevant."""
        return component.create(nlp, rules, sentences=sentences)

    chosen = {"sentences": component.sentences} if component.sentences else {}
    Language.factory(
        component.name,
        requires=component.requires,
        assigns=component.assigns,
        default_config={"rules": None, **chosen},
        func=create_for if chosen else create,
    )


def register() -> None:
    """Register every component that is not registered yet, and what docs carry."""
    extensions.register()
    register_serialization()
    for component in COMPONENTS:
        if not Language.has_factory(component.name):
            _register(component)


register()
