"""The table of rule sets: how the rules of each are loaded and how an example is run.

Whoever adds a rule set adds a row here; ``extract rules check``, ``extract rules list`` and
``tests/rulebook`` then collect its rules. The entries are import paths, because annotate imports
the rulebook and not the other way round.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from custody_records.rulebook.rule import Rule


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one package, and how their examples are tried.

    ``load`` is ``package.module:function``, called with the folder of rules, and returns the
    rules, or the files that hold them. ``components`` are those that an example's text goes
    through; an empty tuple means the whole pipeline with its model. The rule of a reading is its
    attribute ``rule``; the readings are those of ``doc.spans[group]``, each span's
    ``span._.<attribute>``. A rule set without a group (``country``) tells by the decision log alone
    which of its rules fired. One whose package reads plain text before there is a doc names in
    ``fire`` the ``package.module:function`` that returns the (rule id, reading) pairs of a text by
    a folder of rules. ``language`` is whose
    pipeline reads the examples, where the components are one language's own.
    """

    name: str
    load: str
    components: tuple[str, ...] = ()
    group: str | None = None
    attribute: str | None = None
    fire: str | None = None
    language: str = "en"

    def fired(self, text: str, folder: Path) -> list[tuple[str, Any]]:
        """Return what ``fire`` makes of a text."""
        module, _, function = (self.fire or "").partition(":")
        return list(getattr(import_module(module), function)(text, folder))

    def rules(self, folder: Path) -> list[Rule]:
        """Load the rules. Raises RuleError."""
        module, _, function = self.load.partition(":")
        return list(_rules_in(getattr(import_module(module), function)(folder)))


def _rules_in(loaded: Any) -> Iterator[Rule]:
    """Yield the rules of a file, of what holds several files, or of a list."""
    if isinstance(loaded, Rule):
        yield loaded
        return
    is_list = isinstance(loaded, (list, tuple))
    for one in loaded if is_list else getattr(loaded, "__dict__", {}).values():
        yield from _rules_in(one)


def reasons(folder: Path) -> dict[str, str]:
    """Return every rule's reason by its id. Raises RuleError."""
    return {rule.id: rule.reason for rule_set in RULE_SETS for rule in rule_set.rules(folder)}


RULE_SETS: tuple[RuleSet, ...] = (
    RuleSet(
        "articles",
        load="custody_records.articles.rules:load",
        fire="custody_records.articles.rules:fired",
    ),
    RuleSet(
        "country",
        load="custody_records.annotate.country.rules:load",
        components=("article_country",),
    ),
    RuleSet(
        "names",
        load="custody_records.annotate.naming.proposers:load",
        components=("news_sentences", "names"),
    ),
    RuleSet(
        "organizations",
        load="custody_records.annotate.organizations.rules:OrganizationRules",
        components=("news_sentences", "names", "organizations"),
        group="organizations",
        attribute="organization",
    ),
    RuleSet(
        "people",
        load="custody_records.annotate.people.rules:load",
        components=("news_sentences", "names", "people"),
        group="people",
        attribute="person",
    ),
    RuleSet(
        "places",
        load="custody_records.annotate.places.rules:load",
        components=("news_sentences", "names", "places"),
        group="places",
        attribute="place",
    ),
    RuleSet(
        "figures",
        load="custody_records.annotate.figures.lexicon:load",
        components=("news_sentences", "figures"),
        group="figures",
        attribute="figure",
    ),
    RuleSet(
        "facilities",
        load="custody_records.annotate.facilities.rules:FacilityRules",
        components=("facility_codes",),
        group="facilities",
        attribute="facility",
    ),
    RuleSet(
        "facility_mentions",
        load="custody_records.annotate.facilities.mentions:load",
        group="facilities",
        attribute="facility",
    ),
    RuleSet(
        "timex",
        load="custody_records.annotate.timex.language:load_rules",
        group="timex",
        attribute="timex",
    ),
    RuleSet(
        "events",
        load="custody_records.annotate.events.rules:rules_by_type",
        group="events",
        attribute="event",
    ),
    RuleSet("event_context", load="custody_records.annotate.events.rules:load_context"),
    RuleSet("event_setting", load="custody_records.annotate.events.setting.rules:load"),
    RuleSet(
        "attributions",
        load="custody_records.annotate.attributions.schema:load",
        group="attributions",
        attribute="attribution",
    ),
    RuleSet(
        "attributions_ru",
        load="custody_records.annotate.russian.attributions.words:load",
        group="attributions",
        attribute="attribution",
        language="ru",
    ),
    RuleSet(
        "events_ru",
        load="custody_records.annotate.russian.events.schema:load",
        group="events",
        attribute="event",
        language="ru",
    ),
    RuleSet(
        "statutes",
        load="custody_records.annotate.statutes.rules:StatuteRules",
        components=("statute_references",),
        group="statutes",
        attribute="statute",
    ),
)
